"""The page of a rule: its docstring, the profiles that it applies to, and how often it reports in adopted texts."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from typing import Any

from ...grammar.model.profile import BODIES, ERAS, STAGES
from ...rules import corpus_stats, docstring
from ...rules.base import Rule
from ...rules.corpus_stats import Count, rate
from ...rules.docstring import RulePage

_MEASURED = {"ga": "General Assembly", "sc": "Security Council"}
_READ_AS = {"draft": "read as drafts", "report": "read as reports"}


def as_line(rule: type[Rule]) -> str:
    """Return a rule as a line of the list of rules."""
    return f"{rule.code}  {rule.name:<28}  {rule.level:<7}  {docstring.parse_docstring(rule.__doc__).summary}\n"


def _facts(rule: type[Rule]) -> str:
    facts = [f"Level: {rule.level}", f"fix: {rule.fixable or 'none'}"]
    for what, some, every in (
        ("bodies", rule.bodies, BODIES),
        ("stages", rule.stages, STAGES),
        ("eras", rule.eras, ERAS),
    ):
        if some != every:
            facts.append(f"{what}: {', '.join(sorted(some))}")
    return "; ".join(facts) + "."


def _evidence(rule: type[Rule], between: str = "; ") -> str:
    """Return how often the rule reports in adopted texts, and in the same texts read at another stage."""
    counts = corpus_stats.shipped().of(rule.code)
    if counts is None:
        return "Evidence: not measured."
    found = {(count.sample.body, count.sample.stage): count for count in counts}
    parts = []
    for body, name in _MEASURED.items():
        final = found.get((body, "final"))
        words = _in_adopted(final, name) if final else f"{name}: disabled"
        for stage, read_as in _READ_AS.items():
            here = rate(found.get((body, stage)))
            if here != rate(final):
                words += f", {here} {read_as}"
        parts.append(words)
    return f"Evidence: {between.join(parts)}."


def _in_adopted(count: Count, body: str) -> str:
    findings = f"{count.findings:,} finding{'' if count.findings == 1 else 's'} in {count.texts} of"
    return (
        f"{rate(count)} per 1,000 paragraphs of adopted {body} texts "
        f"({findings if count.findings else 'no finding in'} {count.sample.texts} texts)"
    )


def _sections(read: RulePage) -> Iterator[tuple[str, str | tuple[str, ...]]]:
    """Return the sections of a page in order: text, or examples."""
    sections: tuple[tuple[str, str | tuple[str, ...]], ...] = (
        *(("What it does", read.what), ("Why", read.why), ("Wrong", read.wrong), ("Right", read.right)),
        *(("Fix", read.fix), ("Options", read.options), ("Source", read.source)),
    )
    return (section for section in sections if section[1])


def as_text(rule: type[Rule]) -> str:
    """Return the page of a rule for a terminal."""
    read = docstring.parse_docstring(rule.__doc__)
    evidence = _evidence(rule, ";\n          ")
    parts = [f"{rule.code} {rule.name}", f"{read.summary}\n{_facts(rule)}\n{evidence}"]
    for heading, content in _sections(read):
        words = content if isinstance(content, str) else "\n---\n".join(content)
        parts.append(f"{heading}\n{textwrap.indent(words, '    ')}")
    return "\n\n".join(parts) + "\n"


def as_markdown(rule: type[Rule]) -> str:
    """Return the page of a rule as Markdown."""
    read = docstring.parse_docstring(rule.__doc__)
    parts = [f"# {rule.name} ({rule.code})", read.summary, _facts(rule), _evidence(rule)]
    for heading, content in _sections(read):
        parts.append(f"## {heading}")
        if heading == "Options":  # one a line in the docstring, which Markdown would join
            parts.append(re.sub(r"^([a-z][a-z0-9-]*): ", r"- `\1`: ", read.options, flags=re.MULTILINE))
        elif isinstance(content, str):
            parts.append(content)
        else:
            parts += [f"```markdown\n{example}\n```" for example in content]
    return "\n\n".join(parts) + "\n"


def as_object(rule: type[Rule]) -> dict[str, Any]:
    """Return the page and facts of a rule as values for JSON."""
    counts = corpus_stats.shipped().of(rule.code)
    return {
        "code": rule.code,
        "name": rule.name,
        "level": rule.level.value,
        "fixable": rule.fixable.value if rule.fixable else None,
        "bodies": sorted(rule.bodies),
        "stages": sorted(rule.stages),
        "eras": sorted(rule.eras),
        "languages": sorted(rule.languages),
        "evidence": None if counts is None else [_as_count(count) for count in counts],
        "page": docstring.parse_docstring(rule.__doc__)._asdict(),
    }


def _as_count(count: Count) -> dict[str, Any]:
    return {
        "body": count.sample.body,
        "stage": count.sample.stage,
        "findings": count.findings,
        "paragraphs": count.sample.paragraphs,
        "per_1000_paragraphs": round(count.rate, 3),
        "texts_hit": count.texts,
        "texts": count.sample.texts,
    }

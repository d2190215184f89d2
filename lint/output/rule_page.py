"""The page of a rule: its docstring, the profiles that it applies to, and how often it reports in adopted texts."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from typing import Any

from ...grammar.model.profile import BODIES, ERAS, STAGES, Sessions
from ...rules import corpus_stats, docstring, editorial_style
from ...rules.base import Rule
from ...rules.corpus_stats import Count, rate
from ...rules.docstring import RulePage
from ...rules.kinds.base_text_rule import BaseTextRule

_MEASURED = {"ga": "General Assembly", "sc": "Security Council"}
_DATED_BY = {"ga": "session", "sc": "year"}
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
    if rule.sessions != Sessions():
        facts.append(f"sessions: {rule.sessions}")
    return "; ".join(facts) + "."


def _evidence(rule: type[Rule]) -> str:
    """Return how often the rule reports in adopted texts, and how often these have the form that it requires."""
    return "\n".join((*_findings(rule), *_forms(rule)))


def _findings(rule: type[Rule]) -> Iterator[str]:
    """Return how often the rule reports in adopted texts, and in the same texts read at another stage."""
    if issubclass(rule, BaseTextRule):
        yield "Findings: measured on pairs of successive texts, as the documentation of comparisons says."
        return
    counts = corpus_stats.counts(rule.code)
    if counts is None:
        yield "Findings: not measured."
        return
    found = {(count.sample.body, count.sample.stage): count for count in counts}
    for body, name in _MEASURED.items():
        final = found.get((body, "final"))
        words = _in_adopted(final, name) if final else f"{name}: disabled"
        for stage, read_as in _READ_AS.items():
            here = rate(found.get((body, stage)))
            if here != rate(final):
                words += f", {here} {read_as}"
        yield f"{words}."


def _forms(rule: type[Rule]) -> Iterator[str]:
    """Return how often adopted texts have the required form, and how often another one, by body and session."""
    for body, counts in editorial_style.counts(rule.code).items():
        if counts:
            numbers = ", ".join(f"{count.session}: {count.required:,}/{count.other:,}" for count in counts)
            yield f"Required form/other form in adopted {_MEASURED[body]} texts, by {_DATED_BY[body]}: {numbers}."


def _in_adopted(count: Count, body: str) -> str:
    findings = f"{count.findings:,} finding{'' if count.findings == 1 else 's'} in {count.texts} of"
    return (
        f"{rate(count)} per 1,000 paragraphs of adopted {body} texts "
        f"({findings if count.findings else 'no finding in'} {count.sample.texts} texts)"
    )


def _by_session(rule: type[Rule]) -> str:
    """Return a table of the findings in adopted texts, by session of the General Assembly and year of the Council."""
    rows = [
        (f"{_MEASURED[sample.body]} {sample.set.partition('-')[2]}", sample.texts, count.findings, rate(count))
        for count in corpus_stats.counts_by_set(rule.code)
        if (sample := count.sample).stage == "final"
    ]
    if not rows:
        return ""
    lines = [f"| {name:<21} | {texts:>5} | {found:>8,} | {each:>9} |" for name, texts, found, each in rows]
    head = f"| {'adopted texts':<21} | texts | findings | per 1,000 |"
    return "\n".join((head, f"|{'-' * 23}|{'-' * 6}:|{'-' * 9}:|{'-' * 10}:|", *lines))


def _sections(rule: type[Rule], read: RulePage) -> Iterator[tuple[str, str | tuple[str, ...]]]:
    """Return the sections of a page in order: text, or examples."""
    sections: tuple[tuple[str, str | tuple[str, ...]], ...] = (
        *(
            ("What it does", read.what),
            ("Why", read.why),
            ("Base", read.base),
            ("Wrong", read.wrong),
            ("Right", read.right),
        ),
        *(("Fix", read.fix), ("Options", read.options), ("Source", read.source)),
        *(("Evidence", _evidence(rule)), ("Findings by session or year", _by_session(rule))),
    )
    return (section for section in sections if section[1])


def as_text(rule: type[Rule]) -> str:
    """Return the page of a rule for a terminal."""
    read = docstring.parse_docstring(rule.__doc__)
    parts = [f"{rule.code} {rule.name}", f"{read.summary}\n{_facts(rule)}"]
    for heading, content in _sections(rule, read):
        words = content if isinstance(content, str) else "\n---\n".join(content)
        parts.append(f"{heading}\n{textwrap.indent(words, '    ')}")
    return "\n\n".join(parts) + "\n"


def as_markdown(rule: type[Rule]) -> str:
    """Return the page of a rule as Markdown."""
    read = docstring.parse_docstring(rule.__doc__)
    parts = [f"# {rule.name} ({rule.code})", read.summary, _facts(rule)]
    for heading, content in _sections(rule, read):
        parts.append(f"## {heading}")
        if heading == "Options":  # one a line in the docstring, which Markdown would join
            parts.append(re.sub(r"^([a-z][a-z0-9-]*): ", r"- `\1`: ", read.options, flags=re.MULTILINE))
        elif heading == "Evidence" and isinstance(content, str):
            parts.append(textwrap.indent(content, "- "))
        elif isinstance(content, str):
            parts.append(content)
        else:
            parts += [f"```markdown\n{example}\n```" for example in content]
    return "\n\n".join(parts) + "\n"


def as_object(rule: type[Rule]) -> dict[str, Any]:
    """Return the page and facts of a rule as values for JSON."""
    counts = corpus_stats.counts(rule.code)
    return {
        "code": rule.code,
        "name": rule.name,
        "level": rule.level.value,
        "fixable": rule.fixable.value if rule.fixable else None,
        "bodies": sorted(rule.bodies),
        "stages": sorted(rule.stages),
        "eras": sorted(rule.eras),
        "sessions": {"first": rule.sessions.first, "last": rule.sessions.last},
        "languages": sorted(rule.languages),
        "evidence": None if counts is None else [_as_evidence(rule, count) for count in counts],
        "page": docstring.parse_docstring(rule.__doc__)._asdict(),
    }


def _as_evidence(rule: type[Rule], count: Count) -> dict[str, Any]:
    sets = (each for each in corpus_stats.counts_by_set(rule.code) if each.sample[:2] == count.sample[:2])
    return _as_count(count) | {"sets": [{"set": each.sample.set} | _as_count(each) for each in sets]}


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

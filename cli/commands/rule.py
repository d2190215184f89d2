"""``resolint rule``: show the page of a rule, or list all rules."""

from __future__ import annotations

import argparse
import json
import re
import textwrap
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from .. import options
from ..console import Console
from . import CommandError

if TYPE_CHECKING:
    from ...rules.base import Rule
    from ...rules.corpus_stats import Count
    from ...rules.docstring import RulePage

HELP = "show the page of a rule, or list all rules"
_FORMATS = ("text", "markdown", "json")
_MEASURED = {"ga": "General Assembly", "sc": "Security Council"}
_READ_AS = {"draft": "read as drafts", "report": "read as reports"}


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("rule", nargs="?", metavar="RULE", help="code or name of a rule [default: list all rules]")
    parser.add_argument("--test", metavar="FILE", help="test the rules of a vocabulary file with its own examples")
    parser.add_argument("--all", action="store_true", help="show the pages of all rules")
    options.format_argument(parser, _FORMATS, "text")
    options.file_argument(parser)


def run(arguments: argparse.Namespace, console: Console) -> int:
    """Print one page, all pages or the list, and return the exit status."""
    from ...lint.config.plugins import registry
    from ...rules.registry import RuleDefinitionError, UnknownRule

    if arguments.test:
        return _test(arguments.test, console)
    try:
        rules = registry()
        chosen = (rules.rule(arguments.rule),) if arguments.rule else rules.rules
    except (RuleDefinitionError, UnknownRule) as problem:
        raise CommandError(str(problem)) from None
    with options.output(arguments, console) as out:
        if arguments.output_format == "json":
            objects = [_as_object(rule) for rule in chosen]
            out.write(json.dumps(objects[0] if arguments.rule else objects, indent=1) + "\n")
        elif arguments.rule or arguments.all:
            write = _as_text if arguments.output_format == "text" else as_markdown
            out.write("\n".join(write(rule) for rule in chosen))
        else:
            out.write("".join(_as_line(rule) for rule in chosen))
    return 0


def _test(name: str, console: Console) -> int:
    """Test each rule of a vocabulary file with its own examples; return 1 if one of them fails."""
    from pathlib import Path

    from ...lint.config.vocabulary_files import failing_examples, load
    from ...rules import docstring
    from ...rules.vocabulary.loader import VocabularyError

    try:
        rules = load(Path(name))
    except VocabularyError as bad:
        raise CommandError(f"{name}: {bad}") from None
    failed = 0
    for rule in rules:
        found = list(failing_examples(rule))
        failed += bool(found)
        cases = docstring.parse_docstring(rule.__doc__)
        held = f"passed (bad examples: {len(cases.wrong)}, good examples: {len(cases.right)})"
        console.out.write(f"{rule.code} {rule.name}: {'; '.join(found) or held}\n")
    console.out.write(f"{len(rules) - failed} passed, {failed} failed\n" if failed else f"{len(rules)} passed\n")
    return 1 if failed else 0


def _as_line(rule: type[Rule]) -> str:
    from ...rules import docstring

    return f"{rule.code}  {rule.name:<28}  {rule.level:<7}  {docstring.parse_docstring(rule.__doc__).summary}\n"


def _facts(rule: type[Rule]) -> str:
    from ...grammar.model.profile import BODIES, ERAS, STAGES

    facts = [f"Level: {rule.level}", f"fix: {rule.fixable or 'none'}"]
    for what, some, every in (
        ("bodies", rule.bodies, BODIES),
        ("stages", rule.stages, STAGES),
        ("eras", rule.eras, ERAS),
    ):
        if some != every:
            facts.append(f"{what}: {', '.join(sorted(some))}")
    if rule.sessions != type(rule.sessions)():
        facts.append(f"sessions: {rule.sessions}")
    return "; ".join(facts) + "."


def _evidence(rule: type[Rule], between: str = "; ") -> str:
    """Return how often the rule reports in adopted texts, and in the same texts read at another stage."""
    from ...rules import corpus_stats

    counts = corpus_stats.shipped().of(rule.code)
    if counts is None:
        return "Evidence: not measured."
    found = {(count.sample.body, count.sample.stage): count for count in counts}
    parts = []
    for body, name in _MEASURED.items():
        final = found.get((body, "final"))
        words = _in_adopted(final, name) if final else f"{name}: disabled"
        for stage, read_as in _READ_AS.items():
            rate = corpus_stats.rate(found.get((body, stage)))
            if rate != corpus_stats.rate(final):
                words += f", {rate} {read_as}"
        parts.append(words)
    return f"Evidence: {between.join(parts)}."


def _by_session(rule: type[Rule]) -> str:
    """Return how often adopted texts have the required form, and how often the other, by body and session."""
    from ...rules import house_style

    parts = [
        f"{_MEASURED[body]} " + ", ".join(f"{count.session}: {count.required:,}/{count.other:,}" for count in counts)
        for body, counts in house_style.shipped().get(rule.code, {}).items()
        if counts
    ]
    return f"Required form/other form, by session: {'; '.join(parts)}." if parts else ""


def _in_adopted(count: Count, body: str) -> str:
    from ...rules.corpus_stats import rate

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


def _as_text(rule: type[Rule]) -> str:
    from ...rules import docstring

    read = docstring.parse_docstring(rule.__doc__)
    evidence = _evidence(rule, ";\n          ")
    if counted := _by_session(rule):
        evidence += "\n" + counted
    parts = [f"{rule.code} {rule.name}", f"{read.summary}\n{_facts(rule)}\n{evidence}"]
    for heading, content in _sections(read):
        words = content if isinstance(content, str) else "\n---\n".join(content)
        parts.append(f"{heading}\n{textwrap.indent(words, '    ')}")
    return "\n\n".join(parts) + "\n"


def as_markdown(rule: type[Rule]) -> str:
    """Return the page of a rule as Markdown."""
    from ...rules import docstring

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


def _as_object(rule: type[Rule]) -> dict[str, Any]:
    from ...rules import corpus_stats, docstring

    counts = corpus_stats.shipped().of(rule.code)
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

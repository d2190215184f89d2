"""``resolint rule``: show the page of a rule, or list all rules."""

from __future__ import annotations

import argparse
import json

from .. import options
from ..console import Console
from ..errors import CommandError

HELP = "show the page of a rule, or list all rules"
_FORMATS = ("text", "markdown", "json")


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
    from ...lint.output.rule_page import as_line, as_markdown, as_object, as_text
    from ...rules.registry import RuleDefinitionError, UnknownRuleError

    if arguments.test:
        return _test(arguments.test, console)
    try:
        rules = registry()
        chosen = (rules.rule(arguments.rule),) if arguments.rule else rules.rules
    except (RuleDefinitionError, UnknownRuleError) as problem:
        raise CommandError(str(problem)) from None
    with options.output(arguments, console) as out:
        if arguments.output_format == "json":
            objects = [as_object(rule) for rule in chosen]
            out.write(json.dumps(objects[0] if arguments.rule else objects, indent=1) + "\n")
        elif arguments.rule or arguments.all:
            write = as_text if arguments.output_format == "text" else as_markdown
            out.write("\n".join(write(rule) for rule in chosen))
        else:
            out.write("".join(as_line(rule) for rule in chosen))
    return 0


def _test(name: str, console: Console) -> int:
    """Test each rule of a vocabulary file with its own examples; return 1 if one of them fails."""
    from pathlib import Path

    from ...lint.config.vocabulary_files import load
    from ...lint.output.sanitize import sanitize
    from ...lint.vocabulary_self_test import failing_examples
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
        console.out.write(sanitize(f"{rule.code} {rule.name}: {'; '.join(found) or held}") + "\n")
    console.out.write(f"{len(rules) - failed} passed, {failed} failed\n" if failed else f"{len(rules)} passed\n")
    return 1 if failed else 0

"""Create the files of a new rule: its module, its examples and a line in the changelog.

python tools/new_rule.py CODE NAME [--level LEVEL] [--fix FIX]

The module declares a `PatternRule`; another kind in rules/kinds/, or `Rule` itself, may take its place. Replace each
TODO, then run ``pytest -q tests/rules -k CODE --snapshot-update`` and read the snapshot.
"""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path

from resolint.rules.base import Applicability, Level
from resolint.rules.registry import Registry, discover

ROOT = Path(__file__).resolve().parent.parent
FIXES = ("none", *Applicability)

MODULE = '''\
"""{code}."""

from __future__ import annotations

from ...grammar.syntax.tree import Footnote, Heading, Paragraph
from ...grammar.text import compile_cache
from ..base import {imported}
from ..kinds.pattern_rule import PatternRule, quoted


class {class_name}(PatternRule):
    """TODO: the problem, in one sentence.

    What it does:
        TODO: what it reports. Quotations are ignored.
    Why:
        TODO: why it matters to a reader.
    Wrong:
        1. *Decides* to keep the TODO lit.
    Right:
        1. *Decides* to keep the lamps lit.
{fix_section}    Source:
        TODO: the manual, or the practice with its counts.
    """

    code = "{code}"
    name = "{name}"
    level = Level.{level}
    node_types = (Paragraph, Footnote, Heading)
{fixable}    pattern = compile_cache.pattern(r"\\bTODO\\b")
    excluded = (quoted(),)
    message = "{message}"
'''
FIX_SECTION = """\
    Fix:
        TODO: what it changes. {applicability}.
"""
FIXABLE = """\
    fixable = Applicability.{applicability}
    right = "lamps"
"""
BAD = "1. *Decides* to keep the TODO lit.\n"
GOOD = "1. *Decides* to keep the lamps lit.\n"
CHANGE = "- New rule `{name}` ({code}): TODO.\n"


class NewRuleError(Exception):
    """A rule that cannot be created; the message is a sentence."""


def main(arguments: list[str] | None = None, root: Path = ROOT) -> int:
    """Create the files and print their names."""
    parser = argparse.ArgumentParser(description="Create the files of a new rule.")
    parser.add_argument("code", metavar="CODE", help="family and number, such as TYP025")
    parser.add_argument("name", metavar="NAME", help="name of the problem, in lower case with hyphens")
    parser.add_argument("--level", choices=[*Level], default="warning", help="level of its findings [default: warning]")
    parser.add_argument("--fix", choices=FIXES, default="safe", help="applicability of its fix [default: safe]")
    given = parser.parse_args(arguments)
    try:
        files = create(root, given.code, given.name, given.level, given.fix)
    except NewRuleError as problem:
        print(f"new_rule: {problem}", file=sys.stderr)
        return 2
    print("\n".join(str(file.relative_to(root)) for file in files))
    return 0


def create(root: Path, code: str, name: str, level: str, fix: str) -> tuple[Path, ...]:
    """Create the files of a rule and return them.

    Raises:
        NewRuleError: The code or name is invalid or in use, or the family has no folder of its own.
    """
    family = folder_of(code, name, discover())
    module_name = name.replace("-", "_")
    module = root / "rules" / family / f"{module_name}.py"
    examples = root / "tests" / "rules" / family / module_name
    changelog = root / "CHANGELOG.md"
    values = {
        "code": code,
        "name": name,
        "class_name": "".join(map(str.capitalize, name.split("-"))),
        "level": level.upper(),
        "imported": "Level" if fix == "none" else "Applicability, Level",
        "fix_section": "" if fix == "none" else FIX_SECTION.format(applicability=fix.capitalize()),
        "fixable": "" if fix == "none" else FIXABLE.format(applicability=fix.upper()),
        "message": "Unexpected “{found}”" if fix == "none" else "Use “{right}” instead of “{found}”",
    }
    texts = {module: MODULE.format(**values), examples / "bad.md": BAD, examples / "good.md": GOOD}
    for file, text in texts.items():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
    change = CHANGE.format(code=code, name=name)
    changelog.write_text(with_change(changelog.read_text(encoding="utf-8"), change), encoding="utf-8", newline="\n")
    return (*texts, changelog)


def folder_of(code: str, name: str, registry: Registry) -> str:
    """Return the folder for a rule, which is that of the other rules of its family.

    Raises:
        NewRuleError: The code or name is invalid or in use, or the family has no folder of its own.
    """
    if not re.fullmatch(r"[A-Z]{3}\d{3}", code):
        raise NewRuleError(f"{code} is not a code; use three capital letters and three digits")
    if not re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", name):
        raise NewRuleError(f"{name} is not a name; use lower-case words joined by hyphens")
    for alias in (code, name):
        if alias in registry.by_alias:
            raise NewRuleError(f"{alias} is in use by {registry.by_alias[alias].code}")
    others = (rule.__module__.split(".") for rule in registry.rules if rule.code[:3] == code[:3])
    folders = {module[2] for module in others if module[1] == "rules"} - {"mun", "vocabulary"}
    if not folders:
        raise NewRuleError(f"no rule {code[:3]} has a module; add an entry to a file in rules/vocabulary/")
    return min(folders)


def with_change(changelog: str, change: str) -> str:
    r"""Return a changelog with a line at the end of its first list.

    >>> with_change("## Unreleased\n\n### Added\n\n- One.\n\n### Fixed\n\n- Two.\n", "- New.\n")
    '## Unreleased\n\n### Added\n\n- One.\n- New.\n\n### Fixed\n\n- Two.\n'
    """
    first = re.search(r"^- (?:.+\n)+", changelog, re.MULTILINE)
    if first is None:
        return f"{changelog.rstrip()}\n\n{change}"
    return changelog[: first.end()] + change + changelog[first.end() :]


if __name__ == "__main__":
    sys.exit(main())

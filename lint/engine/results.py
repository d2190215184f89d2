"""Findings with their rule, level and place, and the result for one text."""

from __future__ import annotations

from ...grammar.model.profile import Origin
from ...grammar.text.named_tuple import NamedTuple
from ...grammar.text.positions import LineIndex
from ...grammar.text.record import Record
from ...rules.base import NodeLocation
from ...rules.finding import Finding, Level

RULE_PAGE = "docs/rules/{name}.md"
"""The path of a rule's page in the project."""


class Diagnostic(Record):
    """A finding as it is reported."""

    code: str
    name: str
    level: Level
    finding: Finding
    place: NodeLocation


class LintResult(Record):
    """A text and its findings, in text order."""

    text: str
    lines: LineIndex
    diagnostics: tuple[Diagnostic, ...]
    resolutions: int
    """The number of resolutions and decisions; without any, there are no findings."""
    origin: Origin | None = None
    """The organ and year of the text, as detected, whatever the settings say."""
    guide: str | None = None
    """The guides that Model United Nations papers were checked by, ``thimun``; empty if none is known. None without a
    paper."""


class RolledBack(NamedTuple):
    """A fix that did not hold: its rule reported again at its place, or another rule reported something new."""

    code: str
    row: int
    """The row, from 1, that the fix was in when it was applied."""

"""Findings with their rule, level and place, and the results for one text or file."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from ...grammar.model.profile import Origin
from ...grammar.text.positions import LineIndex
from ...rules.base import NodeLocation
from ...rules.finding import Finding, Level
from ..formats.registry import SourceMap


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A finding as it is reported."""

    code: str
    name: str
    level: Level
    finding: Finding
    place: NodeLocation


@dataclass(frozen=True, slots=True)
class LintResult:
    """A text and its findings, in text order."""

    text: str
    lines: LineIndex
    diagnostics: tuple[Diagnostic, ...]
    resolutions: int
    """The number of resolutions and decisions; without any, there are no findings."""
    origin: Origin | None = None
    """The organ and year of the text, as detected, whatever the settings say."""


class RolledBack(NamedTuple):
    """A fix that did not hold: its rule reported again at its place, or another rule reported something new."""

    code: str
    row: int
    """The row, from 1, that the fix was in when it was applied."""


@dataclass(frozen=True, slots=True)
class FileResult:
    """The result for one file."""

    name: str
    """As the user named it."""
    checked: LintResult
    fixed: int = 0
    """The number of applied fixes."""
    non_converging: tuple[str, ...] = ()
    """Codes of rules whose fixes undid one another and were not applied."""
    rolled_back: tuple[RolledBack, ...] = ()
    """Fixes that were applied and taken back, as they solved nothing or brought a new finding."""
    compared: bool = False
    """Whether it was compared with a baseline."""
    known: frozenset[int] = frozenset()
    """The indices of the findings that are in the baseline, from 0."""

    proposed: str | None = None
    """The text after fixing, if fixes are proposed instead of applied."""
    origins: SourceMap = field(default_factory=SourceMap)
    """The places of the original, if its format has no lines."""

    @property
    def fresh(self) -> tuple[Diagnostic, ...]:
        """The findings that are not in the baseline."""
        if not self.known:
            return self.checked.diagnostics
        return tuple(d for number, d in enumerate(self.checked.diagnostics) if number not in self.known)


def original_location(outcome: FileResult, diagnostic: Diagnostic) -> str | None:
    """Return the place of a finding in the original, if its format has no lines."""
    return outcome.origins.at(diagnostic.finding.span.start)

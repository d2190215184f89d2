"""A finding with what the engine knows of it: whose it is, how grave, where; and all of a file's together."""

from __future__ import annotations

from dataclasses import dataclass, field

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
    """A text and what was found in it, in the order of the text."""

    text: str
    lines: LineIndex
    diagnostics: tuple[Diagnostic, ...]
    resolutions: int
    """How many resolutions and decisions it holds; where there is none, nothing is found either."""
    origin: Origin | None = None
    """Whose it is and of when, as read from it, whatever the settings say."""


@dataclass(frozen=True, slots=True)
class FileResult:
    """What became of one file."""

    name: str
    """As the user named it."""
    checked: LintResult
    fixed: int = 0
    """How many fixes were applied."""
    non_converging: tuple[str, ...] = ()
    """Codes of the rules whose fixes undid one another and were left out."""
    compared: bool = False
    """Whether it was held against a baseline."""
    known: frozenset[int] = frozenset()
    """Which of the findings the baseline knows, by their number from 0."""

    proposed: str | None = None
    """The text that fixing would give, where that is asked for and not done."""
    origins: SourceMap = field(default_factory=SourceMap)
    """The original's places, where its format has no lines."""

    @property
    def fresh(self) -> tuple[Diagnostic, ...]:
        """The findings that no baseline knows."""
        if not self.known:
            return self.checked.diagnostics
        return tuple(d for number, d in enumerate(self.checked.diagnostics) if number not in self.known)


def original_location(outcome: FileResult, diagnostic: Diagnostic) -> str | None:
    """The place of the original that a finding stands at, where its format has no lines."""
    return outcome.origins.at(diagnostic.finding.span.start)

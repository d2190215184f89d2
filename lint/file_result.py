"""The result for one file."""

from __future__ import annotations

from ..grammar.text.record import Record
from ..rules.finding import Level
from .engine.results import Diagnostic, LintResult, RolledBack
from .engine.source_map import SourceMap
from .files.source_file import SourceFile


class FileResult(Record):
    """The findings in a file, and what is to be done with its text."""

    name: str
    """As the user named it."""
    checked: LintResult
    """The text after fixing, and its remaining findings."""
    fixed: int = 0
    """The number of applied fixes."""
    non_converging: tuple[str, ...] = ()
    """Codes of rules whose fixes undid one another and were not applied."""
    rolled_back: tuple[RolledBack, ...] = ()
    """Fixes that were applied and taken back, as they solved nothing or caused a finding."""
    unread: bool = False
    """Whether it has no resolution although the settings require one."""
    compared: bool = False
    """Whether it was compared with a baseline."""
    known: frozenset[int] = frozenset()
    """The indices of the findings that are in the baseline, from 0."""

    proposed: str | None = None
    """The text after fixing, if fixes are proposed instead of applied."""
    source_map: SourceMap = SourceMap()
    """The places of the original, if its format has no lines."""
    fail_level: Level = Level.WARNING
    """The lowest level that makes a run fail because of this file."""
    source: SourceFile | None = None
    """The file as it was read, if its text is to be written."""
    warnings: tuple[str, ...] = ()
    """Sentences to print once."""

    @property
    def fresh(self) -> tuple[Diagnostic, ...]:
        """The findings that are not in the baseline."""
        if not self.known:
            return self.checked.diagnostics
        return tuple(d for number, d in enumerate(self.checked.diagnostics) if number not in self.known)

    def original_location(self, diagnostic: Diagnostic) -> str | None:
        """Return the place of a finding in the original, if its format has no lines."""
        return self.source_map.at(diagnostic.finding.span.start)

"""What a rule reports: a finding, and the fix for it."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from ..grammar.text.edits import Applicability, Edit, Fix
from ..grammar.text.positions import Span
from ..grammar.text.record import Record

__all__ = ["Applicability", "Edit", "Finding", "Fix", "Level"]


class Level(StrEnum):
    """Severity: ``error`` violates the form, ``warning`` should be changed, ``info`` should be reviewed."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def weight(self) -> int:
        """A number that is higher for a more serious level."""
        return {"info": 1, "warning": 2, "error": 3}[self.value]


class Finding(Record):
    """A problem at a place in the source. Its code comes from the rule and its level from the settings."""

    span: Span
    message: str
    fix: Fix | None = None
    related: tuple[tuple[Span, str], ...] = ()
    """Other places that explain the finding, each with a short text."""

    @property
    def places(self) -> Iterator[Span]:
        """All spans of the finding: its own, the related ones and those of its fix."""
        yield self.span
        yield from (span for span, _ in self.related)
        if self.fix is not None:
            yield from (edit.span for edit in self.fix.edits)

    def moved(self, by: int) -> Finding:
        """Return the same finding for words that are shifted by a number of code points."""
        if not by:
            return self
        fix = None if self.fix is None else self.fix.moved(by)
        related = tuple((span.moved(by), words) for span, words in self.related)
        return Finding(self.span.moved(by), self.message, fix, related)

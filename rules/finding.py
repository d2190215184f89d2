"""What a rule reports: a finding, and the fix for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from ..grammar.text.positions import Span


class Level(StrEnum):
    """Severity: ``error`` violates the form, ``warning`` should be changed, ``info`` should be reviewed."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def weight(self) -> int:
        """A number that is higher for a more serious level."""
        return {"info": 1, "warning": 2, "error": 3}[self.value]


class Applicability(StrEnum):
    """``safe``: one correct form, same meaning; ``unsafe``: probably correct, on request; ``manual``: never applied."""

    SAFE = "safe"
    UNSAFE = "unsafe"
    MANUAL = "manual"


@dataclass(frozen=True, slots=True)
class Edit:
    """A replacement of ``span`` (code points of the source) by ``content``."""

    span: Span
    content: str


@dataclass(frozen=True, slots=True)
class Fix:
    """Disjoint edits that are applied together or not at all."""

    message: str
    edits: tuple[Edit, ...]
    applicability: Applicability = Applicability.SAFE

    def __post_init__(self) -> None:
        ordered = tuple(sorted(self.edits, key=lambda edit: edit.span))
        for before, after in pairwise(ordered):
            if before.span.end > after.span.start:
                raise ValueError(f"edits overlap at {after.span.start}")
        object.__setattr__(self, "edits", ordered)

    def moved(self, by: int) -> Fix:
        """Return the same fix for words that are shifted by a number of code points."""
        edits = tuple(Edit(edit.span.moved(by), edit.content) for edit in self.edits)
        return Fix(self.message, edits, self.applicability)


@dataclass(frozen=True, slots=True)
class Finding:
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

"""What a rule says: a finding, and the fix that mends it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from ..grammar.text.positions import Span


class Level(StrEnum):
    """How sure and how grave: ``error`` is against the form, ``warning`` would be changed, ``info`` is worth a look."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def weight(self) -> int:
        """Higher is graver."""
        return {"info": 1, "warning": 2, "error": 3}[self.value]


class Applicability(StrEnum):
    """``safe``: meaning kept, one right answer; ``unsafe``: probably right, asked for; ``manual``: never applied."""

    SAFE = "safe"
    UNSAFE = "unsafe"
    MANUAL = "manual"


@dataclass(frozen=True, slots=True)
class Edit:
    """Put ``content`` in the place of ``span`` (code points of the source)."""

    span: Span
    content: str


@dataclass(frozen=True, slots=True)
class Fix:
    """Disjoint edits, applied all together or not at all."""

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
        """The same fix for words that stand so many code points further on."""
        edits = tuple(Edit(edit.span.moved(by), edit.content) for edit in self.edits)
        return Fix(self.message, edits, self.applicability)


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule's complaint about a place of the source; its code and level are the rule's and the settings'."""

    span: Span
    message: str
    fix: Fix | None = None
    related: tuple[tuple[Span, str], ...] = ()
    """Other places that explain it, each with a few words."""

    @property
    def places(self) -> Iterator[Span]:
        """All stretches that it names: its own, those of its fix, those that explain it."""
        yield self.span
        yield from (span for span, _ in self.related)
        if self.fix is not None:
            yield from (edit.span for edit in self.fix.edits)

    def moved(self, by: int) -> Finding:
        """The same finding for words that stand so many code points further on."""
        if not by:
            return self
        fix = None if self.fix is None else self.fix.moved(by)
        related = tuple((span.moved(by), words) for span, words in self.related)
        return Finding(self.span.moved(by), self.message, fix, related)

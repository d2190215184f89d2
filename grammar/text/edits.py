"""Edits of a text, and fixes composed of them."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from itertools import pairwise

from .positions import Span
from .record import Record


class Applicability(StrEnum):
    """``safe``: one correct form, same meaning; ``unsafe``: probably correct, on request; ``manual``: never applied."""

    SAFE = "safe"
    UNSAFE = "unsafe"
    MANUAL = "manual"


class Edit(Record):
    """A replacement of ``span`` (code points of the source) by ``content``."""

    span: Span
    content: str


class Fix(Record):
    """Disjoint edits that are applied together or not at all."""

    message: str
    edits: tuple[Edit, ...]
    applicability: Applicability = Applicability.SAFE

    def __init__(self, message: str, edits: Iterable[Edit], applicability: Applicability = Applicability.SAFE) -> None:
        ordered = tuple(sorted(edits, key=lambda edit: edit.span))
        for before, after in pairwise(ordered):
            if before.span.end > after.span.start:
                raise ValueError(f"edits overlap at {after.span.start}")
        self.__dict__.update(message=message, edits=ordered, applicability=applicability)

    def moved(self, by: int) -> Fix:
        """Return the same fix for words that are shifted by a number of code points."""
        edits = tuple(Edit(edit.span.moved(by), edit.content) for edit in self.edits)
        return Fix(self.message, edits, self.applicability)

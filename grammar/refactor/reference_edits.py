"""Where the references to paragraphs lead once these have been numbered anew."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from ...rules.finding import Applicability, Edit, Fix
from ..model.cross_references import Pointer
from ..model.number_series import Break, Violation
from ..syntax.tree import Document, Mark
from ..text.positions import Span

_MOST_ALIKE = 100
"""Paragraphs of one number that a reference is looked up among, so that hostile texts take linear time."""


class UnclearReference(Exception):
    """Why a reference cannot be followed."""


class Member(NamedTuple):
    """A paragraph that references may lead to."""

    span: Span
    old: int
    meant: int
    """The number that it was to have; another than `old` where that is mistyped."""
    new: int
    section: str | None = None


class Step(NamedTuple):
    """A number in a reference, and what comes of it."""

    start: int
    """Where it stands, as an offset of the plain words."""
    written: str
    old: int
    new: int
    text: str
    """The new one as it is written."""


class Members:
    """Paragraphs of one kind, found by their numbers."""

    def __init__(self, members: Iterable[Member]) -> None:
        self._old: dict[tuple[str | None, int], list[Member]] = {}
        self._meant: dict[tuple[str | None, int], list[Member]] = {}
        self._last: dict[str | None, int] = {}
        for member in members:
            for section in {None, member.section}:
                self._old.setdefault((section, member.old), []).append(member)
                self._meant.setdefault((section, member.meant), []).append(member)
                self._last[section] = max(self._last.get(section, 0), member.old, member.new)

    @property
    def last(self) -> int:
        """The highest number there is or will be."""
        return self._last.get(None, 0)

    def follow(self, value: int, pointer: Pointer, shown: str, *, inside: bool, section: str | None = None) -> int:
        """The new number for an old one, of a section where one is named.

        `inside` says whether the paragraph that the reference stands in may be meant. Raises `UnclearReference`.
        """
        held = self._old.get((section, value)) or self._meant.get((section, value))
        if not held:
            if value <= self._last.get(section, 0):
                raise UnclearReference(f"“{shown}” is referred to and is not there")
            return value
        if len(held) > _MOST_ALIKE:
            raise UnclearReference(f"“{shown}” may lead to one of many")
        found = [member for member in held if _on_side(member, pointer, inside=inside)]
        if all(member.new == value for member in found or held):
            return value
        if not pointer.sure:
            raise UnclearReference(f"“{shown}” may lead to this text or to another")
        if not found:
            raise UnclearReference(f"“{shown}” stands on the other side of where it leads")
        if len(found) > 1:
            raise UnclearReference(f"“{shown}” may lead to either of two")
        return found[0].new


def _on_side(member: Member, pointer: Pointer, *, inside: bool) -> bool:
    side, at = pointer.reference.side, pointer.at
    if side is None:
        return True
    if member.span.start <= at < member.span.end:
        return inside
    return (member.span.start < at) == (side == "above")


def mistyped(slip: Violation, count: int) -> bool:
    """Whether a number alone is wrong, so that references to the one that is due lead to its paragraph."""
    return slip.alone or (slip.kind is Break.REPEAT and slip.at == count - 1)


def reference_edits(pointer: Pointer, steps: Sequence[Step]) -> Iterator[Edit]:
    """The edits of a reference. Raises `UnclearReference` where its numbers would stand out of order or are broken."""
    for before, after in pairwise(steps):
        if before.old < after.old and before.new >= after.new:
            raise UnclearReference(f"“{pointer.words()}” would stand out of order")
    for step in steps:
        if step.old != step.new:
            end = step.start + len(step.written)
            if not pointer.prose.unbroken(step.start, end):
                raise UnclearReference(f"“{pointer.words()}” is broken by other marks")
            yield Edit(pointer.prose.span(step.start, end), step.text)


def mark_edits(marks: Iterable[tuple[Mark, str]], document: Document) -> Iterator[Edit]:
    """The edits that give marks other numbers or letters; the signs around these stay."""
    for mark, written in marks:
        at = document.source.find(mark.label, *mark.span)
        if at >= 0 and mark.label != written:
            yield Edit(Span(at, at + len(mark.label)), written)


def renumbering(what: str, of_marks: Sequence[Edit], of_references: Sequence[Edit]) -> Fix | None:
    """The fix that changes marks and references at once. Unsafe: other texts may cite them."""
    if not of_marks:
        return None
    count = len(of_references)
    marked = f"Number it {of_marks[0].content}" if len(of_marks) == 1 else f"Renumber {len(of_marks)} {what}s"
    said = marked + {0: "", 1: ", and 1 reference"}.get(count, f", and {count} references")
    return Fix(said, (*of_marks, *of_references), Applicability.UNSAFE)

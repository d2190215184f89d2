"""References to paragraphs, updated after the paragraphs have been renumbered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from ..model.cross_references import Pointer
from ..model.number_series import Break, Violation
from ..syntax.tree import Document, Mark
from ..text.edits import Applicability, Edit, Fix
from ..text.english import plural
from ..text.named_tuple import NamedTuple
from ..text.positions import Span

_MOST_ALIKE = 100
"""The limit of candidates with the same number for a reference; it keeps the time linear on hostile input."""


class UnclearReference(Exception):
    """A reference that cannot be resolved; its text is the reason."""


class Member(NamedTuple):
    """A paragraph that references may point to."""

    span: Span
    old: int
    meant: int
    """The intended number; it differs from `old` where that is mistyped."""
    new: int
    section: str | None = None


class Step(NamedTuple):
    """A number in a reference, before and after renumbering."""

    start: int
    """The offset in the plain text of the paragraph."""
    written: str
    old: int
    new: int
    text: str
    """The new number as written."""


class Members:
    """Paragraphs of one kind, indexed by their numbers."""

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
        """The highest number before or after renumbering."""
        return self._last.get(None, 0)

    def follow(self, value: int, pointer: Pointer, shown: str, *, inside: bool, section: str | None = None) -> int:
        """Return the new number for an old one, in a section where one is named.

        `inside` is whether the reference may point to the paragraph that contains it. Raises `UnclearReference`.
        """
        held = self._old.get((section, value)) or self._meant.get((section, value))
        if not held:
            if value <= self._last.get(section, 0):
                raise UnclearReference(f"“{shown}” does not exist")
            return value
        if len(held) > _MOST_ALIKE:
            raise UnclearReference(f"“{shown}” is ambiguous")
        found = [member for member in held if _on_side(member, pointer, inside=inside)]
        if all(member.new == value for member in found or held):
            return value
        if not pointer.sure:
            raise UnclearReference(f"“{shown}” may refer to another document")
        if not found:
            raise UnclearReference(f"“{shown}” is not {pointer.reference.side}")
        if len(found) > 1:
            raise UnclearReference(f"“{shown}” is ambiguous")
        return found[0].new


def _on_side(member: Member, pointer: Pointer, *, inside: bool) -> bool:
    side, at = pointer.reference.side, pointer.at
    if side is None:
        return True
    if member.span.start <= at < member.span.end:
        return inside
    return (member.span.start < at) == (side == "above")


def mistyped(violation: Violation, count: int) -> bool:
    """Return whether only the number is wrong, so that references to the expected one point to its paragraph."""
    return violation.alone or (violation.kind is Break.REPEAT and violation.at == count - 1)


def reference_edits(pointer: Pointer, steps: Sequence[Step]) -> Iterator[Edit]:
    """Yield the edits of a reference.

    Raises:
        UnclearReference: Its numbers would be out of order, or markup interrupts them.
    """
    for before, after in pairwise(steps):
        if before.old < after.old and before.new >= after.new:
            raise UnclearReference(f"“{pointer.words()}” would be out of order")
    for step in steps:
        if step.old != step.new:
            end = step.start + len(step.written)
            if not pointer.prose.unbroken(step.start, end):
                raise UnclearReference(f"“{pointer.words()}” is interrupted by markup")
            yield Edit(pointer.prose.span(step.start, end), step.text)


def mark_edits(marks: Iterable[tuple[Mark, str]], document: Document) -> Iterator[Edit]:
    """Yield the edits that change the numbers or letters of marks and keep the characters around them."""
    for mark, written in marks:
        at = document.source.find(mark.label, *mark.span)
        if at >= 0 and mark.label != written:
            yield Edit(Span(at, at + len(mark.label)), written)


def renumbering(what: str, of_marks: Sequence[Edit], of_references: Sequence[Edit]) -> Fix | None:
    """Return the fix that changes marks and references together. It is unsafe: other texts may cite them."""
    if not of_marks:
        return None
    title = f"Renumber {plural(len(of_marks), what)}"
    if len(of_marks) == 1:
        title = f"Renumber the {what} as “{of_marks[0].content}”"
    if of_references:
        title += f" and update {plural(len(of_references), 'reference')}"
    return Fix(title, (*of_marks, *of_references), Applicability.UNSAFE)

"""Renumbering of a whole series of numbers or letters, together with the references to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property

from ..model.cross_references import Pointer, pointers
from ..model.number_series import Break, Violation, violations
from ..model.numbering import Numbered, Stretch, numbered
from ..model.sub_paragraphs import MarkedList, label, lists
from ..syntax.tree import Document, Mark, Paragraph, Resolution
from ..text.edits import Edit, Fix
from .fix_unavailable import FixUnavailable
from .letter_references import Letters
from .reference_edits import (
    Member,
    Members,
    Step,
    UnclearReference,
    mark_edits,
    mistyped,
    reference_edits,
    renumbering,
)

MOST = 50
"""The limit of series fixed at once in a resolution; it keeps the time linear on hostile input."""


class Renumbering:
    """Renumbers the series of one resolution or part."""

    def __init__(self, resolution: Resolution, document: Document) -> None:
        self._resolution, self._document = resolution, document
        self._left = MOST

    @cached_property
    def _pointers(self) -> tuple[Pointer, ...]:
        return tuple(pointers(self._resolution, self._document))

    @cached_property
    def _everyone(self) -> tuple[Numbered, ...]:
        return numbered(self._resolution)

    @cached_property
    def _shared(self) -> frozenset[int]:
        """The numbers that more than one paragraph has."""
        times = Counter(one.number for one in self._everyone)
        return frozenset(number for number, count in times.items() if count > 1)

    def paragraphs(self, stretch: Stretch) -> Fix | FixUnavailable | None:
        """Return the fix that makes the numbers of a series consecutive and updates the references to it.

        Return none if the numbers after a break may be a series of their own: they start again at 1 without a heading,
        or go back under one, or other sections start at 1.
        """
        found = list(stretch.violations)
        if not self._left or any(_own_series(violation, stretch, self._everyone) for violation in found):
            return None
        self._left -= 1
        new = {one.paragraph.id: stretch.first + i for i, one in enumerate(stretch.members)}
        count = len(stretch.members)
        meant = {
            stretch.members[violation.at].paragraph.id: violation.expected
            for violation in found
            if mistyped(violation, count)
        }
        members = Members(_member(one, new, meant) for one in self._everyone)
        marks = ((one.paragraph.mark, str(new[one.paragraph.id])) for one in stretch.members if one.paragraph.mark)

        def steps(pointer: Pointer) -> Iterator[Step]:
            return _numbers(pointer, members) if pointer.reference.kind == "paragraph" else iter(())

        return self._fix("paragraph", marks, steps)

    def letters(self, found: MarkedList, first: int, whole: Paragraph) -> Fix | FixUnavailable | None:
        """Return the fix that makes the marks of a list consecutive from `first` and updates the references to them.

        `whole` is the paragraph that contains the list. Return none if a later list continues the letters.
        """
        values = [value.value for i in range(len(found.items)) if (value := found.value(i)) is not None]
        if not self._left or found.kind is None or _goes_on(found, whole, values[-1]):
            return None
        self._left -= 1
        meant = {
            violation.at: violation.expected
            for violation in violations(values, first)
            if mistyped(violation, len(values))
        }
        members = Members(
            Member(item.paragraph.span, values[i], meant.get(i, values[i]), first + i)
            for i, item in enumerate(found.items)
        )
        shared = whole.mark is not None and whole.mark.number in self._shared
        marks = ((item.mark, label(found.kind, first + i)) for i, item in enumerate(found.items))
        return self._fix("sub-paragraph", marks, Letters(found, whole, members, shared=shared).steps)

    def shift_paragraphs(self, stretch: Stretch, offset: int, first: int, by: int) -> Fix | FixUnavailable | None:
        """Return the fix that moves the numbers of a series, and the references to them, for a paragraph more or less.

        Args:
            stretch: The series.
            offset: Where the paragraph is inserted or was removed.
            first: The number of the next paragraph; the numbers move as far as they are consecutive from here.
            by: By how much they move.
        """
        later = [one for one in stretch.members if one.mark.start >= offset]
        moved = later[: _consecutive([one.number for one in later], first)]
        new = {one.paragraph.id: one.number + by for one in moved}
        members = Members(_member(one, new, {}) for one in self._everyone)
        marks = ((one.paragraph.mark, str(one.number + by)) for one in moved if one.paragraph.mark)

        def steps(pointer: Pointer) -> Iterator[Step]:
            return _numbers(pointer, members) if pointer.reference.kind == "paragraph" else iter(())

        return self._fix("paragraph", marks, steps) if moved else None

    def shift_letters(
        self, found: MarkedList, whole: Paragraph, offset: int, first: int, by: int
    ) -> Fix | FixUnavailable | None:
        """Return the fix that moves the marks of a list, and the references to them; as `shift_paragraphs` does."""
        values = [value.value if (value := found.value(i)) else 0 for i in range(len(found.items))]
        begin = next((i for i, item in enumerate(found.items) if item.mark.span.start >= offset), len(values))
        end = begin + _consecutive(values[begin:], first)
        if found.kind is None or begin == end:
            return None
        new = [value + by * (begin <= i < end) for i, value in enumerate(values)]
        members = Members(
            Member(item.paragraph.span, value, value, then)
            for item, value, then in zip(found.items, values, new, strict=True)
        )
        shared = whole.mark is not None and whole.mark.number in self._shared
        marks = ((found.items[i].mark, label(found.kind, new[i])) for i in range(begin, end))
        return self._fix("sub-paragraph", marks, Letters(found, whole, members, shared=shared).steps)

    def _fix(
        self, what: str, marks: Iterable[tuple[Mark, str]], steps: Callable[[Pointer], Iterator[Step]]
    ) -> Fix | FixUnavailable | None:
        """Return the fix for marks and for the steps of all references, or the reason why there is none."""
        references: list[Edit] = []
        for pointer in self._pointers:
            try:
                references += reference_edits(pointer, list(steps(pointer)))
            except UnclearReference as unclear:
                return FixUnavailable(pointer.place, str(unclear))
        return renumbering(what, list(mark_edits(marks, self._document)), references)


def _consecutive(numbers: Sequence[int], first: int) -> int:
    """Return how many numbers are consecutive from `first`.

    >>> _consecutive([4, 5, 7], 4), _consecutive([5, 6], 4)
    (2, 0)
    """
    return next((i for i, number in enumerate(numbers) if number != first + i), len(numbers))


def _own_series(violation: Violation, stretch: Stretch, everyone: Sequence[Numbered]) -> bool:
    """Return whether a new series may begin at a break, with its heading or first number lost."""
    here = stretch.members[violation.at]
    if violation.at == 0:
        return everyone[0].paragraph is not here.paragraph
    before = stretch.members[violation.at - 1]
    if before.section is not here.section:
        return here.number < before.number or len(everyone) > len(stretch.members)
    return violation.kind is Break.REPEAT and not violation.alone and here.number == 1 < before.number


def _member(one: Numbered, new: dict[int, int], meant: dict[int, int]) -> Member:
    key = one.paragraph.id
    section = one.section.numeral if one.section else None
    return Member(one.paragraph.span, one.number, meant.get(key, one.number), new.get(key, one.number), section)


def _numbers(pointer: Pointer, members: Members) -> Iterator[Step]:
    """Yield the numbers of a reference, each with the new number of its paragraph."""
    for target in pointer.reference.targets:
        if target.number is not None:
            shown = f"paragraph {target.numeral}"
            new = members.follow(target.number, pointer, shown, inside=bool(target.labels), section=pointer.section)
            yield Step(target.start, target.numeral, target.number, new, str(new))


def _goes_on(found: MarkedList, whole: Paragraph, last: int) -> bool:
    """Return whether a later list of a paragraph continues the letters."""
    others = (other for other in lists(whole) if other.depth == found.depth and other.kind == found.kind)
    begin = found.items[-1].mark.span.start
    return any(
        (value := other.value(0)) is not None and value.value == last + 1
        for other in others
        if other.items[0].mark.span.start > begin
    )

"""A run of numbers or letters set right as a whole, together with the references that lead into it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from ...grammar.levels import readings
from ...grammar.position import Span
from ...grammar.references import Target
from ...grammar.tree import Document, Mark, Paragraph, Resolution, SubParagraph
from ..doubt import Doubt
from ..finding import Edit, Fix
from .following import Member, Members, Step, Unclear, mark_edits, mistyped, reference_edits, renumbering
from .lists import MarkedList, label, lists
from .paragraphs import Numbered, Stretch, numbered
from .pointers import Pointer, pointers
from .series import Break, Slip, slips

_LABEL = regex.compile(r"\((?P<label>\w{1,4})\)")


def renumber_paragraphs(stretch: Stretch, resolution: Resolution, document: Document) -> Fix | Doubt | None:
    """All numbers of a stretch set right, with the references to its paragraphs.

    None is given where what stands behind a slip may be a series of its own: it begins at 1 again without a heading,
    or goes back under one, or other sections begin at 1.
    """
    found, everyone = list(stretch.slips), list(numbered(resolution))
    if any(_own_series(slip, stretch, everyone) for slip in found):
        return None
    new = {id(one.paragraph): stretch.first + i for i, one in enumerate(stretch.members)}
    count = len(stretch.members)
    meant = {id(stretch.members[slip.at].paragraph): slip.due for slip in found if mistyped(slip, count)}
    members = [_member(one, new, meant) for one in everyone]
    references: list[Edit] = []
    for pointer in pointers(resolution, document):
        if pointer.reference.kind == "paragraph":
            try:
                references += reference_edits(pointer, list(_numbers(pointer, members)))
            except Unclear as unclear:
                return Doubt(pointer.place, str(unclear))
    marks = ((one.paragraph.mark, str(new[id(one.paragraph)])) for one in stretch.members if one.paragraph.mark)
    return renumbering("paragraph", list(mark_edits(marks, document)), references)


def _own_series(slip: Slip, stretch: Stretch, everyone: Sequence[Numbered]) -> bool:
    """Whether what begins at a slip may be a series of its own, of which the heading or the first number is lost."""
    here = stretch.members[slip.at]
    if slip.at == 0:
        return everyone[0] != here
    before = stretch.members[slip.at - 1]
    if before.section is not here.section:
        return here.number < before.number or len(everyone) > len(stretch.members)
    return slip.kind is Break.REPEAT and not slip.alone and here.number == 1 < before.number


def _member(one: Numbered, new: dict[int, int], meant: dict[int, int]) -> Member:
    key = id(one.paragraph)
    section = one.section.numeral if one.section else None
    return Member(one.paragraph.span, one.number, meant.get(key, one.number), new.get(key, one.number), section)


def _numbers(pointer: Pointer, members: Sequence[Member]) -> Iterator[Step]:
    """The numbers of a reference, each with the one that its paragraph will bear."""
    among = Members(tuple(m for m in members if pointer.section in (None, m.section)))
    for target in pointer.reference.targets:
        if target.number is not None:
            shown = f"paragraph {target.numeral}"
            new = among.follow(target.number, pointer, shown, inside=bool(target.labels))
            yield Step(target.start, target.numeral, target.number, new, str(new))


def renumber_letters(
    found: MarkedList, first: int, whole: Paragraph, resolution: Resolution, document: Document
) -> Fix | Doubt | None:
    """All marks of a list set right from `first` on, with the references to its sub-paragraphs.

    `whole` is the paragraph that the list is in. None is given where a later list goes on with the letters.
    """
    values = [value.value for i in range(len(found.items)) if (value := found.value(i)) is not None]
    if found.kind is None or _goes_on(found, whole, values[-1]):
        return None
    meant = {slip.at: slip.due for slip in slips(values, first) if mistyped(slip, len(values))}
    members = [
        Member(item.paragraph.span, values[i], meant.get(i, values[i]), first + i) for i, item in enumerate(found.items)
    ]
    letters = _Letters(found, whole, resolution, Members(tuple(members)))
    references: list[Edit] = []
    for pointer in pointers(resolution, document):
        try:
            references += reference_edits(pointer, list(letters.steps(pointer)))
        except Unclear as unclear:
            return Doubt(pointer.place, str(unclear))
    marks = ((item.mark, label(found.kind, first + i)) for i, item in enumerate(found.items))
    return renumbering("sub-paragraph", list(mark_edits(marks, document)), references)


def _goes_on(found: MarkedList, whole: Paragraph, last: int) -> bool:
    others = (other for other in lists(whole) if other.depth == found.depth and other.kind == found.kind)
    begin = found.items[-1].mark.span.start
    return any(
        (value := other.value(0)) is not None and value.value == last + 1
        for other in others
        if other.items[0].mark.span.start > begin
    )


class _Letters:
    """The references that lead into one list, and the letters in them."""

    def __init__(self, found: MarkedList, whole: Paragraph, resolution: Resolution, members: Members) -> None:
        self._found, self._whole, self._members = found, whole, members
        self._kind = found.kind or "letter"
        self._path = _path(whole, found.above) or ()
        self._number = whole.mark.number if whole.mark else None
        named = [other.number for other in numbered(resolution)]
        self._shared = self._number is not None and named.count(self._number) > 1
        self._values = {label(self._kind, value): value for value in range(1, members.last + 1)}
        self._lists = [(other, {item.mark.label for item in other.items}) for other in lists(whole)]

    def steps(self, pointer: Pointer) -> Iterator[Step]:
        """The letters of a reference that lead here, each with the one that its sub-paragraph will bear."""
        before: Target | None = None
        for written in pointer.reference.targets:
            target = before = _whole(written, before)
            at = self._index(pointer, target)
            here = -1 if at is None else at - len(target.labels) + len(written.labels)
            if at is None or here < 0 or (value := self._values.get(target.labels[at])) is None:
                continue
            shown = f"({target.labels[at]})"
            new = self._members.follow(value, pointer, shown, inside=len(target.labels) > at + 1)
            if new != value and self._shared:
                raise Unclear(f"“{pointer.words(written)}” may lead to either of two")
            places = _LABEL.finditer(pointer.prose.text, written.start, written.end)
            start = [match.start("label") for match in places][here]
            yield Step(start, target.labels[at], value, new, label(self._kind, new))

    def _index(self, pointer: Pointer, target: Target) -> int | None:
        """Which of the labels of a target is one of this list; none if none is."""
        depth = len(self._path)
        full = depth if target.labels[:depth] == self._path and len(target.labels) > depth else None
        if not target.labels:
            return None
        if target.numeral:
            ours = target.number is not None and target.number == self._number
            return full if ours and pointer.reference.kind == "paragraph" else None
        if pointer.paragraphs is not None:
            return full if self._number in pointer.paragraphs else None
        if pointer.top is not self._whole:
            return None
        if depth and full is not None:
            return full
        return 0 if self._nearest(pointer.at, target.labels[0]) else None

    def _nearest(self, at: int, letter: str) -> bool:
        """Whether a letter alone belongs to this list: to the innermost around the place that has it, if one has."""
        around = [
            other
            for other, letters in self._lists
            if letter in letters and other.above.span.start <= at < other.above.span.end
        ]
        return not around or around[-1].items[0].mark == self._found.items[0].mark


def _whole(target: Target, before: Target | None) -> Target:
    """A target with what it leaves out because the one before it says so: ``3 (c)`` in ``3 (a) and (c)``."""
    if before is None or target.numeral or not target.labels or not before.labels:
        return target
    mine = _values(target.labels[0])
    depth = next(
        (i for i in reversed(range(len(before.labels))) if _follows(_values(before.labels[i]), mine)),
        len(before.labels) - 1,
    )
    return target._replace(numeral=before.numeral, labels=(*before.labels[:depth], *target.labels))


def _values(written: str) -> dict[str, int]:
    """What a letter is worth in each way of reading it."""
    number = int(written) if written.isdigit() else None
    mark = Mark(Span(0, 0), f"({written})", written, number)
    return {value.kind: value.value for value in readings(mark)}


def _follows(before: dict[str, int], after: dict[str, int]) -> bool:
    return any(kind in after and after[kind] > value for kind, value in before.items())


def _path(whole: Paragraph, above: Paragraph) -> tuple[str, ...] | None:
    """The letters that lead from a paragraph down to one of its sub-paragraphs."""
    if whole is above:
        return ()
    for child in whole.children:
        if isinstance(child, Paragraph):
            below = _path(child, above)
            if below is not None:
                own = (child.mark.label,) if isinstance(child, SubParagraph) and child.mark else ()
                return (*own, *below)
    return None

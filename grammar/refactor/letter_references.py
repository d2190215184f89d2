"""References to the sub-paragraphs of one list: ``paragraph 3 (a) and (c) above``, ``subparagraph (c) above``."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.cross_references import Pointer
from ..model.sub_paragraphs import MarkedList, label, lists
from ..syntax.list_nesting import readings
from ..syntax.reference_reader import Target
from ..syntax.tree import Mark, Paragraph, SubParagraph
from ..text import compile_cache
from ..text.positions import Span
from .reference_edits import Members, Step, UnclearReference

_LABEL = compile_cache.pattern(r"\((?P<label>\w{1,4})\)")


class Letters:
    """The references to the items of one list, and the letters in them."""

    def __init__(self, found: MarkedList, whole: Paragraph, members: Members, *, shared: bool) -> None:
        self._found, self._whole, self._members = found, whole, members
        self._shared = shared
        """Whether another paragraph has the number of `whole`."""
        self._kind = found.kind or "letter"
        self._path = _path(whole, found.above) or ()
        self._number = whole.mark.number if whole.mark else None
        self._values = {label(self._kind, value): value for value in range(1, members.last + 1)}
        self._labels: dict[int, dict[str, MarkedList]] = {}
        for other in lists(whole):
            self._labels.setdefault(other.above.id, {}).update((item.mark.label, other) for item in other.items)

    def steps(self, pointer: Pointer) -> Iterator[Step]:
        """Yield the letters of a reference that point to this list, each with the new letter of its sub-paragraph."""
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
                raise UnclearReference(f"“{pointer.words(written)}” is ambiguous")
            places = _LABEL.finditer(pointer.prose.text, written.start, written.end)
            start = [match.start("label") for match in places][here]
            yield Step(start, target.labels[at], value, new, label(self._kind, new))

    def _index(self, pointer: Pointer, target: Target) -> int | None:
        """Return the index of the target's label that belongs to this list, or none."""
        depth = len(self._path)
        full = depth if target.labels[:depth] == self._path and len(target.labels) > depth else None
        if not target.labels:
            return None
        if target.numeral:
            ours = target.number is not None and target.number == self._number
            return full if ours and pointer.reference.kind == "paragraph" else None
        if pointer.paragraphs is not None:
            return full if self._number in pointer.paragraphs else None
        if not pointer.around or pointer.around[0] is not self._whole:
            return None
        if depth and full is not None:
            return full
        return 0 if self._nearest(pointer, target.labels[0]) else None

    def _nearest(self, pointer: Pointer, letter: str) -> bool:
        """Return whether a bare letter belongs to this list: the innermost list around the reference that has it."""
        for paragraph in reversed(pointer.around):
            if (holder := self._labels.get(paragraph.id, {}).get(letter)) is not None:
                return holder.items[0].mark == self._found.items[0].mark
        return any(paragraph is self._found.above for paragraph in pointer.around)


def _whole(target: Target, before: Target | None) -> Target:
    """Return a target with the parts that it takes over from the one before: ``3 (c)`` in ``3 (a) and (c)``."""
    if before is None or target.numeral or not target.labels or not before.labels:
        return target
    mine = _values(target.labels[0])
    depth = next(
        (i for i in reversed(range(len(before.labels))) if _follows(_values(before.labels[i]), mine)),
        len(before.labels) - 1,
    )
    return target._replace(numeral=before.numeral, labels=(*before.labels[:depth], *target.labels))


def _values(written: str) -> dict[str, int]:
    """Return the value of a letter in each way of reading it."""
    number = int(written) if written.isdigit() else None
    mark = Mark(Span(0, 0), f"({written})", written, number)
    return {value.kind: value.value for value in readings(mark)}


def _follows(before: dict[str, int], after: dict[str, int]) -> bool:
    return any(kind in after and after[kind] > value for kind, value in before.items())


def _path(whole: Paragraph, above: Paragraph) -> tuple[str, ...] | None:
    """Return the letters on the path from a paragraph down to one of its sub-paragraphs."""
    if whole is above:
        return ()
    for child in whole.children:
        if isinstance(child, Paragraph):
            below = _path(child, above)
            if below is not None:
                own = (child.mark.label,) if isinstance(child, SubParagraph) and child.mark else ()
                return (*own, *below)
    return None

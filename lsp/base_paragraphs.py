"""What the paragraphs of an open document are in its base text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from pathlib import Path

from ..grammar.compare.comparison import Pair, ResolutionComparison
from ..grammar.compare.units import Part, Unit, units
from ..grammar.syntax.tree import Openable, Paragraph
from ..grammar.text.named_tuple import NamedTuple
from ..grammar.text.positions import Span
from ..lint.store.paragraphs import STORED, numbered


class BaseParagraph(NamedTuple):
    """A paragraph of the draft and what it is in the base text."""

    unit: Unit
    pair: Pair
    place: str
    """``77/401, para. 5``; of a base text without a number, with the name of its file. Empty if it is new."""
    short_place: str
    """``para. 5``"""

    @property
    def head(self) -> Span:
        """The span of its number and opener."""
        assert isinstance(self.unit.node, Paragraph)
        return head(self.unit.node)


class BaseParagraphs:
    """The paragraphs of a draft that was compared, in the order of the text."""

    def __init__(self, comparisons: Iterable[ResolutionComparison], name: str) -> None:
        """Take the comparisons with a base text, and the path of its file."""
        found = (paragraph for one in comparisons for paragraph in _paragraphs(one, Path(name).name))
        self.all = sorted(found, key=lambda paragraph: paragraph.unit.span)
        self._starts = [paragraph.unit.span.start for paragraph in self.all]

    def at(self, offset: int) -> BaseParagraph | None:
        """Return the paragraph at an offset in code points; not the one above a sub-paragraph."""
        index = bisect_right(self._starts, offset) - 1
        return self.all[index] if index >= 0 and offset <= self.all[index].unit.span.end else None


def head(node: Paragraph) -> Span:
    """Return the span of the number and the opener of a paragraph; without them, of its first word."""
    prose, mark = node.prose, node.mark
    start = prose.whole.start if mark is None else min(mark.span.start, prose.whole.start)
    if isinstance(node, Openable) and node.opener is not None:
        return Span(start, prose.span(node.opener.start, node.opener.end).end)
    if mark is not None:
        return Span(start, mark.span.end)
    word = (prose.text.split() or [""])[0]
    return Span(start, prose.after(prose.text.find(word) + len(word)))


def _paragraphs(one: ResolutionComparison, file_name: str) -> Iterator[BaseParagraph]:
    if one.base is None:
        return
    numbers = {unit.span: number for unit, number in numbered(units(one.base_document, one.base))}
    name = one.base.number or file_name
    for pair in one.pairs:
        place = _place(pair.base, [numbers[unit.span] for unit in pair.base]) if pair.base else ""
        for unit in pair.draft:
            if unit.part in STORED and isinstance(unit.node, Paragraph):
                yield BaseParagraph(unit, pair, place and f"{name}, {place}", place)


def _place(base: tuple[Unit, ...], numbers: list[str]) -> str:
    """Return the place of paragraphs of the base text: ``para. 5 (b)``, ``preambular paras. 2 and 3``."""
    part = base[0].part
    prefix = {Part.PREAMBULAR: "preambular ", Part.ANNEX: "annex, "}.get(part, "")
    known = [number for number in numbers if number]
    if not known:
        return "annex" if part is Part.ANNEX else "operative part"
    return f"{prefix}{'paras.' if len(known) > 1 else 'para.'} {' and '.join(known)}"

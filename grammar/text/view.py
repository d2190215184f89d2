"""A text without what is not part of its words, and the way back to the places of the source.

A view is made of replacements: each says which range of the source is read as which other text. Everything that reads
words works on the view; `ViewLines` and `View.source_span` return rows, columns and offsets of the source.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from .named_tuple import NamedTuple
from .positions import LineIndex, Position, Span


class Replacement(NamedTuple):
    """A range of the source and the text that is read instead."""

    span: Span
    text: str


class View:
    r"""A text as it is read, with the places of the source.

    >>> view = View("1\\. De\u00adcides", [Replacement(Span(1, 3), "."), Replacement(Span(6, 7), "")])
    >>> view.text, view.source_span(Span(0, 2)), view.source_span(Span(3, 10)), view.source_span(Span(10, 10))
    ('1. Decides', Span(start=0, end=3), Span(start=4, end=12), Span(start=12, end=12))
    """

    __slots__ = ("_ends", "_source_ends", "_source_starts", "_starts", "_wide", "source", "text")

    def __init__(self, source: str, replacements: Sequence[Replacement]) -> None:
        """Take replacements that are in order and disjoint."""
        self.source = source
        pieces: list[str] = []
        self._starts: list[int] = []
        self._ends: list[int] = []
        here = length = 0
        for (start, end), text in replacements:
            pieces += source[here:start], text
            length += start - here
            self._starts.append(length)
            length += len(text)
            self._ends.append(length)
            here = end
        self.text = "".join([*pieces, source[here:]])
        self._source_starts = [each.span.start for each in replacements]
        self._source_ends = [each.span.end for each in replacements]
        self._wide = [
            index for index, each in enumerate(replacements) if not each.text.strip("\n") and len(each.span) > 1
        ]
        """The replacements that leave out more than one character of the source, such as a comment."""

    @property
    def lines(self) -> LineIndex:
        """The rows and columns of the source, for offsets of the view."""
        return ViewLines(self)

    def start(self, offset: int) -> int:
        """Return where the character at an offset of the view begins in the source."""
        at = bisect_right(self._starts, offset) - 1
        if at < 0:
            return offset
        if offset < self._ends[at]:
            return self._source_starts[at]
        return self._source_ends[at] + offset - self._ends[at]

    def end(self, offset: int) -> int:
        """Return where the character before an offset of the view ends in the source."""
        at = bisect_left(self._starts, offset) - 1
        if at < 0:
            return offset
        if offset <= self._ends[at]:
            return self._source_ends[at]
        return self._source_ends[at] + offset - self._ends[at]

    def place(self, offset: int) -> int:
        """Return the place in the source between the two characters around an offset of the view."""
        if offset == 0 or self.text[offset - 1] in "\r\n":
            return self.start(offset)
        return self.end(offset)

    def source_span(self, span: Span) -> Span:
        """Return the range of the source for a range of the view."""
        if span.start >= span.end:
            place = self.place(span.start)
            return Span(place, place)
        return Span(self.start(span.start), self.end(span.end))

    def hides(self, span: Span) -> bool:
        """Return whether something that is not read lies within a range of the view, so that it cannot be replaced."""
        starts = self._starts
        return any(span.start < starts[index] < span.end for index in self._wide)

    def offset(self, source: int) -> int:
        """Return the offset of the view for a place of the source."""
        at = bisect_right(self._source_starts, source) - 1
        if at < 0:
            return source
        if source < self._source_ends[at]:
            return self._starts[at]
        return self._ends[at] + source - self._source_ends[at]


class ViewLines(LineIndex):
    """Rows, columns and encoded units of the source for offsets of a view."""

    __slots__ = ("_lines", "_view")

    def __init__(self, view: View) -> None:
        super().__init__(view.text)
        self._view = view
        self._lines = LineIndex(view.source)

    @property
    def count(self) -> int:
        """The number of lines of the source."""
        return self._lines.count

    def position(self, offset: int) -> Position:
        """Return the row and column in the source of an offset of the view."""
        return self._lines.position(self._view.place(min(max(offset, 0), len(self.text))))

    def offset(self, position: Position) -> int:
        """Return the offset of the view for a row and column of the source."""
        return self._view.offset(self._lines.offset(position))

    def line(self, row: int) -> Span:
        """Return the range of the view for a row of the source."""
        start, end = self._lines.line(row)
        return Span(self._view.offset(start), self._view.offset(end))

    def units(self, offset: int, encoding: str) -> tuple[int, int]:
        """Return line and character of the source from 0, as the protocol counts them."""
        return self._lines.units(self._view.place(min(max(offset, 0), len(self.text))), encoding)

    def from_units(self, line: int, character: int, encoding: str) -> int:
        """Return the offset of the view for a protocol position in the source."""
        return self._view.offset(self._lines.from_units(line, character, encoding))

"""Positions in a text: code-point offsets internally, lines and columns for readers and editors."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from .named_tuple import NamedTuple


class Span(NamedTuple):
    """A half-open range of the source, in code points from its beginning."""

    start: int
    end: int

    def __len__(self) -> int:  # a NamedTuple would return 2
        return self.end - self.start

    def moved(self, by: int) -> Span:
        """Return the span shifted by a number of code points."""
        return Span(self.start + by, self.end + by)

    def touches(self, other: Span) -> bool:
        """Return whether the two share a code point, or one is empty and at the edge of the other.

        >>> Span(2, 5).touches(Span(4, 9)), Span(2, 5).touches(Span(5, 9)), Span(5, 5).touches(Span(2, 5))
        (True, False, True)
        """
        if self.start == self.end or other.start == other.end:
            return self.start <= other.end and other.start <= self.end
        return self.start < other.end and other.start < self.end


class Position(NamedTuple):
    """A position as readers count: row and column from 1, the column in code points."""

    row: int
    column: int


class LineIndex:
    r"""The lines of a text; the only code that turns offsets into rows, columns and encoded units.

    Lines end only at ``\n``, ``\r\n`` and ``\r``: drafts from Word and PDF contain VT, FF and U+2028 within a line, so
    ``str.splitlines`` is not used.

    >>> LineIndex("one\x0bstill one\r\ntwo").position(15)
    Position(row=2, column=1)
    """

    __slots__ = ("_starts", "text")

    def __init__(self, text: str, starts: list[int] | None = None) -> None:
        """Search a text for its lines, unless it is known where they start."""
        self.text = text
        self._starts = _line_starts(text) if starts is None else starts

    def edited(self, start: int, end: int, content: str) -> LineIndex:
        r"""Return the lines of the text in which `content` replaces a range; only the lines around it are searched.

        >>> LineIndex("one\ntwo\nthree").edited(5, 6, "h\nr").position(8)
        Position(row=3, column=2)
        """
        text = self.text[:start] + content + self.text[end:]
        known = self._starts
        # a line end before or after the range may become a part of another one, but not the one before or after that
        first, after = max(bisect_right(known, start) - 2, 0), bisect_right(known, end) + 1
        by = len(content) - (end - start)
        begin, stop = known[first], known[after] + by if after < len(known) else len(text)
        found = _line_starts(text[begin:stop], begin)
        if after < len(known):
            found.pop()  # the line after the last one searched
        return LineIndex(text, [*known[:first], *found, *(line + by for line in known[after:])])

    @property
    def count(self) -> int:
        """The number of lines; an empty text has one."""
        return len(self._starts)

    def position(self, offset: int) -> Position:
        """Return the row and column of an offset; an offset beyond the text counts as its end."""
        offset = min(max(offset, 0), len(self.text))
        row = bisect_right(self._starts, offset)
        return Position(row, offset - self._starts[row - 1] + 1)

    def offset(self, position: Position) -> int:
        """Return the offset of a row and column; a column past the end of its line counts as that end."""
        row = min(max(position.row, 1), self.count)
        start, end = self.line(row)
        return min(start + max(position.column - 1, 0), end)

    def line(self, row: int) -> Span:
        """Return the span of a row (from 1) without its line end."""
        start = self._starts[row - 1]
        end = self._starts[row] if row < self.count else len(self.text)
        while end > start and self.text[end - 1] in "\r\n":
            end -= 1
        return Span(start, end)

    def units(self, offset: int, encoding: str) -> tuple[int, int]:
        """Return line and character from 0, as the protocol counts them in ``utf-8``, ``utf-16`` or ``utf-32``."""
        row, column = self.position(offset)
        start = self._starts[row - 1]
        return row - 1, _width(self.text[start : start + column - 1], encoding)

    def from_units(self, line: int, character: int, encoding: str) -> int:
        """Return the offset of a protocol position; one inside a surrogate pair or past the line moves left."""
        if line >= self.count:
            return len(self.text)
        start, end = self.line(max(line, 0) + 1)
        if encoding == "utf-32":
            return min(start + character, end)
        here = self.text[start:end]
        if here.isascii() or (encoding == "utf-16" and _width(here, encoding) == len(here)):
            return start + min(character, len(here))
        used = 0
        for index, char in enumerate(here):
            used += _width(char, encoding)
            if used > character:
                return start + index
        return end


def _line_starts(text: str, begin: int = 0) -> list[int]:
    """Return where the lines of a text begin that is at an offset of a longer one."""
    lengths = (len(line) + 1 for line in evened(text).split("\n")[:-1])
    return [*accumulate(lengths, initial=begin)]


def evened(text: str) -> str:
    r"""Return a text of the same length whose lines end at the same offsets, each with ``\n``.

    >>> evened("one\r\ntwo\rthree")
    'one \ntwo\nthree'
    """
    return text.replace("\r\n", " \n").replace("\r", "\n") if "\r" in text else text


def _width(text: str, encoding: str) -> int:
    if encoding == "utf-32" or text.isascii():
        return len(text)
    if encoding == "utf-16":
        return len(text.encode("utf-16-le", "surrogatepass")) // 2
    return len(text.encode("utf-8", "surrogatepass"))

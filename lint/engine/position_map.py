"""Where the places of a text are after edits to it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from ...grammar.text.positions import Span
from ...rules.finding import Edit


class PositionMap:
    """Maps places of a text to the text after some edits.

    >>> moved = PositionMap([Edit(Span(2, 4), "xyz"), Edit(Span(6, 6), "!")])
    >>> moved.span(Span(0, 2)), moved.span(Span(3, 4)), moved.span(Span(5, 8))
    (Span(start=0, end=2), Span(start=2, end=5), Span(start=6, end=10))
    """

    def __init__(self, edits: Sequence[Edit]) -> None:
        """Take edits that are in order and disjoint; their spans are of the text before."""
        self._starts = [edit.span.start for edit in edits]
        self._ends = [edit.span.end for edit in edits]
        self._results: list[Span] = []
        shift = 0
        for edit in edits:
            start = edit.span.start + shift
            self._results.append(Span(start, start + len(edit.content)))
            shift += len(edit.content) - len(edit.span)

    def results(self, edits: Sequence[Edit]) -> tuple[Span, ...]:
        """Return the places of what some of the edits inserted."""
        return tuple(self._results[bisect_right(self._starts, edit.span.start) - 1] for edit in edits)

    def span(self, span: Span) -> Span:
        """Return the place of a span: where it ends in an edit, the whole result of the edit belongs to it."""
        return Span(self._moved(span.start, 0), self._moved(span.end, 1))

    def _moved(self, offset: int, edge: int) -> int:
        at = bisect_right(self._starts, offset) - 1
        if at < 0:
            return offset
        start, end, result = self._starts[at], self._ends[at], self._results[at]
        if offset < end or start == end == offset:
            return result.start if offset == start < end else result[edge]
        return result.end + offset - end

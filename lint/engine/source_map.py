"""The places of an original without lines, such as a Word or PDF file, in the text that was read from it."""

from __future__ import annotations

from bisect import bisect_right

from ...grammar.text.named_tuple import NamedTuple


class SourceMap(NamedTuple):
    """Where each place of the original begins in the text, and its name; empty for formats with lines."""

    starts: tuple[int, ...] = ()
    """Code points, in order."""
    names: tuple[str, ...] = ()
    """``paragraph 12``, ``page 3``."""

    def at(self, offset: int) -> str | None:
        """Return the place of a code point of the text; none for formats with lines.

        >>> SourceMap((0, 40), ("page 1", "page 2")).at(39)
        'page 1'
        """
        index = bisect_right(self.starts, offset) - 1
        return self.names[max(index, 0)] if self.names else None

    def moved(self, before: str, after: str) -> SourceMap:
        """Return the places of a changed text: each begins at the first of its code points that is left."""
        if before == after or not self.names:
            return self
        from ...grammar.text.text_changes import changes

        starts: list[int] = []
        shift, pending = 0, list(reversed(changes(before, after)))
        for start in self.starts:
            while pending and pending[-1].span.end <= start:
                change = pending.pop()
                shift += len(change.content) - (change.span.end - change.span.start)
            starts.append(start + shift)
        return SourceMap(tuple(starts), self.names)

"""The texts that are open in the editor, kept by its own messages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lsprotocol import types

from ..grammar.text.positions import LineIndex


@dataclass(frozen=True, slots=True)
class OpenDocument:
    """A text at one version."""

    uri: str
    version: int
    lines: LineIndex

    @property
    def source(self) -> str:
        """All of it."""
        return self.lines.text


class DocumentStore:
    """The open texts by their names.

    Lines end where the protocol says, at LF, CRLF and CR: pygls' own texts break them at VT, FF and U+2028 as well, and
    an edit behind one of these would go to another place.
    """

    def __init__(self) -> None:
        self._open: dict[str, OpenDocument] = {}

    def __iter__(self) -> Iterator[str]:
        return iter(tuple(self._open))

    def get(self, uri: str) -> OpenDocument | None:
        """The text of a name as it is now; none if it is not open."""
        return self._open.get(uri)

    def open(self, item: types.TextDocumentItem) -> None:
        """Take in a text."""
        self._open[item.uri] = OpenDocument(item.uri, item.version, LineIndex(item.text))

    def change(
        self, uri: str, version: int, changes: Iterable[types.TextDocumentContentChangeEvent], encoding: str
    ) -> None:
        """Put changes into an open text, one after another; each counts in the text that the one before left."""
        if uri not in self._open:
            return
        lines = self._open[uri].lines
        for change in changes:
            lines = LineIndex(_changed(lines, change, encoding))
        self._open[uri] = OpenDocument(uri, version, lines)

    def close(self, uri: str) -> None:
        """Forget a text."""
        self._open.pop(uri, None)


def _changed(lines: LineIndex, change: types.TextDocumentContentChangeEvent, encoding: str) -> str:
    if isinstance(change, types.TextDocumentContentChangeWholeDocument):
        return change.text
    begin, end = change.range.start, change.range.end
    start = lines.from_units(begin.line, begin.character, encoding)
    stop = lines.from_units(end.line, end.character, encoding)
    return lines.text[:start] + change.text + lines.text[max(start, stop) :]


def common(before: str, after: str) -> int:
    """How many code points two texts have in common from the beginning.

    >>> common("the tide", "the tower")
    5
    """
    low, high = 0, min(len(before), len(after))
    while low < high:
        middle = (low + high + 1) // 2
        if before[low:middle] == after[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low

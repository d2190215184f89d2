"""The documents that are open in the editor, kept up to date by its notifications."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lsprotocol import types

from ..grammar.text.named_tuple import NamedTuple
from ..grammar.text.positions import LineIndex
from ..grammar.text.record import Record


class OpenDocument(Record):
    """The text of a document at one version."""

    uri: str
    version: int
    lines: LineIndex

    @property
    def source(self) -> str:
        """Return the whole text."""
        return self.lines.text


class Change(NamedTuple):
    """What an edit replaced, in code points of the text before it."""

    start: int
    end: int
    content: str


class DocumentStore:
    """The open documents by URI.

    Lines end at LF, CRLF and CR, as the protocol defines. pygls also ends them at VT, FF and U+2028, so an edit after
    one of these characters would be applied at the wrong place.
    """

    def __init__(self) -> None:
        self._documents: dict[str, OpenDocument] = {}

    def __iter__(self) -> Iterator[str]:
        return iter(tuple(self._documents))

    def get(self, uri: str) -> OpenDocument | None:
        """Return the current version of a document, or None if it is not open."""
        return self._documents.get(uri)

    def open(self, item: types.TextDocumentItem) -> None:
        """Add a document."""
        self._documents[item.uri] = OpenDocument(item.uri, item.version, LineIndex(item.text))

    def change(
        self, uri: str, version: int, changes: Iterable[types.TextDocumentContentChangeEvent], encoding: str
    ) -> tuple[Change, ...]:
        """Apply changes to an open document, in order. A document that is not open is ignored.

        Args:
            uri: The document.
            version: Its version after the changes.
            changes: The changes; the positions of each refer to the text after the one before.
            encoding: The unit of their positions: ``utf-8``, ``utf-16`` or ``utf-32``.

        Returns:
            What was replaced, in order; each in the text after the one before.
        """
        if uri not in self._documents:
            return ()
        lines = self._documents[uri].lines
        replaced: list[Change] = []
        for change in changes:
            edit = _replacement(lines, change, encoding)
            replaced.append(edit)
            lines = lines.edited(*edit)
        self._documents[uri] = OpenDocument(uri, version, lines)
        return tuple(replaced)

    def close(self, uri: str) -> None:
        """Remove a document."""
        self._documents.pop(uri, None)


def _replacement(lines: LineIndex, change: types.TextDocumentContentChangeEvent, encoding: str) -> Change:
    """Return what a change replaces; of a whole text, only what differs."""
    if isinstance(change, types.TextDocumentContentChangeWholeDocument):
        before, after = lines.text, change.text
        start = common_prefix_length(before, after)
        rest = min(len(before), len(after)) - start
        suffix = common_suffix_length(before[len(before) - rest :], after[len(after) - rest :])
        return Change(start, len(before) - suffix, after[start : len(after) - suffix])
    start, end = (
        lines.from_units(position.line, position.character, encoding)
        for position in (change.range.start, change.range.end)
    )
    return Change(start, max(start, end), change.text)


def common_prefix_length(before: str, after: str) -> int:
    """Return the number of code points that two texts share from the beginning.

    >>> common_prefix_length("the tide", "the tower")
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


def common_suffix_length(before: str, after: str) -> int:
    """Return the number of code points that two texts share at the end.

    >>> common_suffix_length("the tide", "a side")
    3
    """
    return common_prefix_length(before[::-1], after[::-1])

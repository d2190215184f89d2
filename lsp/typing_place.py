"""The paragraph in which the user is typing, followed from edit to edit."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..grammar.text.positions import LineIndex, Span
from ..grammar.text.record import Record, replace
from .document_store import Change, OpenDocument

_BEGINS = re.compile(
    r"[ \t]{0,8}(?:(?:OP|PP)?\d{1,3}[.)]|\([a-z]{1,5}\)|[-+*][ \t]|[*_]{1,2}[A-Z]|\[\^[^\]\s]{1,16}\]:|#|\||<!--)"
)
"""How a paragraph begins that follows another without a blank line: with a number, a letter, an opener, a marker."""


class TypingPlace(Record):
    """Where the user types. It is immutable: each edit leads to a new one."""

    offset: int
    """Where the last edit ended, in code points of the current text."""
    before: OpenDocument
    """The document as it was before the first edit of this paragraph."""
    time: float
    """When the last edit was made, in seconds of a monotonic clock."""

    def paragraph(self, lines: LineIndex) -> Span:
        """Return the paragraph in the current text; a blank line counts as an empty one."""
        return paragraph_at(lines, self.offset)


def follow(
    place: TypingPlace | None, old: OpenDocument, new: OpenDocument, edits: Sequence[Change], now: float
) -> TypingPlace | None:
    """Return the place after the edits of one notification.

    Args:
        place: The place before them, or None if nothing was typed yet.
        old: The document before them.
        new: The document after them.
        edits: What was replaced, in order; each in the text after the one before.
        now: The time, in seconds.

    Returns:
        The place; None if the edits are no typing: an inserted text of several paragraphs is complete, so nothing in
        it has to be held back.
    """
    if any(len([line for line in edit.content.split("\n") if line.strip()]) > 1 for edit in edits) or not edits:
        return None
    if len(edits) == 1 or place is None:
        offset = edits[-1].start + len(edits[-1].content)
    else:
        offset = _moved(place.offset, edits, after=True)
    if place is not None and _same_paragraph(place, offset, old.lines, new.lines, edits):
        return replace(place, offset=offset, time=now)
    return TypingPlace(offset, old, now)


def paragraph_at(lines: LineIndex, offset: int) -> Span:
    """Return the lines of the paragraph at an offset, up to a blank line or a line with which another begins."""
    first = last = lines.position(offset).row
    if not _words(lines, first):
        return lines.line(first)
    while first > 1 and not _BEGINS.match(lines.text, *lines.line(first)) and _words(lines, first - 1):
        first -= 1
    while last < lines.count and _words(lines, last + 1) and not _BEGINS.match(lines.text, *lines.line(last + 1)):
        last += 1
    return Span(lines.line(first).start, lines.line(last).end)


def _words(lines: LineIndex, row: int) -> str:
    return lines.text[slice(*lines.line(row))].strip()


def _same_paragraph(place: TypingPlace, offset: int, old: LineIndex, new: LineIndex, edits: Sequence[Change]) -> bool:
    """Return whether a place is in the paragraph in which the last edit was, or which begins at that blank line."""
    left, entered = place.paragraph(old), paragraph_at(new, offset)
    start = _moved(left.start, edits, after=False)
    if old.text[slice(*left)].strip():
        return start == entered.start
    return not new.text[min(start, entered.start) : max(start, entered.start)].strip()


def _moved(offset: int, edits: Sequence[Change], *, after: bool) -> int:
    """Return where an offset is after edits; at an edit, before or after what it inserts."""
    for start, end, content in edits:
        if start < offset or (after and start == offset):
            offset = offset + len(content) - (end - start) if offset >= end else start + after * len(content)
    return offset

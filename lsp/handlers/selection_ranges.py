"""Selection ranges: what the editor selects when the user expands a selection."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lsprotocol import types

from ...grammar.syntax.tree import Node, Openable, children
from ...grammar.text.positions import Span
from .. import node_at_position
from ..document_snapshot import DocumentSnapshot
from ..server import Server

_WORD = re.compile(r"[\w’'-]+")


async def selection_ranges(ls: Server, params: types.SelectionRangeParams) -> list[types.SelectionRange]:
    """Return, for each position, the ranges from the word to opener or citation, paragraph and whole document."""
    snapshot = await ls.snapshot(params.text_document.uri)
    if snapshot is None:
        return [types.SelectionRange(types.Range(position, position)) for position in params.positions]
    return [_selection_range(snapshot, snapshot.offset(position)) for position in params.positions]


def _selection_range(snapshot: DocumentSnapshot, offset: int) -> types.SelectionRange:
    """Return the smallest range around an offset; the parent of each range contains it."""
    innermost: types.SelectionRange | None = None
    outer = Span(-1, len(snapshot.text.source) + 1)
    for span in _enclosing_spans(snapshot, offset):
        if outer.start <= span.start and span.end <= outer.end and span != outer:
            innermost = types.SelectionRange(snapshot.range(span), innermost)
            outer = span
    return innermost or types.SelectionRange(snapshot.range(Span(offset, offset)))


def _enclosing_spans(snapshot: DocumentSnapshot, offset: int) -> Iterator[Span]:
    """Return the spans that contain an offset, roughly from the largest to the smallest."""
    yield Span(0, len(snapshot.text.source))
    node: Node | None = snapshot.document
    while node is not None:
        node = next((child for child in children(node) if _contains(child.span, offset)), None)
        if node is not None:
            yield node.span
    yield from (furniture.span for furniture in snapshot.document.furniture if _contains(furniture.span, offset))
    place = node_at_position.find(snapshot, offset)
    if place is not None:
        prose = place.prose
        yield place.node.span
        yield prose.whole
        if isinstance(place.node, Openable) and place.node.opener is not None:
            opener = prose.span(place.node.opener.start, place.node.opener.end)
            if _contains(opener, offset):
                yield opener
        for start, end in (*prose.reading.quotations, *((c.start, c.end) for c in prose.citations)):
            span = prose.span(start, end)
            if _contains(span, offset):
                yield span
    line = snapshot.lines.line(snapshot.lines.position(offset).row)
    words = (Span(*match.span()) for match in _WORD.finditer(snapshot.text.source, *line))
    yield from (word for word in words if _contains(word, offset))


def _contains(span: Span, offset: int) -> bool:
    return span.start <= offset <= span.end

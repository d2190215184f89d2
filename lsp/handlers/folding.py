"""What can be folded, and what a selection grows to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from lsprotocol import types

from ...grammar.syntax.tree import Heading, Node, Openable, Paragraph, Resolution, Table, children, walk
from ...grammar.text.positions import Span
from .. import node_at_position
from ..document_snapshot import DocumentSnapshot
from ..server import Server

_WORD = re.compile(r"[\w’'-]+")


async def folding(ls: Server, params: types.FoldingRangeParams) -> list[types.FoldingRange]:
    """Resolutions, preambles, sections, paragraphs with what is below them, annexes, tables, notes, comments."""
    view = await ls.view(params.text_document.uri)
    if view is None:
        return []
    found = {(fold.start_line, fold.end_line): fold for fold in _folds(view) if fold.start_line < fold.end_line}
    return [found[lines] for lines in sorted(found)]


def _folds(view: DocumentSnapshot) -> Iterator[types.FoldingRange]:
    document = view.document
    for node in walk(document):
        if node is not document and (children(node) or isinstance(node, Paragraph | Table)):
            yield _fold(view, node.span)
        if isinstance(node, Resolution):
            if node.preamble:
                yield _fold(view, Span((node.organ or node.preamble[0]).span.start, node.preamble[-1].span.end))
            yield from _sections(view, node)
    if document.footnotes:
        yield _fold(view, Span(document.footnotes[0].span.start, document.footnotes[-1].span.end))
    for furniture in document.furniture:
        yield _fold(view, furniture.span, types.FoldingRangeKind.Comment)


def _sections(view: DocumentSnapshot, resolution: Resolution) -> Iterator[types.FoldingRange]:
    """From the heading of each section to the next."""
    heads = [node.span.start for node in resolution.body if isinstance(node, Heading)]
    if heads and resolution.body:
        for start, end in pairwise([*heads, resolution.body[-1].span.end]):
            inside = [node.span.end for node in resolution.body if start <= node.span.start < end]
            yield _fold(view, Span(start, max(inside, default=start)))


def _fold(
    view: DocumentSnapshot, span: Span, kind: types.FoldingRangeKind = types.FoldingRangeKind.Region
) -> types.FoldingRange:
    first, last = (view.position(offset).line for offset in span)
    return types.FoldingRange(first, last, kind=kind)


async def selection(ls: Server, params: types.SelectionRangeParams) -> list[types.SelectionRange]:
    """From the word to the opener or citation, the paragraph, what it belongs to, and all."""
    view = await ls.view(params.text_document.uri)
    if view is None:
        return [types.SelectionRange(types.Range(position, position)) for position in params.positions]
    return [_selection(view, view.offset(position)) for position in params.positions]


def _selection(view: DocumentSnapshot, offset: int) -> types.SelectionRange:
    """The stretches around an offset, each within the next, from the largest to the smallest."""
    grown: types.SelectionRange | None = None
    before = Span(-1, len(view.text.source) + 1)
    for span in _around(view, offset):
        if before.start <= span.start and span.end <= before.end and span != before:
            grown = types.SelectionRange(view.range(span), grown)
            before = span
    return grown or types.SelectionRange(view.range(Span(offset, offset)))


def _around(view: DocumentSnapshot, offset: int) -> Iterator[Span]:
    yield Span(0, len(view.text.source))
    here: Node | None = view.document
    while here is not None:
        held = (child for child in children(here) if child.span.start <= offset <= child.span.end)
        here = next(held, None)
        if here is not None:
            yield here.span
    yield from (f.span for f in view.document.furniture if _holds(f.span, offset))
    place = node_at_position.at(view, offset)
    if place is not None:
        prose = place.prose
        yield place.node.span
        yield prose.whole
        if isinstance(place.node, Openable) and place.node.opener is not None:
            opener = prose.span(place.node.opener.start, place.node.opener.end)
            yield from (span for span in (opener,) if _holds(span, offset))
        for start, end in (*prose.reading.quotations, *((c.start, c.end) for c in prose.citations)):
            span = prose.span(start, end)
            if _holds(span, offset):
                yield span
    line = view.lines.line(view.lines.position(offset).row)
    words = (Span(*match.span()) for match in _WORD.finditer(view.text.source, *line))
    yield from (word for word in words if _holds(word, offset))


def _holds(span: Span, offset: int) -> bool:
    return span.start <= offset <= span.end

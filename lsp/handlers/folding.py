"""Folding ranges: the parts of a document that can be collapsed."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from lsprotocol import types

from ...grammar.syntax.tree import Heading, Paragraph, Resolution, Table, children, walk
from ...grammar.text.positions import Span
from ..document_snapshot import DocumentSnapshot
from ..server import Server


async def folding_ranges(ls: Server, params: types.FoldingRangeParams) -> list[types.FoldingRange]:
    """Return resolutions, preambles, sections, paragraphs with sub-paragraphs, annexes, tables and footnotes.

    Comments, page headers and page numbers fold as comments.
    """
    snapshot = await ls.snapshot(params.text_document.uri)
    if snapshot is None:
        return []
    found = {(fold.start_line, fold.end_line): fold for fold in _folds(snapshot) if fold.start_line < fold.end_line}
    return [found[lines] for lines in sorted(found)]


def _folds(snapshot: DocumentSnapshot) -> Iterator[types.FoldingRange]:
    document = snapshot.document
    for node in walk(document):
        if node is not document and (children(node) or isinstance(node, Paragraph | Table)):
            yield _fold(snapshot, node.span)
        if isinstance(node, Resolution):
            if node.preamble:
                yield _fold(snapshot, Span((node.organ or node.preamble[0]).span.start, node.preamble[-1].span.end))
            yield from _sections(snapshot, node)
    if document.footnotes:
        yield _fold(snapshot, Span(document.footnotes[0].span.start, document.footnotes[-1].span.end))
    for furniture in document.furniture:
        yield _fold(snapshot, furniture.span, types.FoldingRangeKind.Comment)


def _sections(snapshot: DocumentSnapshot, resolution: Resolution) -> Iterator[types.FoldingRange]:
    """Return a fold for each section, from its heading to the next."""
    headings = [node.span.start for node in resolution.body if isinstance(node, Heading)]
    if headings and resolution.body:
        for start, end in pairwise([*headings, resolution.body[-1].span.end]):
            ends = [node.span.end for node in resolution.body if start <= node.span.start < end]
            yield _fold(snapshot, Span(start, max(ends, default=start)))


def _fold(
    snapshot: DocumentSnapshot, span: Span, kind: types.FoldingRangeKind = types.FoldingRangeKind.Region
) -> types.FoldingRange:
    first, last = (snapshot.position(offset).line for offset in span)
    return types.FoldingRange(first, last, kind=kind)

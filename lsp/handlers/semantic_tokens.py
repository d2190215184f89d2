"""Semantic tokens: numbers, openers, adverbs, addressees, citations, note calls and notes.

They go by names that every colour theme knows, as `TYPES` pairs them.
"""

from __future__ import annotations

from collections.abc import Iterator

from lsprotocol import types

from ...grammar.syntax.tree import Footnote, Openable, Paragraph, walk
from ...grammar.text.positions import Span
from ..document_snapshot import DocumentSnapshot
from ..server import Server

TYPES = {
    "number": types.SemanticTokenTypes.Number,
    "opener": types.SemanticTokenTypes.Keyword,
    "adverb": types.SemanticTokenTypes.Modifier,
    "addressee": types.SemanticTokenTypes.Type,
    "citation": types.SemanticTokenTypes.String,
    "note": types.SemanticTokenTypes.Decorator,
}
LEGEND = types.SemanticTokensLegend([kind.value for kind in TYPES.values()], [])
_INDEX = {name: index for index, name in enumerate(TYPES)}

Token = tuple[Span, str]


async def tokens(ls: Server, params: types.SemanticTokensParams) -> types.SemanticTokens:
    """The tokens of a text."""
    view = await ls.view(params.text_document.uri)
    return types.SemanticTokens(encoded(view, sorted(_tokens(view))) if view else [])


def encoded(view: DocumentSnapshot, found: list[Token]) -> list[int]:
    """Five numbers a token: lines and characters from the one before, length, type, no modifiers."""
    data: list[int] = []
    line = character = 0
    end = -1
    for span, name in found:
        for piece in _by_line(view, span):
            if piece.start < end:
                continue  # editors do not take tokens over one another
            end = piece.end
            here, stop = view.position(piece.start), view.position(piece.end)
            length = stop.character - here.character
            if here.line != line:
                character = 0
            data += here.line - line, here.character - character, length, _INDEX[name], 0
            line, character = here.line, here.character
    return data


def _by_line(view: DocumentSnapshot, span: Span) -> Iterator[Span]:
    """The pieces of a stretch, a line each."""
    first, last = (view.lines.position(offset).row for offset in span)
    for row in range(first, last + 1):
        start, end = view.lines.line(row)
        if max(start, span.start) < min(end, span.end):
            yield Span(max(start, span.start), min(end, span.end))


def _tokens(view: DocumentSnapshot) -> Iterator[Token]:
    for node in walk(view.document):
        if isinstance(node, Paragraph):
            if node.mark is not None:
                yield node.mark.span, "number"
            if isinstance(node, Openable):
                yield from _opening(node)
            yield from _cited(node)
    for call in view.document.footnote_references:
        yield call.span, "note"
    for note in view.document.footnotes:
        yield note.mark, "note"
        yield from _cited(note)


def _opening(node: Openable) -> Iterator[Token]:
    """The opener, around its adverb, and the addressee."""
    opener, prose = node.opener, node.prose
    if opener is None:
        return
    if (adverb := opener.adverb) is None:
        yield prose.span(opener.start, opener.end), "opener"
    else:
        yield prose.span(adverb.start, adverb.end), "adverb"
        if opener.start < adverb.start:
            yield prose.span(opener.start, min(adverb.start, opener.end)), "opener"
        if adverb.end < opener.end:
            yield prose.span(adverb.end + 1, opener.end), "opener"
    if opener.addressee is not None:
        yield prose.span(opener.addressee.start, opener.addressee.end), "addressee"


def _cited(node: Paragraph | Footnote) -> Iterator[Token]:
    for citation in node.prose.citations:
        yield node.prose.span(citation.start, citation.end), "citation"

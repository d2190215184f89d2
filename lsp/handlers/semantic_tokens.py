"""Semantic tokens: numbers, openers, adverbs, addressees, citations, footnote references and footnotes.

`TYPES` maps them to token types that every colour theme supports.
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
    "footnote": types.SemanticTokenTypes.Decorator,
}
LEGEND = types.SemanticTokensLegend([kind.value for kind in TYPES.values()], [])
_INDEX = {name: index for index, name in enumerate(TYPES)}

Token = tuple[Span, str]


async def semantic_tokens(ls: Server, params: types.SemanticTokensParams) -> types.SemanticTokens:
    """Return the tokens of a document."""
    snapshot = await ls.snapshot(params.text_document.uri)
    return types.SemanticTokens(encode(snapshot, sorted(_tokens(snapshot))) if snapshot else [])


async def semantic_tokens_in_range(ls: Server, params: types.SemanticTokensRangeParams) -> types.SemanticTokens:
    """Return the tokens of a part of a document."""
    snapshot = await ls.snapshot(params.text_document.uri)
    if snapshot is None:
        return types.SemanticTokens([])
    visible = snapshot.span(params.range)
    found = (token for token in _tokens(snapshot) if token[0].touches(visible))
    return types.SemanticTokens(encode(snapshot, sorted(found)))


def encode(snapshot: DocumentSnapshot, found: list[Token]) -> list[int]:
    """Encode tokens, five numbers each: lines and characters since the previous one, length, type, no modifiers."""
    data: list[int] = []
    line = character = 0
    end = -1
    for span, name in found:
        for piece in _split_lines(snapshot, span):
            if piece.start < end:
                continue  # tokens must not overlap
            end = piece.end
            begin, stop = snapshot.position(piece.start), snapshot.position(piece.end)
            length = stop.character - begin.character
            if begin.line != line:
                character = 0
            data += begin.line - line, begin.character - character, length, _INDEX[name], 0
            line, character = begin.line, begin.character
    return data


def _split_lines(snapshot: DocumentSnapshot, span: Span) -> Iterator[Span]:
    """Split a span at line ends."""
    first, last = (snapshot.lines.position(offset).row for offset in span)
    for row in range(first, last + 1):
        start, end = snapshot.lines.line(row)
        if max(start, span.start) < min(end, span.end):
            yield Span(max(start, span.start), min(end, span.end))


def _tokens(snapshot: DocumentSnapshot) -> Iterator[Token]:
    for node in walk(snapshot.document):
        if isinstance(node, Paragraph):
            if node.mark is not None:
                yield node.mark.span, "number"
            if isinstance(node, Openable):
                yield from _opener_tokens(node)
            yield from _citation_tokens(node)
    for reference in snapshot.document.footnote_references:
        yield reference.span, "footnote"
    for footnote in snapshot.document.footnotes:
        yield footnote.mark, "footnote"
        yield from _citation_tokens(footnote)


def _opener_tokens(node: Openable) -> Iterator[Token]:
    """Return the opener without its adverb, the adverb, and the addressee."""
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
    if (addressee := node.addressee) is not None:
        yield prose.span(addressee.start, addressee.end), "addressee"


def _citation_tokens(node: Paragraph | Footnote) -> Iterator[Token]:
    for citation in node.prose.citations:
        yield node.prose.span(citation.start, citation.end), "citation"

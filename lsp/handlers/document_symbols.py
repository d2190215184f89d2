"""Document symbols: the outline of resolutions, preambles, paragraphs with opener and first words, and footnotes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lsprotocol import types

from ...grammar.syntax.tree import (
    Annex,
    Footnote,
    Heading,
    Node,
    Openable,
    Operative,
    Paragraph,
    Preambular,
    Provision,
    ReportParagraph,
    Resolution,
    children,
)
from ...grammar.text.positions import Span
from ..document_snapshot import DocumentSnapshot
from ..server import Server

_MAX_DETAIL = 60  # code points of a paragraph's words
Kind = types.SymbolKind


async def document_symbols(
    ls: Server, params: types.DocumentSymbolParams
) -> list[types.DocumentSymbol] | list[types.SymbolInformation]:
    """Return the outline of a document, as a tree or, if the editor does not support trees, as a list."""
    snapshot = await ls.snapshot(params.text_document.uri)
    if snapshot is None:
        return []
    tree = outline(snapshot)
    return tree if ls.client.hierarchical_symbols else list(_flatten(snapshot.uri, tree, None))


def outline(snapshot: DocumentSnapshot) -> list[types.DocumentSymbol]:
    """Return the outline of a document as a tree."""
    items = [symbol for item in snapshot.document.items for symbol in _symbols(snapshot, item)]
    if snapshot.document.footnotes:
        items.append(_footnotes(snapshot, snapshot.document.footnotes))
    return items


def _symbols(snapshot: DocumentSnapshot, node: Node) -> Iterator[types.DocumentSymbol]:
    match node:
        case Resolution():
            yield _resolution(snapshot, node)
        case Annex():
            below = [symbol for item in node.items for symbol in _symbols(snapshot, item)]
            yield _symbol(snapshot, node.heading.text, Kind.Module, node.span, node.heading.span, below=below)
        case Heading():
            yield _symbol(snapshot, node.text, Kind.Namespace, node.span, node.span)
        case Operative() | Provision() | ReportParagraph() | Preambular():
            yield _paragraph(snapshot, node)


def _resolution(snapshot: DocumentSnapshot, resolution: Resolution) -> types.DocumentSymbol:
    label = " ".join(filter(None, ("" if resolution.is_part else resolution.kind.value, resolution.number)))
    head = resolution.head or resolution.organ or resolution
    below: list[types.DocumentSymbol] = []
    if resolution.preamble:
        preamble = [_paragraph(snapshot, paragraph) for paragraph in resolution.preamble]
        span = Span(resolution.preamble[0].span.start, resolution.preamble[-1].span.end)
        name = resolution.organ.name if resolution.organ else "…"
        below.append(_symbol(snapshot, name, Kind.Namespace, span, resolution.preamble[0].span, below=preamble))
    for node in children(resolution):
        if not isinstance(node, Preambular) and node is not resolution.head and node not in resolution.titles:
            below += _symbols(snapshot, node)
    name = label[:1].upper() + label[1:] if label else resolution.title
    return _symbol(snapshot, name, Kind.Class, resolution.span, head.span, below=below, detail=resolution.title)


def _paragraph(snapshot: DocumentSnapshot, paragraph: Paragraph) -> types.DocumentSymbol:
    opener = paragraph.opener if isinstance(paragraph, Openable) else None
    words = paragraph.text
    mark = paragraph.mark.text if paragraph.mark else ""
    if opener is not None:
        name, rest = f"{mark} {opener.text}".strip(), words[len(opener.text) :]
    else:
        name, rest = f"{mark} {_shorten(words)}".strip(), ""
    below = [_paragraph(snapshot, child) for child in paragraph.children if isinstance(child, Paragraph)]
    kind = Kind.Field if isinstance(paragraph, Preambular) else Kind.Method
    return _symbol(snapshot, name, kind, paragraph.span, paragraph.span, below=below, detail=_shorten(rest.strip()))


def _footnotes(snapshot: DocumentSnapshot, footnotes: Sequence[Footnote]) -> types.DocumentSymbol:
    below = [
        _symbol(snapshot, footnote.label, Kind.String, footnote.span, footnote.mark, detail=_shorten(footnote.text))
        for footnote in footnotes
    ]
    span = Span(footnotes[0].span.start, footnotes[-1].span.end)
    return _symbol(snapshot, "Footnotes", Kind.Array, span, footnotes[0].mark, below=below)


def _symbol(
    snapshot: DocumentSnapshot,
    name: str,
    kind: types.SymbolKind,
    span: Span,
    selection: Span,
    *,
    below: Sequence[types.DocumentSymbol] = (),
    detail: str = "",
) -> types.DocumentSymbol:
    """Return a symbol. Its range includes those of its children, because editors search the tree from the top."""
    whole = snapshot.range(span)
    start = min((whole.start, *(child.range.start for child in below)), key=_order)
    end = max((whole.end, *(child.range.end for child in below)), key=_order)
    first = snapshot.range(selection)
    return types.DocumentSymbol(
        name=name or "…",
        kind=kind,
        range=types.Range(start, end),
        selection_range=types.Range(first.start, min(first.end, end, key=_order)),
        detail=detail or None,
        children=list(below) or None,
    )


def _order(position: types.Position) -> tuple[int, int]:
    return position.line, position.character


def _shorten(words: str) -> str:
    return words if len(words) <= _MAX_DETAIL else f"{words[:_MAX_DETAIL].rstrip()}…"


def _flatten(
    uri: str, tree: Sequence[types.DocumentSymbol], container: str | None
) -> Iterator[types.SymbolInformation]:
    for symbol in tree:
        location = types.Location(uri, symbol.range)
        yield types.SymbolInformation(location=location, name=symbol.name, kind=symbol.kind, container_name=container)
        yield from _flatten(uri, symbol.children or (), symbol.name)

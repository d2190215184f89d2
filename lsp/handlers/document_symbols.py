"""The outline: report, resolutions, preambles, operative paragraphs with their openers and first words."""

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

_SHOWN = 60  # code points of a paragraph's words
Kind = types.SymbolKind


async def symbols(
    ls: Server, params: types.DocumentSymbolParams
) -> list[types.DocumentSymbol] | list[types.SymbolInformation]:
    """The outline of a text, as a tree or, for editors that take none, as a list."""
    view = await ls.view(params.text_document.uri)
    if view is None:
        return []
    tree = outline(view)
    return tree if ls.client.nests_symbols else list(_flat(view.uri, tree, None))


def outline(view: DocumentSnapshot) -> list[types.DocumentSymbol]:
    """The outline of a text as a tree."""
    items = [symbol for item in view.document.items for symbol in _symbols(view, item)]
    if view.document.footnotes:
        items.append(_notes(view, view.document.footnotes))
    return items


def _symbols(view: DocumentSnapshot, node: Node) -> Iterator[types.DocumentSymbol]:
    match node:
        case Resolution():
            yield _resolution(view, node)
        case Annex():
            below = [symbol for item in node.items for symbol in _symbols(view, item)]
            yield _symbol(view, node.heading.text, Kind.Module, node.span, node.heading.span, below=below)
        case Heading():
            yield _symbol(view, node.text, Kind.Namespace, node.span, node.span)
        case Operative() | Provision() | ReportParagraph() | Preambular():
            yield _paragraph(view, node)


def _resolution(view: DocumentSnapshot, resolution: Resolution) -> types.DocumentSymbol:
    named = " ".join(filter(None, ("" if resolution.is_part else resolution.kind.value, resolution.number)))
    head = resolution.head or resolution.organ or resolution
    below: list[types.DocumentSymbol] = []
    if resolution.preamble:
        preamble = [_paragraph(view, paragraph) for paragraph in resolution.preamble]
        span = Span(resolution.preamble[0].span.start, resolution.preamble[-1].span.end)
        name = resolution.organ.name if resolution.organ else "…"
        below.append(_symbol(view, name, Kind.Namespace, span, resolution.preamble[0].span, below=preamble))
    for node in children(resolution):
        if not isinstance(node, Preambular) and node is not resolution.head and node not in resolution.titles:
            below += _symbols(view, node)
    name = named[:1].upper() + named[1:] if named else resolution.title
    return _symbol(view, name, Kind.Class, resolution.span, head.span, below=below, detail=resolution.title)


def _paragraph(view: DocumentSnapshot, paragraph: Paragraph) -> types.DocumentSymbol:
    opener = paragraph.opener if isinstance(paragraph, Openable) else None
    words = paragraph.text
    mark = paragraph.mark.text if paragraph.mark else ""
    if opener is not None:
        name, rest = f"{mark} {opener.text}".strip(), words[len(opener.text) :]
    else:
        name, rest = f"{mark} {_cut(words)}".strip(), ""
    below = [_paragraph(view, child) for child in paragraph.children if isinstance(child, Paragraph)]
    kind = Kind.Field if isinstance(paragraph, Preambular) else Kind.Method
    return _symbol(view, name, kind, paragraph.span, paragraph.span, below=below, detail=_cut(rest.strip()))


def _notes(view: DocumentSnapshot, footnotes: Sequence[Footnote]) -> types.DocumentSymbol:
    below = [_symbol(view, note.label, Kind.String, note.span, note.mark, detail=_cut(note.text)) for note in footnotes]
    span = Span(footnotes[0].span.start, footnotes[-1].span.end)
    return _symbol(view, "Notes", Kind.Array, span, footnotes[0].mark, below=below)


def _symbol(
    view: DocumentSnapshot,
    name: str,
    kind: types.SymbolKind,
    span: Span,
    shown: Span,
    *,
    below: Sequence[types.DocumentSymbol] = (),
    detail: str = "",
) -> types.DocumentSymbol:
    """A symbol; its range takes in those of its children, as editors look for the place of the cursor downward."""
    whole = view.range(span)
    start = min((whole.start, *(child.range.start for child in below)), key=_order)
    end = max((whole.end, *(child.range.end for child in below)), key=_order)
    first = view.range(shown)
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


def _cut(words: str) -> str:
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN].rstrip()}…"


def _flat(uri: str, tree: Sequence[types.DocumentSymbol], above: str | None) -> Iterator[types.SymbolInformation]:
    for symbol in tree:
        place = types.Location(uri, symbol.range)
        yield types.SymbolInformation(location=place, name=symbol.name, kind=symbol.kind, container_name=above)
        yield from _flat(uri, symbol.children or (), symbol.name)

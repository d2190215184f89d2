"""Hover: findings, referenced footnotes and paragraphs, cited resolutions, the use of openers, and agreed words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lsprotocol import types

from ...grammar.database.citation_text import citation_text, date_in_words
from ...grammar.database.resolutions import Entry
from ...grammar.syntax.tree import Footnote, Openable, Paragraph, Preambular, walk
from ...rules import docstring
from ...rules.kinds.date_messages import source_of
from .. import node_at_position, settings_file, suppression_help
from ..document_snapshot import DocumentSnapshot
from ..markdown import escape
from ..opener_usage import describe_usage
from ..position_encoding import PositionEncoder
from ..server import Server
from ..settings_file import is_settings_file
from .base_hover import HoverText, agreed_before


async def hover(ls: Server, params: types.HoverParams) -> types.Hover | None:
    """Return what is known of a position, the findings first."""
    text = ls.documents.get(params.text_document.uri)
    if text is not None and is_settings_file(text.uri):
        encoder = PositionEncoder(text.uri, text.lines, ls.encoding)
        return settings_file.hover(encoder, encoder.offset(params.position), ls.configuration.registry)
    snapshot = await ls.snapshot(params.text_document.uri)
    if snapshot is None:
        return None
    offset = snapshot.offset(params.position)
    return hover_at(snapshot, offset, [text async for text in agreed_before(ls, snapshot, offset)])


def hover_at(snapshot: DocumentSnapshot, offset: int, agreed: Sequence[HoverText] = ()) -> types.Hover | None:
    """Return what is known of an offset, or None; last, where its paragraph was agreed before."""
    in_comment = suppression_help.hover(snapshot, offset, snapshot.settings.registry)
    if in_comment is not None:
        span, words = in_comment
        return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, words), snapshot.range(span))
    found = [
        *_findings(snapshot, offset),
        *_symbols(snapshot, offset),
        *_citations_and_opener(snapshot, offset),
        *agreed,
    ]
    if not found:
        return None
    text = "\n\n---\n\n".join(dict.fromkeys(text for _, text in found))
    smallest = min((span for span, _ in found), key=len)
    return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, text), snapshot.range(smallest))


def _findings(snapshot: DocumentSnapshot, offset: int) -> Iterator[HoverText]:
    for diagnostic in snapshot.diagnostics:
        span = diagnostic.finding.span
        if span.start <= offset <= span.end:
            rule = snapshot.settings.registry.by_alias.get(diagnostic.code)
            page = docstring.parse_docstring(rule.__doc__ if rule else None)
            parts = (f"**{diagnostic.name}** ({diagnostic.code})", page.summary, page.why)
            yield span, "\n\n".join(filter(None, parts))


def _symbols(snapshot: DocumentSnapshot, offset: int) -> Iterator[HoverText]:
    """Return the footnote or paragraph that is referenced; on its own marker, the number of references."""
    found = snapshot.reference_index.at(offset)
    if found is None:
        return
    symbol, reference = found
    if reference is None:
        count = len(symbol.references)
        name = f"{symbol.kind} {symbol.name}".capitalize()
        yield symbol.marker, f"{name}: {count} {'reference' if count == 1 else 'references'}"
    elif isinstance(symbol.node, Footnote):
        yield reference.span, f"**{symbol.name}** {escape(symbol.node.text)}"
    else:
        below = (node for node in walk(symbol.node) if isinstance(node, Paragraph) and node is not symbol.node)
        targets = [node for node in below if node.mark is not None and node.mark.span == reference.target]
        shown = (f"**{node.mark.text if node.mark else ''}** {escape(node.text)}" for node in (symbol.node, *targets))
        yield reference.span, "\n\n".join(shown)


def _citations_and_opener(snapshot: DocumentSnapshot, offset: int) -> Iterator[HoverText]:
    """Return the resolution that is cited at an offset, and the use of the opener there."""
    place = node_at_position.find(snapshot, offset)
    if place is None:
        return
    for citation in place.prose.citations:
        start = citation.word[0] if citation.word and citation.word[0] < citation.start else citation.start
        end = citation.date.end if citation.date and citation.date.start >= citation.end else citation.end
        span = place.prose.span(min(start, citation.start), max(end, citation.end))
        number = place.prose.span(citation.start, citation.end)
        if number.start <= offset <= number.end or (not citation.shares_date and span.start <= offset <= span.end):
            entry = node_at_position.database_entry(snapshot, place, citation)
            if entry is not None:
                yield number, _describe_entry(snapshot, entry)
    node = place.node
    if isinstance(node, Openable) and node.opener is not None:
        span = node.prose.span(node.opener.start, node.opener.end)
        if span.start <= offset <= span.end:
            yield span, describe_usage(snapshot, node.opener, node.addressee, preambular=isinstance(node, Preambular))


def _describe_entry(snapshot: DocumentSnapshot, entry: Entry) -> str:
    reader = snapshot.document.language.citations
    lines = [f"**{entry.organ} {entry.kind} {entry.number}**"]
    if entry.title:
        lines.append(f"“{escape(entry.title)}”")
    if entry.date:
        lines.append(f"{date_in_words(entry.date, reader)}, {source_of(entry)}")
    lines.append(f"cite as: {citation_text(entry, reader).text}")
    return "  \n".join(lines)

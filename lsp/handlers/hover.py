"""Hover: the note behind a call, what a citation cites, how an opener is used, what a finding's rule is about."""

from __future__ import annotations

from collections.abc import Iterator

from lsprotocol import types

from ...grammar.database.citation_text import citation_text, date_in_words
from ...grammar.database.resolutions import Entry
from ...grammar.syntax.tree import Footnote, Openable, Paragraph, Preambular, walk
from ...grammar.text.positions import Span
from ...rules import docstring
from ...rules.kinds.date_messages import source_of
from .. import node_at_position
from ..document_snapshot import DocumentSnapshot
from ..opener_usage import usage
from ..server import Server

Told = tuple[Span, str]
"""A stretch of the text and what is said of it, in Markdown."""


async def hover(ls: Server, params: types.HoverParams) -> types.Hover | None:
    """What is known of the place under the cursor: the findings first."""
    view = await ls.view(params.text_document.uri)
    return told(view, view.offset(params.position)) if view else None


def told(view: DocumentSnapshot, offset: int) -> types.Hover | None:
    """What is known of an offset."""
    found = [*_findings(view, offset), *_bound(view, offset), *_words(view, offset)]
    if not found:
        return None
    said = "\n\n---\n\n".join(dict.fromkeys(words for _, words in found))
    smallest = min((span for span, _ in found), key=len)
    return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, said), view.range(smallest))


def _findings(view: DocumentSnapshot, offset: int) -> Iterator[Told]:
    for found in view.diagnostics:
        span = found.finding.span
        if span.start <= offset <= span.end:
            rule = view.settings.registry.by_alias.get(found.code)
            read = docstring.parse_docstring(rule.__doc__ if rule else None)
            parts = (f"**{found.name}** ({found.code})", read.summary, read.why)
            yield span, "\n\n".join(filter(None, parts))


def _bound(view: DocumentSnapshot, offset: int) -> Iterator[Told]:
    """The note behind a call, the paragraph behind a reference, and how often either is led to."""
    bound = view.bonds.at(offset)
    if bound is None:
        return
    bond, use = bound
    if use is None:
        count = len(bond.uses)
        yield bond.mark, f"{bond.kind} {bond.name}: {count} {'place leads' if count == 1 else 'places lead'} here"
    elif isinstance(bond.node, Footnote):
        yield use.span, f"**{bond.name}** {_plain(bond.node.text)}"
    else:
        inner = (node for node in walk(bond.node) if isinstance(node, Paragraph) and node is not bond.node)
        named = [node for node in inner if node.mark is not None and node.mark.span == use.target]
        shown = (f"**{node.mark.text if node.mark else ''}** {_plain(node.text)}" for node in (bond.node, *named))
        yield use.span, "\n\n".join(shown)


def _words(view: DocumentSnapshot, offset: int) -> Iterator[Told]:
    """What is cited at an offset, and the opener there."""
    place = node_at_position.at(view, offset)
    if place is None:
        return
    for citation in place.prose.citations:
        start = citation.word[0] if citation.word and citation.word[0] < citation.start else citation.start
        end = citation.date.end if citation.date and citation.date.start >= citation.end else citation.end
        span = place.prose.span(min(start, citation.start), max(end, citation.end))
        number = place.prose.span(citation.start, citation.end)
        if number.start <= offset <= number.end or (not citation.shares_date and span.start <= offset <= span.end):
            entry = node_at_position.entry(view, place, citation)
            if entry is not None:
                yield number, _entry(view, entry)
    node = place.node
    if isinstance(node, Openable) and node.opener is not None:
        span = node.prose.span(node.opener.start, node.opener.end)
        if span.start <= offset <= span.end:
            yield span, usage(view, node.opener, preambular=isinstance(node, Preambular))


def _entry(view: DocumentSnapshot, entry: Entry) -> str:
    reader = view.document.language.citations
    lines = [f"**{entry.organ} {entry.kind} {entry.number}**"]
    if entry.title:
        lines.append(f"“{_plain(entry.title)}”")
    if entry.date:
        lines.append(f"{date_in_words(entry.date, reader)}, {source_of(entry)}")
    lines.append(f"in text: {citation_text(entry, reader).text}")
    return "  \n".join(lines)


def _plain(words: str) -> str:
    """Words as Markdown that shows them and nothing else."""
    return "".join(f"\\{char}" if char in "\\`*_[]<>#" else char for char in words)

"""Hover on a paragraph: its words in the base text, or where a store says that they were agreed."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

from ...grammar.syntax.tree import Paragraph, Resolution
from ...grammar.text.positions import Span
from ...lint.output.traces import place_in_words
from .. import node_at_position
from ..base_paragraphs import BaseParagraph, head
from ..document_snapshot import DocumentSnapshot
from ..markdown import escape, marked_words
from ..server import Server

HoverText = tuple[Span, str]
"""A span and what is shown for it, in Markdown."""


async def agreed_before(ls: Server, snapshot: DocumentSnapshot, offset: int) -> AsyncIterator[HoverText]:
    """Yield what the base text has for the number and opener at an offset, or for words that differ.

    If the paragraph is in no base text, yield what the store has; it is read in a thread.
    """
    known = snapshot.base_paragraphs.at(offset)
    if known is not None:
        span = _shown_for(known, offset)
        if span is not None:
            yield span, _in_base(known)
        if known.pair.base:
            return
    store, place = ls.configuration.store, node_at_position.find(snapshot, offset)
    if store is None or place is None or not isinstance(place.node, Paragraph):
        return
    span = head(place.node)
    resolution = next((r for r in snapshot.document.resolutions if r.span.start <= span.start < r.span.end), None)
    if resolution is not None and span.start <= offset <= span.end:
        yield span, await asyncio.to_thread(_in_store, place.node, resolution, store)


def _shown_for(paragraph: BaseParagraph, offset: int) -> Span | None:
    """Return the number and opener, or the words that differ, at an offset."""
    spans = [paragraph.head]
    if len(paragraph.pair.draft) == 1:
        spans += [paragraph.unit.place(*edit.draft) for edit in paragraph.pair.edits]
    return next((span for span in spans if span.start <= offset <= span.end), None)


def _in_base(paragraph: BaseParagraph) -> str:
    pair = paragraph.pair
    if not pair.base:
        return "New: not in the base text"
    if len(pair.base) == len(pair.draft) == 1 and not pair.edits:
        return f"As in {escape(paragraph.place)}"
    what = "Merged from" if len(pair.base) > 1 else "Split from" if len(pair.draft) > 1 else "Base text:"
    return f"{what} {escape(paragraph.place)}\n\n{marked_words(pair.base_text, pair.draft_text)}"


def _in_store(node: Paragraph, resolution: Resolution, store: Path) -> str:
    from ...lint.store.draft_traces import trace_paragraph
    from ...lint.store.schema import StoreError

    try:
        traces = trace_paragraph(resolution, node.text, store)
    except StoreError as error:
        return escape(str(error))
    if not traces:
        return "Not found in the store"
    (found,) = traces
    place = escape(place_in_words(found))
    if found.likeness == 1:
        return f"Agreed in {place}"
    return f"From {place}, {found.likeness:.0%} alike\n\n{marked_words(found.words, node.text)}"

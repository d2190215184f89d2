"""Formatting: the safe fixes of punctuation, italics, typography and symbols."""

from __future__ import annotations

import asyncio

from lsprotocol import types

from .. import fix_all
from ..server import Server


async def formatting(ls: Server, params: types.DocumentFormattingParams) -> list[types.TextEdit]:
    """Return the edits that format a document; none if it changes while they are computed."""
    snapshot = await ls.snapshot(params.text_document.uri)
    if snapshot is None:
        return []
    edits = await asyncio.to_thread(fix_all.formatting_fixes, snapshot)
    current = ls.documents.get(snapshot.uri)
    return snapshot.text_edits(edits) if current is snapshot.opened else []


async def range_formatting(ls: Server, params: types.DocumentRangeFormattingParams) -> list[types.TextEdit]:
    """Return the edits that format a part of a document."""
    snapshot = await ls.snapshot(params.text_document.uri)
    return snapshot.text_edits(fix_all.formatting_fixes_in(snapshot, snapshot.span(params.range))) if snapshot else []

"""On-type formatting: Enter continues numbers and letters, ``)`` completes a letter, ``;`` replaces a closing mark."""

from __future__ import annotations

import asyncio

from lsprotocol import types

from ...grammar.model.document_model import DocumentModel
from ...lint.engine.linter import analyse
from ...rules.finding import Edit
from ..document_snapshot import DocumentSnapshot
from ..list_continuation import after_bracket, after_line_end, after_semicolon
from ..server import Server

TRIGGERS = ("\n", ";", ")")


async def on_type_formatting(ls: Server, params: types.DocumentOnTypeFormattingParams) -> list[types.TextEdit]:
    """Return the edits after a typed character; none if the document changes while they are computed."""
    snapshot = await ls.snapshot(params.text_document.uri)
    if snapshot is None:
        return []
    edits = await asyncio.to_thread(_edits, snapshot, params.ch, snapshot.offset(params.position))
    return snapshot.text_edits(edits) if ls.documents.get(snapshot.uri) is snapshot.opened else []


def _edits(snapshot: DocumentSnapshot, character: str, offset: int) -> tuple[Edit, ...]:
    def parse(text: str) -> DocumentModel:
        return analyse(text, snapshot.settings).model

    if character == "\n":
        return after_line_end(snapshot, offset, parse)
    if character == ")":
        return after_bracket(snapshot, offset, parse)
    return after_semicolon(snapshot, offset) if character == ";" else ()

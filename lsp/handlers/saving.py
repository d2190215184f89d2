"""Fixing on save: the safe fixes, which the editor applies before it writes the file."""

from __future__ import annotations

import asyncio

from lsprotocol import types

from .. import fix_all
from ..server import Server


async def will_save_wait_until(ls: Server, params: types.WillSaveTextDocumentParams) -> list[types.TextEdit]:
    """Return the safe fixes if the setting `fixOnSave` is on; none if the document changes while they are computed."""
    if not ls.configuration.editor.fix_on_save:
        return []
    snapshot = await ls.snapshot(params.text_document.uri)
    if snapshot is None or not fix_all.has_safe_fixes(snapshot):
        return []
    edits = await asyncio.to_thread(fix_all.safe_fixes, snapshot)
    return snapshot.text_edits(edits) if ls.documents.get(snapshot.uri) is snapshot.opened else []

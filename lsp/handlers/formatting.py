"""Formatting: the safe fixes of form."""

from __future__ import annotations

import asyncio

from lsprotocol import types

from .. import fix_all
from ..server import Server


async def formatting(ls: Server, params: types.DocumentFormattingParams) -> list[types.TextEdit]:
    """The edits for a whole text."""
    view = await ls.view(params.text_document.uri)
    if view is None:
        return []
    edits = await asyncio.to_thread(fix_all.form, view)
    now = ls.texts.get(view.uri)
    return view.edits(edits) if now is view.text else []

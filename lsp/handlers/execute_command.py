"""Commands, for editors that have no way to a code action of their own: each is given a text's name."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from lsprotocol import types

from ...grammar.refactor.fix_unavailable import FixUnavailable
from ...rules.finding import Fix
from .. import fix_all as mending
from .. import renumbering
from ..document_snapshot import DocumentSnapshot
from ..server import Server
from .code_actions import FIX_ALL_ORDER, FIX_ALL_TITLE


async def fix_all(ls: Server, uri: str) -> None:
    """Apply all safe fixes."""
    view = await ls.view(uri)
    if view is not None and (edits := await asyncio.to_thread(mending.safe, view)):
        change = types.ApplyWorkspaceEditParams(view.change(edits), FIX_ALL_TITLE)
        await ls.workspace_apply_edit_async(change)


async def renumber_paragraphs(ls: Server, uri: str) -> None:
    """Renumber the operative paragraphs."""
    await _renumber(ls, uri, renumbering.paragraphs)


async def renumber_notes(ls: Server, uri: str) -> None:
    """Renumber the notes."""
    await _renumber(ls, uri, renumbering.notes)


ORDERS = {
    FIX_ALL_ORDER: fix_all,
    "resolint.apply.renumberParagraphs": renumber_paragraphs,
    "resolint.apply.renumberNotes": renumber_notes,
}


async def _renumber(ls: Server, uri: str, renumber: Callable[[DocumentSnapshot], Fix | FixUnavailable | None]) -> None:
    view = await ls.view(uri)
    fix = renumber(view) if view is not None else None
    if isinstance(fix, FixUnavailable):
        words = f"Not renumbered, as {fix.words}"
        ls.window_show_message(types.ShowMessageParams(types.MessageType.Warning, words))
    elif view is not None and fix is not None:
        await ls.workspace_apply_edit_async(types.ApplyWorkspaceEditParams(view.change(fix.edits), fix.message))

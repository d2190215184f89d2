"""Commands with the effect of the source actions, for editors without code actions. Their argument is a URI."""

from __future__ import annotations

import asyncio

from lsprotocol import types

from ...grammar.refactor.fix_unavailable import FixUnavailable
from ...rules.finding import Fix
from ..document_snapshot import DocumentSnapshot
from ..fix_all import safe_fixes
from ..renumbering import renumber_footnotes, renumber_paragraphs
from ..server import Server
from .code_actions import FIX_ALL_COMMAND, FIX_ALL_TITLE


async def fix_all_command(ls: Server, uri: str) -> None:
    """Fix all safe problems."""
    snapshot = await ls.snapshot(uri)
    if snapshot is not None and (edits := await asyncio.to_thread(safe_fixes, snapshot)):
        params = types.ApplyWorkspaceEditParams(snapshot.workspace_edit(edits), FIX_ALL_TITLE)
        await ls.workspace_apply_edit_async(params)


async def renumber_paragraphs_command(ls: Server, uri: str) -> None:
    """Renumber operative paragraphs."""
    if (snapshot := await ls.snapshot(uri)) is not None:
        await _apply(ls, snapshot, renumber_paragraphs(snapshot))


async def renumber_footnotes_command(ls: Server, uri: str) -> None:
    """Renumber footnotes."""
    if (snapshot := await ls.snapshot(uri)) is not None:
        await _apply(ls, snapshot, renumber_footnotes(snapshot))


COMMANDS = {
    FIX_ALL_COMMAND: fix_all_command,
    "resolint.apply.renumberParagraphs": renumber_paragraphs_command,
    "resolint.apply.renumberNotes": renumber_footnotes_command,
}


async def _apply(ls: Server, snapshot: DocumentSnapshot, fix: Fix | FixUnavailable | None) -> None:
    """Apply a fix, or show why it is unavailable."""
    if isinstance(fix, FixUnavailable):
        message = f"Cannot renumber: {fix.words}"
        ls.window_show_message(types.ShowMessageParams(types.MessageType.Warning, message))
    elif fix is not None:
        params = types.ApplyWorkspaceEditParams(snapshot.workspace_edit(fix.edits), fix.message)
        await ls.workspace_apply_edit_async(params)

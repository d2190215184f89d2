"""Commands: those with the effect of the source actions, whose argument is a URI, and one for bug reports."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from typing import Any

from lsprotocol import types

from ...grammar.refactor.fix_unavailable import FixUnavailable
from ...rules.finding import Fix
from ..document_snapshot import DocumentSnapshot
from ..fix_all import safe_fixes
from ..renumbering import renumber_footnotes, renumber_paragraphs
from ..server import Server
from ..tidying import TIDY_TITLE, tidy_change
from .code_actions import FIX_ALL_COMMAND, FIX_ALL_TITLE, TIDY_COMMAND
from .debug import PRINT_COMMAND, print_debug_information


async def fix_all_command(ls: Server, uri: str) -> None:
    """Fix all safe problems."""
    snapshot = await ls.snapshot(uri)
    if snapshot is not None and (edits := await asyncio.to_thread(safe_fixes, snapshot)):
        params = types.ApplyWorkspaceEditParams(snapshot.workspace_edit(edits), FIX_ALL_TITLE)
        await ls.workspace_apply_edit_async(params)


async def tidy_command(ls: Server, uri: str, *options: Any) -> None:
    """Tidy the draft in one step; with ``{"preview": true}``, the editor shows the changes first, if it can."""
    snapshot = await ls.snapshot(uri)
    if snapshot is not None:
        confirm = any(isinstance(each, Mapping) and each.get("preview") is True for each in options)
        annotated = ls.client.change_annotations
        change = await asyncio.to_thread(lambda: tidy_change(snapshot, annotated=annotated, confirm=confirm))
        if change is not None:
            await ls.workspace_apply_edit_async(types.ApplyWorkspaceEditParams(change, TIDY_TITLE))


async def renumber_paragraphs_command(ls: Server, uri: str) -> None:
    """Renumber operative paragraphs and the letters of their sub-paragraphs."""
    if (snapshot := await ls.snapshot(uri)) is not None:
        await _apply(ls, snapshot, renumber_paragraphs(snapshot))


async def renumber_footnotes_command(ls: Server, uri: str) -> None:
    """Renumber footnotes."""
    if (snapshot := await ls.snapshot(uri)) is not None:
        await _apply(ls, snapshot, renumber_footnotes(snapshot))


COMMANDS: Mapping[str, Callable[..., Any]] = {
    FIX_ALL_COMMAND: fix_all_command,
    TIDY_COMMAND: tidy_command,
    "resolint.apply.renumberParagraphs": renumber_paragraphs_command,
    "resolint.apply.renumberNotes": renumber_footnotes_command,
    PRINT_COMMAND: print_debug_information,
}


async def _apply(ls: Server, snapshot: DocumentSnapshot, fix: Fix | FixUnavailable | None) -> None:
    """Apply a fix, or show why it is unavailable."""
    if isinstance(fix, FixUnavailable):
        message = f"Cannot renumber: {fix.words}"
        ls.window_show_message(types.ShowMessageParams(types.MessageType.Warning, message))
    elif fix is not None:
        params = types.ApplyWorkspaceEditParams(snapshot.workspace_edit(fix.edits), fix.message)
        await ls.workspace_apply_edit_async(params)

"""The pause in typing after which the findings that were held back are shown."""

from __future__ import annotations

import asyncio
from contextlib import suppress

from pygls.exceptions import JsonRpcException

from ..server import Server
from .diagnostics import schedule_publish

_MARGIN = 0.005  # seconds, so that the pause has certainly passed


def expect(ls: Server, uri: str) -> None:
    """Show all findings of a document when nothing is typed in it for a while."""
    delay = ls.configuration.editor.findings_delay
    if delay and ls.may_hold_back(uri):
        edited = ls.documents.get(uri)
        asyncio.get_running_loop().call_later(
            delay / 1000 + _MARGIN, lambda: ls.create_task(_show(ls, uri)) if ls.documents.get(uri) is edited else None
        )


async def _show(ls: Server, uri: str) -> None:
    """Publish the findings, or have the editor request them again, if some were held back."""
    if not ls.typed(uri).holds_back:
        return
    schedule_publish(ls, uri)
    if ls.client.pull_diagnostics:
        with suppress(JsonRpcException):
            await ls.workspace_diagnostic_refresh_async(None)

"""What tests and bug reports need: the text of a document in the server, and a description of the server."""

from __future__ import annotations

import platform
from typing import Any

from lsprotocol import types

from ... import __version__
from ..log import python_version
from ..server import Server

METHOD = "resolint/text"
PRINT_COMMAND = "resolint.printDebugInformation"


def text(ls: Server, params: Any) -> dict[str, Any] | None:
    """Return text and version of the document ``{"uri": …}``, or None (null) if it is not open."""
    document = ls.documents.get(params.uri)
    return {"version": document.version, "text": document.source} if document else None


async def print_debug_information(ls: Server, *_arguments: Any) -> str:
    """Describe the server, its settings and the open documents, in the log and as the result."""
    configuration, client = ls.configuration, ls.client
    abilities = (
        f"pulls diagnostics: {client.pull_diagnostics}; refreshes them: {client.diagnostic_refresh}; "
        f"change annotations: {client.change_annotations}; snippets in changes: {client.snippet_edits}"
    )
    lines = [
        f"resolint {__version__}, Python {python_version()}, {platform.platform()}",
        f"positions: {ls.encoding}; {abilities}",
        f"folders: {', '.join(ls.workspace.folders) or 'none'}",
        f"settings of the editor: {configuration.editor}",
    ]
    lines += [f"error: {error}" for errors in configuration.errors.values() for error in errors]
    for uri in ls.documents:
        snapshot = await ls.snapshot(uri)
        if snapshot is not None:
            sources = ", ".join(layer.source for layer in snapshot.settings.layers)
            size, found = len(snapshot.text.source), len(snapshot.diagnostics)
            lines.append(
                f"{uri}: version {snapshot.text.version}, {size} characters, {len(snapshot.document.resolutions)} "
                f"resolutions, {found} findings; settings from {sources}"
            )
    report = "\n".join(lines)
    ls.window_log_message(types.LogMessageParams(types.MessageType.Info, report))
    return report

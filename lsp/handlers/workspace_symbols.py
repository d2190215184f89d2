"""Workspace symbols: the resolutions of open documents and of the drafts in the open folders."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

from lsprotocol import types

from ..server import Server
from ..workspace_files import find_files
from ..workspace_index import IndexedResolution, resolutions


async def workspace_symbols(ls: Server, params: types.WorkspaceSymbolParams) -> list[types.WorkspaceSymbol]:
    """Return the resolutions whose number and title contain all words of the query."""
    words = params.query.casefold().split()
    return [
        types.WorkspaceSymbol(
            location=types.Location(each.uri, each.head),
            name=each.name if each.title in ("", each.name) else f"{each.name}: {each.title}",
            kind=types.SymbolKind.Class,
            container_name=each.uri.rpartition("/")[2],
        )
        async for each in all_resolutions(ls)
        if all(word in f"{each.name} {each.title}".casefold() for word in words)
    ]


async def all_resolutions(ls: Server) -> AsyncIterator[IndexedResolution]:
    """Yield the resolutions of the open documents, and then those of the files that are not open."""
    for uri in ls.documents:
        snapshot = await ls.snapshot(uri)
        if snapshot is not None:
            for resolution in resolutions(snapshot.analysis.model, snapshot, snapshot.settings):
                yield resolution
    for file in await asyncio.to_thread(find_files, tuple(ls.workspace.folders)):
        if ls.documents.get(file.uri) is None:
            settings = ls.configuration.settings(file.uri)
            for resolution in await asyncio.to_thread(ls.workspace_index.of_file, file, settings, ls.encoding):
                yield resolution

"""Call hierarchy of citations: which drafts of the open folders cite a resolution, and what it cites."""

from __future__ import annotations

from typing import Any

from lsprotocol import types

from ..document_snapshot import DocumentSnapshot
from ..server import Server
from ..workspace_index import IndexedCitation, IndexedResolution, Key, citations, resolutions
from .workspace_symbols import all_resolutions


async def prepare(ls: Server, params: types.CallHierarchyPrepareParams) -> list[types.CallHierarchyItem] | None:
    """Return the resolution that is cited at a position; else the one whose heading, title or organ line is there."""
    snapshot = await ls.snapshot(params.text_document.uri)
    if snapshot is None:
        return None
    offset = snapshot.offset(params.position)
    for citation, span in citations(snapshot.analysis.model, snapshot, snapshot.settings):
        if span.start <= offset <= span.end:
            known = [each async for each in all_resolutions(ls) if each.key == citation.key]
            return [_item(each) for each in known] or [_cited(citation, snapshot.uri)]
    own = _own(snapshot, offset)
    return [_item(own)] if own is not None else None


async def incoming_calls(
    ls: Server, params: types.CallHierarchyIncomingCallsParams
) -> list[types.CallHierarchyIncomingCall]:
    """Return the drafts that cite a resolution."""
    key = _key(params.item)
    found: list[types.CallHierarchyIncomingCall] = []
    async for resolution in all_resolutions(ls):
        ranges = [citation.range for citation in resolution.citations if citation.key == key]
        if ranges:
            found.append(types.CallHierarchyIncomingCall(_item(resolution), ranges))
    return found


async def outgoing_calls(
    ls: Server, params: types.CallHierarchyOutgoingCallsParams
) -> list[types.CallHierarchyOutgoingCall]:
    """Return the resolutions that a draft cites, each with the places."""
    every = [each async for each in all_resolutions(ls)]
    known = {each.key: each for each in every if each.key is not None}
    cited: dict[Key, list[IndexedCitation]] = {}
    for resolution in every:
        if resolution.uri == params.item.uri and resolution.head == params.item.selection_range:
            for citation in resolution.citations:
                cited.setdefault(citation.key, []).append(citation)
    return [
        types.CallHierarchyOutgoingCall(
            _item(known[key]) if key in known else _cited(found[0], params.item.uri), [each.range for each in found]
        )
        for key, found in cited.items()
    ]


def _own(snapshot: DocumentSnapshot, offset: int) -> IndexedResolution | None:
    for resolution in snapshot.document.resolutions:
        begin = next((node.span.start for node in resolution.body), resolution.span.end)
        if resolution.span.start <= offset < begin:
            place = snapshot.range(resolution.span)
            found = resolutions(snapshot.analysis.model, snapshot, snapshot.settings)
            return next((each for each in found if each.range == place), None)
    return None


def _item(resolution: IndexedResolution) -> types.CallHierarchyItem:
    return types.CallHierarchyItem(
        name=resolution.name,
        detail=resolution.title or None,
        kind=types.SymbolKind.Class,
        uri=resolution.uri,
        range=resolution.range,
        selection_range=resolution.head,
        data=list(resolution.key) if resolution.key is not None else None,
    )


def _cited(citation: IndexedCitation, uri: str) -> types.CallHierarchyItem:
    """Return the item of a resolution that is in no open folder: it is at the place that cites it."""
    return types.CallHierarchyItem(
        name=f"{citation.key.organ} {citation.key.number}",
        detail=citation.title or None,
        kind=types.SymbolKind.Class,
        uri=uri,
        range=citation.range,
        selection_range=citation.range,
        data=list(citation.key),
    )


def _key(item: types.CallHierarchyItem) -> Key | None:
    data: Any = item.data
    return Key(str(data[0]), str(data[1])) if isinstance(data, list | tuple) and len(data) == len(Key._fields) else None

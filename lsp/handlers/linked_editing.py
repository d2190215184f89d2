"""Linked editing: the label of a footnote and of all references to it change together."""

from __future__ import annotations

from lsprotocol import types

from ..server import Server

_LABEL = r"[\w*-]{1,16}"


async def linked_editing_range(ls: Server, params: types.LinkedEditingRangeParams) -> types.LinkedEditingRanges | None:
    """Return the places of a footnote's label; None elsewhere, or if one of them is written in another form."""
    snapshot = await ls.snapshot(params.text_document.uri)
    found = snapshot.reference_index.at(snapshot.offset(params.position)) if snapshot is not None else None
    if snapshot is None or found is None or found[0].kind != "footnote":
        return None
    symbol = found[0]
    labels = sorted({label for label in (symbol.label, *(each.label for each in symbol.references)) if label})
    written = {snapshot.document.source[slice(*label)] for label in labels}
    if len(labels) != len(symbol.references) + 1 or len(written) != 1:
        return None
    return types.LinkedEditingRanges([snapshot.range(label) for label in labels], _LABEL)

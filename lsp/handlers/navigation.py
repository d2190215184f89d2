"""Navigation and rename of footnotes and paragraphs, with references such as “paragraph 5 above”."""

from __future__ import annotations

import re

from lsprotocol import types
from pygls.exceptions import JsonRpcInvalidParams

from ...rules.finding import Edit
from ..document_snapshot import DocumentSnapshot
from ..reference_index import Reference, Symbol, format_label
from ..server import Server

_PositionParams = (
    types.DefinitionParams
    | types.ReferenceParams
    | types.DocumentHighlightParams
    | types.PrepareRenameParams
    | types.RenameParams
)
_PARAGRAPH_NUMBER = re.compile(r"[1-9][0-9]{0,3}")
_FOOTNOTE_LABEL = re.compile(r"[1-9][0-9]{0,3}|[^\W\d_]{1,6}|\*{1,6}")
_BRACKETED_LABEL = re.compile(r"[\w*-]{1,16}")


async def definition(ls: Server, params: types.DefinitionParams) -> list[types.Location]:
    """Return the location of the footnote or paragraph that is referenced; from a footnote, its references."""
    found = await _symbol_at(ls, params)
    if found is None:
        return []
    snapshot, symbol, reference = found
    if reference is None and symbol.kind == "footnote" and symbol.references:
        return [snapshot.location(found.span) for found in symbol.references]
    return [snapshot.location(reference.target if reference else symbol.marker)]


async def references(ls: Server, params: types.ReferenceParams) -> list[types.Location]:
    """Return the references to a footnote or paragraph."""
    found = await _symbol_at(ls, params)
    if found is None:
        return []
    snapshot, symbol, _ = found
    declaration = [symbol.marker] if params.context.include_declaration else []
    return [snapshot.location(span) for span in (*declaration, *(found.span for found in symbol.references))]


async def document_highlight(ls: Server, params: types.DocumentHighlightParams) -> list[types.DocumentHighlight]:
    """Return the marker and all references of the footnote or paragraph at the cursor."""
    found = await _symbol_at(ls, params)
    if found is None:
        return []
    snapshot, symbol, _ = found
    kinds = types.DocumentHighlightKind
    return [
        types.DocumentHighlight(snapshot.range(symbol.marker), kinds.Write),
        *(types.DocumentHighlight(snapshot.range(found.span), kinds.Read) for found in symbol.references),
    ]


async def prepare_rename(ls: Server, params: types.PrepareRenameParams) -> types.PrepareRenamePlaceholder | None:
    """Return the label at the cursor, if it can be renamed."""
    found = await _symbol_at(ls, params)
    if found is None:
        return None
    snapshot, symbol, reference = found
    label = reference.label if reference else symbol.label
    return types.PrepareRenamePlaceholder(snapshot.range(label), symbol.name) if label else None


async def rename(ls: Server, params: types.RenameParams) -> types.WorkspaceEdit | None:
    """Return the edits that change the label of a footnote or paragraph and of all references to it.

    Raises:
        JsonRpcInvalidParams: The new label is invalid or in use, or a reference cannot be changed with certainty.
    """
    found = await _symbol_at(ls, params)
    if found is None:
        return None
    snapshot, symbol, _ = found
    new_name = params.new_name.strip()
    if error := _rename_error(snapshot, symbol, new_name):
        raise JsonRpcInvalidParams(error)
    labels = [label for label in (symbol.label, *(found.label for found in symbol.references)) if label is not None]
    source = snapshot.text.source
    distinct = sorted(set(labels))  # a footnote that is parsed twice yields its references twice
    return snapshot.workspace_edit(tuple(Edit(label, format_label(source, label, new_name)) for label in distinct))


def _rename_error(snapshot: DocumentSnapshot, symbol: Symbol, new_name: str) -> str | None:
    """Return why a symbol cannot be renamed, or None if it can."""
    if symbol.kind == "footnote":
        bracketed = snapshot.text.source.startswith("[^", symbol.marker.start)
        form = _BRACKETED_LABEL if bracketed else _FOOTNOTE_LABEL
        if form.fullmatch(new_name) is None:
            return f"“{new_name}” is not a valid footnote label"
    elif _PARAGRAPH_NUMBER.fullmatch(new_name) is None:
        return f"“{new_name}” is not a valid paragraph number"
    siblings = snapshot.reference_index.siblings(symbol)
    if new_name != symbol.name and any(sibling.name == new_name for sibling in siblings):
        return f"{symbol.kind.capitalize()} {new_name} already exists"
    name = f"{symbol.kind} {symbol.name}"
    if symbol.label is None or any(found.label is None for found in symbol.references):
        return f"Cannot rename {name}: it is written in a form that cannot be changed with certainty"
    if not all(found.certain for found in symbol.references):
        return f"Cannot rename {name}: a reference to “{name}” may refer to another text"
    return None


async def _symbol_at(ls: Server, params: _PositionParams) -> tuple[DocumentSnapshot, Symbol, Reference | None] | None:
    snapshot = await ls.snapshot(params.text_document.uri)
    if snapshot is None:
        return None
    found = snapshot.reference_index.at(snapshot.offset(params.position))
    return (snapshot, *found) if found else None

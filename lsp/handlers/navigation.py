"""From a note call to its note and back, from “paragraph 5 above” to that paragraph; both renamed with all of it."""

from __future__ import annotations

import re

from lsprotocol import types
from pygls.exceptions import JsonRpcInvalidParams

from ...rules.finding import Edit
from ..document_snapshot import DocumentSnapshot
from ..reference_index import Reference, Symbol, written
from ..server import Server

_Placed = (
    types.DefinitionParams
    | types.ReferenceParams
    | types.DocumentHighlightParams
    | types.PrepareRenameParams
    | types.RenameParams
)
_NUMBER = re.compile(r"[1-9][0-9]{0,3}")
_LABEL = re.compile(r"[1-9][0-9]{0,3}|[^\W\d_]{1,6}|\*{1,6}")
_ANY_LABEL = re.compile(r"[\w*-]{1,16}")


async def definition(ls: Server, params: types.DefinitionParams) -> list[types.Location]:
    """Where the note or the paragraph stands that is called or referred to."""
    found = await _bound(ls, params)
    if found is None:
        return []
    view, bond, use = found
    return [view.location(use.target if use else bond.mark)]


async def references(ls: Server, params: types.ReferenceParams) -> list[types.Location]:
    """The calls of a note, or the references to a paragraph."""
    found = await _bound(ls, params)
    if found is None:
        return []
    view, bond, _ = found
    declared = [bond.mark] if params.context.include_declaration else []
    return [view.location(span) for span in (*declared, *(use.span for use in bond.uses))]


async def highlight(ls: Server, params: types.DocumentHighlightParams) -> list[types.DocumentHighlight]:
    """All that is bound to what is under the cursor."""
    found = await _bound(ls, params)
    if found is None:
        return []
    view, bond, _ = found
    kinds = types.DocumentHighlightKind
    return [
        types.DocumentHighlight(view.range(bond.mark), kinds.Write),
        *(types.DocumentHighlight(view.range(use.span), kinds.Read) for use in bond.uses),
    ]


async def prepare_rename(ls: Server, params: types.PrepareRenameParams) -> types.PrepareRenamePlaceholder | None:
    """The label under the cursor, if it may be renamed."""
    found = await _bound(ls, params)
    if found is None:
        return None
    view, bond, use = found
    label = use.label if use else bond.label
    return types.PrepareRenamePlaceholder(view.range(label), bond.name) if label else None


async def rename(ls: Server, params: types.RenameParams) -> types.WorkspaceEdit | None:
    """A new label for a note or a paragraph, there and wherever it is called or referred to.

    Raises `JsonRpcInvalidParams` with a sentence where the label is none, is taken, or cannot be moved with certainty.
    """
    found = await _bound(ls, params)
    if found is None:
        return None
    view, bond, _ = found
    new = params.new_name.strip()
    if fault := _fault(view, bond, new):
        raise JsonRpcInvalidParams(fault)
    labels = [label for label in (bond.label, *(use.label for use in bond.uses)) if label is not None]
    source = view.text.source
    places = sorted(set(labels))  # a call may stand in a note that is read twice
    return view.change(tuple(Edit(label, written(source, label, new)) for label in places))


def _fault(view: DocumentSnapshot, bond: Symbol, new: str) -> str | None:
    """Why a bond cannot be renamed; none if it can."""
    if bond.kind == "note":
        bracketed = view.text.source.startswith("[^", bond.mark.start)
        form = _ANY_LABEL if bracketed else _LABEL
        if form.fullmatch(new) is None:
            return f"{new!r} is no label of a note"
    elif _NUMBER.fullmatch(new) is None:
        return f"{new!r} is no number of a paragraph"
    if new != bond.name and any(other.name == new for other in view.bonds.beside(bond)):
        return f"there is a {bond.kind} {new} already"
    if bond.label is None or any(use.label is None for use in bond.uses):
        return f"{bond.kind} {bond.name} is written in a form that cannot be changed with certainty"
    if not all(use.sure for use in bond.uses):
        return f"it cannot be told whether “{bond.kind} {bond.name}” leads to this text everywhere"
    return None


async def _bound(ls: Server, params: _Placed) -> tuple[DocumentSnapshot, Symbol, Reference | None] | None:
    view = await ls.view(params.text_document.uri)
    if view is None:
        return None
    found = view.bonds.at(view.offset(params.position))
    return (view, *found) if found else None

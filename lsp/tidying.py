"""Tidying of a document as one change of it, which editors can undo at once and show before it is applied."""

from __future__ import annotations

from lsprotocol import types

from ..grammar.text.text_changes import changes
from ..lint.engine.linter import lint_text
from ..lint.engine.tidy import NUMBERING, is_tidying, tidy
from ..rules.finding import Edit
from .document_snapshot import DocumentSnapshot

TIDY_TITLE = "Tidy draft"
_LABELS = {
    "numbering": "Numbers, letters, footnotes and references",
    "adverbs": "Adverbs (also, further)",
    "fixes": "Safe fixes",
}


def is_untidy(snapshot: DocumentSnapshot) -> bool:
    """Return whether tidying would change a document."""
    return any(map(is_tidying, snapshot.diagnostics))


def tidy_edits(snapshot: DocumentSnapshot) -> tuple[Edit, ...]:
    """Return the edits that tidy a document. This takes as long as several analyses."""
    done = tidy(snapshot.analysis.checked, lambda text: lint_text(text, snapshot.settings))
    return tuple(changes(snapshot.text.source, done.checked.text))


def tidy_change(snapshot: DocumentSnapshot, *, annotated: bool, confirm: bool = False) -> types.WorkspaceEdit | None:
    """Return the change that tidies a document; None if it is tidy.

    Args:
        snapshot: The document.
        annotated: Whether the editor supports groups of edits, each with a label.
        confirm: Whether the editor must show the groups before it applies them.
    """
    edits = tidy_edits(snapshot)
    if not edits:
        return None
    if not annotated:
        return snapshot.workspace_edit(edits)
    groups = [_group(snapshot, edit) for edit in edits]
    found: list[types.TextEdit | types.AnnotatedTextEdit | types.SnippetTextEdit] = [
        types.AnnotatedTextEdit(annotation_id=group, range=edit.range, new_text=edit.new_text)
        for group, edit in zip(groups, snapshot.text_edits(edits), strict=True)
    ]
    return types.WorkspaceEdit(
        document_changes=[types.TextDocumentEdit(snapshot.identifier, found)],
        change_annotations={
            group: types.ChangeAnnotation(label, needs_confirmation=confirm)
            for group, label in _LABELS.items()
            if group in groups
        },
    )


def _group(snapshot: DocumentSnapshot, edit: Edit) -> str:
    """Return the group of an edit: that of the finding whose fix changes the same place."""
    for diagnostic in snapshot.diagnostics:
        fix = diagnostic.finding.fix
        if fix is not None and any(edit.span.touches(other.span) for other in fix.edits):
            if diagnostic.code in NUMBERING:
                return "numbering"
            if diagnostic.code.startswith("SEQ"):
                return "adverbs"
    return "fixes"

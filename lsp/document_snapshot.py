"""A text at one version, as it was read and what was found in it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from lsprotocol import types

from ..grammar.syntax.tree import Document
from ..lint.config import Settings
from ..lint.engine.linter import Analysis
from ..lint.engine.results import Diagnostic
from ..rules.finding import Edit
from .document_store import OpenDocument
from .position_encoding import PositionEncoder
from .reference_index import ReferenceIndex


@dataclass(frozen=True)
class DocumentSnapshot(PositionEncoder):
    """All that the features ask of an open text. A value: an edit makes another."""

    text: OpenDocument
    analysis: Analysis
    settings: Settings
    versioned: bool = True
    """Whether the editor takes changes that name the version they are for."""

    @property
    def document(self) -> Document:
        """The tree."""
        return self.analysis.document

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """The findings, in the order of the text."""
        return self.analysis.checked.diagnostics

    @cached_property
    def bonds(self) -> ReferenceIndex:
        """What is bound together: notes and their calls, paragraphs and the references to them."""
        return ReferenceIndex(self.analysis.model)

    def edits(self, edits: tuple[Edit, ...]) -> list[types.TextEdit]:
        """Edits for the editor."""
        return [types.TextEdit(self.range(edit.span), edit.content) for edit in edits]

    def change(self, edits: tuple[Edit, ...]) -> types.WorkspaceEdit:
        """Edits of this text as a change; if the editor can, it takes it only for the version that it was made for."""
        if not self.versioned:
            return types.WorkspaceEdit(changes={self.uri: self.edits(edits)})
        document = types.OptionalVersionedTextDocumentIdentifier(uri=self.uri, version=self.text.version)
        return types.WorkspaceEdit(document_changes=[types.TextDocumentEdit(document, self.edits(edits))])

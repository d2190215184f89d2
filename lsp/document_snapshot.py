"""One version of an open document, with its tree and findings."""

from __future__ import annotations

from functools import cached_property

from lsprotocol import types

from ..grammar.syntax.tree import Document
from ..lint.config import Settings
from ..lint.engine.linter import Analysis
from ..lint.engine.results import Diagnostic
from ..rules.finding import Edit
from .base_paragraphs import BaseParagraphs
from .document_store import OpenDocument
from .held_findings import Places
from .position_encoding import PositionEncoder
from .reference_index import ReferenceIndex


class DocumentSnapshot(PositionEncoder):
    """What the features read of an open document. It is immutable: an edit leads to a new snapshot."""

    text: OpenDocument
    analysis: Analysis
    settings: Settings
    versioned: bool = True
    """Whether the editor accepts changes that name the version they apply to."""
    opened: OpenDocument | None = None
    """The document as it is in the editor; `text` is the view of it that the tree was read from."""
    before: Places | None = None
    """The findings before the first edit of the paragraph in which the user is typing, if they are needed."""

    @property
    def document(self) -> Document:
        """Return the syntax tree."""
        return self.analysis.document

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Return the findings, in the order of the text."""
        return self.analysis.checked.diagnostics

    @cached_property
    def reference_index(self) -> ReferenceIndex:
        """Return the index of footnotes and numbered paragraphs and of the references to them."""
        return ReferenceIndex(self.analysis.model)

    @cached_property
    def base_paragraphs(self) -> BaseParagraphs:
        """Return what the paragraphs are in the base text; none without one."""
        base = self.settings.base_text
        return BaseParagraphs(() if base is None else self.analysis.comparisons.values(), base.name if base else "")

    def text_edits(self, edits: tuple[Edit, ...]) -> list[types.TextEdit]:
        """Convert edits to the protocol's form."""
        return [types.TextEdit(self.range(edit.span), edit.content) for edit in edits]

    @property
    def identifier(self) -> types.OptionalVersionedTextDocumentIdentifier:
        """Return the identifier of this version."""
        return types.OptionalVersionedTextDocumentIdentifier(uri=self.uri, version=self.text.version)

    def workspace_edit(self, edits: tuple[Edit, ...]) -> types.WorkspaceEdit:
        """Convert edits of this document to a workspace edit, bound to this version if the editor supports that."""
        if not self.versioned:
            return types.WorkspaceEdit(changes={self.uri: self.text_edits(edits)})
        return types.WorkspaceEdit(document_changes=[types.TextDocumentEdit(self.identifier, self.text_edits(edits))])

"""A text at one version, as it was read and what was found in it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from lsprotocol import types

from ..grammar.tree import Document
from ..lint.diagnostic import Diagnostic
from ..lint.engine import Analysis
from ..lint.settings import Settings
from ..rules.finding import Edit
from .bonds import Bonds
from .sheet import Sheet
from .texts import Text


@dataclass(frozen=True)
class View(Sheet):
    """All that the features ask of an open text. A value: an edit makes another."""

    text: Text
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
    def bonds(self) -> Bonds:
        """What is bound together: notes and their calls, paragraphs and the references to them."""
        return Bonds(self.document)

    def edits(self, edits: tuple[Edit, ...]) -> list[types.TextEdit]:
        """Edits for the editor."""
        return [types.TextEdit(self.range(edit.span), edit.content) for edit in edits]

    def change(self, edits: tuple[Edit, ...]) -> types.WorkspaceEdit:
        """Edits of this text as a change; if the editor can, it takes it only for the version that it was made for."""
        if not self.versioned:
            return types.WorkspaceEdit(changes={self.uri: self.edits(edits)})
        document = types.OptionalVersionedTextDocumentIdentifier(uri=self.uri, version=self.text.version)
        return types.WorkspaceEdit(document_changes=[types.TextDocumentEdit(document, self.edits(edits))])

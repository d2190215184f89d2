"""A text at one version, as it was read and what was found in it, with its places as the editor counts them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from lsprotocol import types

from ..grammar.position import LineIndex, Span
from ..grammar.tree import Document
from ..lint.diagnostic import Diagnostic
from ..lint.engine import Analysis
from ..lint.settings import Settings
from ..rules.finding import Edit
from .bonds import Bonds
from .pages import Pages
from .texts import Text


@dataclass(frozen=True)
class View:
    """All that the features ask of a text. A value: an edit makes another."""

    text: Text
    analysis: Analysis
    settings: Settings
    encoding: str
    """``utf-8``, ``utf-16`` or ``utf-32``, as was agreed with the editor."""
    pages: Pages
    """Where the pages of the rules are."""
    versioned: bool = True
    """Whether the editor takes changes that name the version they are for."""

    @property
    def uri(self) -> str:
        """The text's name."""
        return self.text.uri

    @property
    def document(self) -> Document:
        """The tree."""
        return self.analysis.document

    @property
    def lines(self) -> LineIndex:
        """The lines of the text."""
        return self.text.lines

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """The findings, in the order of the text."""
        return self.analysis.checked.diagnostics

    @cached_property
    def bonds(self) -> Bonds:
        """What is bound together: notes and their calls, paragraphs and the references to them."""
        return Bonds(self.document)

    def position(self, offset: int) -> types.Position:
        """A code point's place for the editor."""
        return types.Position(*self.lines.units(offset, self.encoding))

    def range(self, span: Span) -> types.Range:
        """A stretch for the editor."""
        return types.Range(self.position(span.start), self.position(span.end))

    def location(self, span: Span) -> types.Location:
        """A stretch of this text for the editor, with the text's name."""
        return types.Location(self.uri, self.range(span))

    def offset(self, position: types.Position) -> int:
        """The code point at the editor's place."""
        return self.lines.from_units(position.line, position.character, self.encoding)

    def span(self, stretch: types.Range) -> Span:
        """The editor's stretch in code points."""
        return Span(self.offset(stretch.start), self.offset(stretch.end))

    def edits(self, edits: tuple[Edit, ...]) -> list[types.TextEdit]:
        """Edits for the editor."""
        return [types.TextEdit(self.range(edit.span), edit.content) for edit in edits]

    def change(self, edits: tuple[Edit, ...]) -> types.WorkspaceEdit:
        """Edits of this text as a change; if the editor can, it takes it only for the version that it was made for."""
        if not self.versioned:
            return types.WorkspaceEdit(changes={self.uri: self.edits(edits)})
        document = types.OptionalVersionedTextDocumentIdentifier(uri=self.uri, version=self.text.version)
        return types.WorkspaceEdit(document_changes=[types.TextDocumentEdit(document, self.edits(edits))])

"""Places of a text as an editor counts them."""

from __future__ import annotations

from dataclasses import dataclass

from lsprotocol import types

from ..grammar.text.positions import LineIndex, Span


@dataclass(frozen=True)
class PositionEncoder:
    """A text by its name and lines, and the unit in which the editor counts."""

    uri: str
    lines: LineIndex
    encoding: str
    """``utf-8``, ``utf-16`` or ``utf-32``, as was agreed with the editor."""

    def position(self, offset: int) -> types.Position:
        """A code point's place for the editor."""
        return types.Position(*self.lines.units(offset, self.encoding))

    def range(self, span: Span) -> types.Range:
        """A stretch for the editor."""
        return types.Range(self.position(span.start), self.position(span.end))

    def location(self, span: Span) -> types.Location:
        """A stretch for the editor, with the text's name."""
        return types.Location(self.uri, self.range(span))

    def offset(self, position: types.Position) -> int:
        """The code point at the editor's place."""
        return self.lines.from_units(position.line, position.character, self.encoding)

    def span(self, stretch: types.Range) -> Span:
        """The editor's stretch in code points."""
        return Span(self.offset(stretch.start), self.offset(stretch.end))

"""Conversion between offsets in code points and the positions of the protocol."""

from __future__ import annotations

from lsprotocol import types

from ..grammar.text.positions import LineIndex, Span
from ..grammar.text.record import Record


class PositionEncoder(Record):
    """Convert positions of one document."""

    uri: str
    lines: LineIndex
    encoding: str
    """The unit agreed with the editor: ``utf-8``, ``utf-16`` or ``utf-32``."""

    def position(self, offset: int) -> types.Position:
        """Convert an offset in code points to a position."""
        return types.Position(*self.lines.units(offset, self.encoding))

    def range(self, span: Span) -> types.Range:
        """Convert a span to a range."""
        return types.Range(self.position(span.start), self.position(span.end))

    def location(self, span: Span) -> types.Location:
        """Convert a span to a location in this document."""
        return types.Location(self.uri, self.range(span))

    def offset(self, position: types.Position) -> int:
        """Convert a position to an offset in code points."""
        return self.lines.from_units(position.line, position.character, self.encoding)

    def span(self, text_range: types.Range) -> Span:
        """Convert a range to a span."""
        return Span(self.offset(text_range.start), self.offset(text_range.end))

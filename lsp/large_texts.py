"""Large texts: checking them takes longer than typing a letter, so it waits for a pause in typing."""

from __future__ import annotations

from collections.abc import Iterable

from lsprotocol import types

from ..grammar.text.named_tuple import NamedTuple
from .document_store import common_prefix_length
from .position_encoding import PositionEncoder


def moved(
    diagnostics: Iterable[types.Diagnostic], before: PositionEncoder, after: PositionEncoder
) -> list[types.Diagnostic]:
    """Return the diagnostics of a text at their places in its later version, without those in the words between.

    Args:
        diagnostics: The diagnostics of the earlier version.
        before: The earlier version, as it was in the editor.
        after: The later version.
    """
    change = _Change.between(before, after)
    found: list[types.Diagnostic] = []
    for each in diagnostics:
        if (place := change.moved(each.range)) is None:
            continue
        related = [
            types.DiagnosticRelatedInformation(types.Location(other.location.uri, at), other.message)
            for other in each.related_information or ()
            if (at := change.moved(other.location.range)) is not None
        ]
        found.append(
            types.Diagnostic(
                range=place,
                message=each.message,
                severity=each.severity,
                code=each.code,
                code_description=each.code_description,
                source=each.source,
                tags=each.tags,
                related_information=related or None,
            )
        )
    return found


class _Change(NamedTuple):
    """The part in which two versions of a text differ, as positions of the protocol."""

    start: types.Position
    end_before: types.Position
    end_after: types.Position

    @classmethod
    def between(cls, before: PositionEncoder, after: PositionEncoder) -> _Change:
        """Compare two versions."""
        old, new = before.lines.text, after.lines.text
        same = common_prefix_length(old, new)
        tail = common_prefix_length(old[same:][::-1], new[same:][::-1])
        start, end_before = before.position(same), before.position(len(old) - tail)
        return cls(start, end_before, after.position(len(new) - tail))

    def moved(self, place: types.Range) -> types.Range | None:
        """Return a range at its place in the later version; none if it is in what has changed."""
        if _key(place.end) <= _key(self.start):
            return place
        if _key(place.start) < _key(self.end_before):
            return None
        return types.Range(self._after(place.start), self._after(place.end))

    def _after(self, position: types.Position) -> types.Position:
        character = position.character
        if position.line == self.end_before.line:
            character += self.end_after.character - self.end_before.character
        return types.Position(position.line + self.end_after.line - self.end_before.line, character)


def _key(position: types.Position) -> tuple[int, int]:
    return position.line, position.character

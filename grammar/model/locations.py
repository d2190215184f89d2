"""The place of a position in the text, in the drafters' terms: resolution 27/2, operative paragraph 9 (b)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from ..syntax.tree import (
    Annex,
    Document,
    Heading,
    Node,
    Operative,
    OrganLine,
    Paragraph,
    Preambular,
    ReportParagraph,
    Resolution,
    children,
)
from ..text.named_tuple import NamedTuple
from .footnotes import footnote_owners


class NodeLocation(NamedTuple):
    """The location of a node for readers: ``27/2``, ``operative``, ``9 (b)``. Any part may be None."""

    resolution: str | None = None
    part: str | None = None
    """``preamble``, ``operative``, ``annex``, ``title``, ``notes`` or ``report``."""
    paragraph: str | None = None


_Found = tuple[Node, NodeLocation, str | None]
"""A node, its place, and the number of the resolution that contains it."""


class Locations:
    """The places of a document by code point; only nodes with findings are expanded, each once."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._opened: dict[int, tuple[list[int], list[_Found]]] = {}
        owners = footnote_owners(document)
        numbers = ((note, owners.get(note.id)) for note in document.footnotes)
        self._notes = [
            (note.span, NodeLocation(None if owner is None else _number(owner, None), "notes", note.label))
            for note, owner in numbers
        ]
        self._note_starts = [span.start for span, _ in self._notes]

    def at(self, offset: int) -> NodeLocation:
        """Return the innermost place at an offset; footnotes before the paragraph that they interrupt."""
        note = bisect_right(self._note_starts, offset) - 1
        if note >= 0 and offset <= self._notes[note][0].end:
            return self._notes[note][1]
        found: _Found = (self._document, NodeLocation(), None)
        while True:
            starts, below = self._open(*found)
            index = bisect_right(starts, offset) - 1
            if index < 0 or offset > below[index][0].span.end:
                return found[1]
            found = below[index]

    def _open(self, node: Node, place: NodeLocation, number: str | None) -> tuple[list[int], list[_Found]]:
        """Return the children of a node, and the offset of each."""
        if node.id not in self._opened:
            below = list(_below(node, place, number))
            self._opened[node.id] = [child.span.start for child, _, _ in below], below
        return self._opened[node.id]


def _below(node: Node, place: NodeLocation, number: str | None) -> Iterator[_Found]:
    """Return the children of a node with their places and the number of their resolution."""
    part, preambular = place.part, 0
    for child in children(node):
        match child:
            case Resolution():
                named = _number(child, number)
                yield child, NodeLocation(named), named
            case Annex():
                yield child, NodeLocation(number, "annex"), number
            case ReportParagraph():
                yield child, NodeLocation(None, "report", _label(None, child)), None
            case Preambular():
                part, preambular = "preamble", preambular + 1
                yield child, NodeLocation(number, part, str(preambular)), number
            case Operative():
                part = "operative"
                yield child, NodeLocation(number, part, _label(None, child)), number
            case Heading() if isinstance(node, Resolution) and (child is node.head or child in node.titles):
                yield child, NodeLocation(number, "title"), number
            case OrganLine():
                part = "preamble"
                yield child, NodeLocation(number, part), number
            case _:
                yield child, NodeLocation(number, part, _label(place.paragraph, child)), number


def _label(above: str | None, node: Node) -> str | None:
    """Return a paragraph's number, preceded by the number of the paragraph above it: ``9``, ``9 (b)``."""
    label = node.mark.label if isinstance(node, Paragraph) and node.mark else ""
    if not label:
        return above
    return label if above is None else f"{above} ({label})"


def _number(resolution: Resolution, whole: str | None) -> str | None:
    """Return the number of a resolution or of a part: ``77/188``, ``77/188 A``."""
    return " ".join(filter(None, (whole, resolution.number))) or None

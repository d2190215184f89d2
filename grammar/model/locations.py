"""The place of a position in the text, in the drafters' terms: resolution 27/2, operative paragraph 9 (b)."""

from __future__ import annotations

from bisect import bisect_right

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
_PARTS: dict[type[Node], str] = {Preambular: "preamble", OrganLine: "preamble", Operative: "operative"}
"""The part of a resolution that a node belongs to, and what follows it up to another of these nodes."""


class Locations:
    """The places of a document by code point; the children of a node are located only where something is found."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._opened: dict[int, tuple[list[int], tuple[Node, ...]]] = {}
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
            node, place, number = found
            starts, below = self._open(node)
            index = bisect_right(starts, offset) - 1
            if index < 0 or offset > below[index].span.end:
                return place
            found = _located(node, below[: index + 1], place, number)

    def _open(self, node: Node) -> tuple[list[int], tuple[Node, ...]]:
        """Return the offset of each child of a node, and the children."""
        if node.id not in self._opened:
            below = children(node)
            self._opened[node.id] = [child.span.start for child in below], below
        return self._opened[node.id]


def _located(node: Node, below: tuple[Node, ...], place: NodeLocation, number: str | None) -> _Found:
    """Return the last of the first children of a node with its place and the number of its resolution."""
    child = below[-1]
    match child:
        case Resolution():
            named = _number(child, number)
            return child, NodeLocation(named), named
        case Annex():
            return child, NodeLocation(number, "annex"), number
        case ReportParagraph():
            return child, NodeLocation(None, "report", _label(None, child)), None
        case Preambular():
            nth = sum(type(each) is Preambular for each in below)
            return child, NodeLocation(number, "preamble", str(nth)), number
        case Operative():
            return child, NodeLocation(number, "operative", _label(None, child)), number
        case Heading() if isinstance(node, Resolution) and (child is node.head or child in node.titles):
            return child, NodeLocation(number, "title"), number
        case OrganLine():
            return child, NodeLocation(number, "preamble"), number
        case _:
            part = next((_PARTS[type(each)] for each in reversed(below) if type(each) in _PARTS), place.part)
            return child, NodeLocation(number, part, _label(place.paragraph, child)), number


def _label(above: str | None, node: Node) -> str | None:
    """Return a paragraph's number, preceded by the number of the paragraph above it: ``9``, ``9 (b)``."""
    label = node.mark.label if isinstance(node, Paragraph) and node.mark else ""
    if not label:
        return above
    return label if above is None else f"{above} ({label})"


def _number(resolution: Resolution, whole: str | None) -> str | None:
    """Return the number of a resolution or of a part: ``77/188``, ``77/188 A``."""
    return " ".join(filter(None, (whole, resolution.number))) or None

"""The units that two texts are compared by: titles, headings, paragraphs at all depths, tables and footnotes."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from ..syntax.tree import (
    Annex,
    Document,
    Heading,
    Node,
    Operative,
    Paragraph,
    Preambular,
    Provision,
    Resolution,
    Table,
)
from ..text.positions import Span


class Part(StrEnum):
    """The part of a resolution that a unit belongs to."""

    TITLE = "title"
    PREAMBULAR = "preambular"
    OPERATIVE = "operative"
    SUB = "sub"
    NOTE = "note"
    SECTION = "section"
    ANNEX = "annex"
    OTHER = "other"
    """Text outside the paragraphs of resolutions; compared only where it is said."""


class Unit(NamedTuple):
    """A piece of a resolution that is compared as a whole."""

    part: Part
    text: str
    """Plain, with single spaces, as in the outline; without its number and without footnote references."""
    span: Span = Span(0, 0)
    """In the source, from its number to its last word, without the paragraphs below it."""
    number: int | None = None
    """The number of an operative paragraph."""
    mark: str | None = None
    """The number, letter or footnote label as written: ``3.``, ``(a)``, ``iv.``; none without one."""
    parent: int | None = None
    """The place of the paragraph above it among the units."""
    node: Node | None = None


def units(document: Document, resolution: Resolution) -> tuple[Unit, ...]:
    """Return the units of a resolution, its parts, annexes and footnotes, in the order of the text, footnotes last."""
    collector = _Collector(document.source)
    collector.resolution(resolution)
    notes = (Unit(Part.NOTE, n.text, n.span, mark=n.label, node=n) for n in document.footnotes_of(resolution))
    return (*collector.found, *notes)


class _Collector:
    def __init__(self, source: str) -> None:
        self.source = source
        self.found: list[Unit] = []

    def resolution(self, resolution: Resolution) -> None:
        if resolution.titles:
            span = Span(resolution.titles[0].span.start, resolution.titles[-1].span.end)
            self.found.append(Unit(Part.TITLE, resolution.title, span, node=resolution.titles[0]))
        part = Part.PREAMBULAR
        for node in resolution.body:
            if isinstance(node, Operative | Provision):
                part = Part.OPERATIVE
            elif isinstance(node, Preambular):
                part = Part.PREAMBULAR
            self.add(node, part)
        for lettered in resolution.parts:
            self.resolution(lettered)
        for annex in resolution.annexes:
            self.add(annex, Part.ANNEX)

    def add(self, node: Node, part: Part, parent: int | None = None) -> None:
        """Add a node and those below it; `part` is that of a paragraph at the top."""
        here = len(self.found)
        below = Part.SUB if parent is not None and part is not Part.ANNEX else part
        match node:
            case Heading():
                kind = Part.ANNEX if part is Part.ANNEX else Part.SECTION
                self.found.append(Unit(kind, node.text, node.span, mark=node.numeral, parent=parent, node=node))
            case Paragraph():
                mark, words = node.mark, node.prose.whole
                span = words if mark is None else Span(min(mark.span.start, words.start), words.end)
                number = mark.number if mark is not None and isinstance(node, Operative | Provision) else None
                text = mark.text if mark is not None else None
                self.found.append(Unit(below, node.text, span, number, text, parent, node))
                for child in node.children:
                    self.add(child, part, here)
            case Table():
                text = " ".join(self.source[node.span.start : node.span.end].split())
                self.found.append(Unit(below, text, node.span, parent=parent, node=node))
            case Annex():
                heading = node.heading
                self.found.append(Unit(Part.ANNEX, heading.text, heading.span, mark=heading.numeral, node=heading))
                for item in node.items:
                    self.add(item, Part.ANNEX)
            case _:
                pass

"""The units that two texts are compared by: titles, headings, paragraphs at all depths, tables and footnotes."""

from __future__ import annotations

import re
from enum import StrEnum

from ..syntax.tree import (
    Annex,
    Document,
    Heading,
    Node,
    Operative,
    Paragraph,
    Preambular,
    Prose,
    Provision,
    Resolution,
    Table,
)
from ..text import compile_cache
from ..text.named_tuple import NamedTuple
from ..text.positions import Span

_WORD = compile_cache.standard_pattern(r"\S+")


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
    proses: tuple[Prose, ...] = ()
    """The words that `text` is made of: those of each line of a title; none of a table."""

    def place(self, start: int, end: int) -> Span:
        """Return the span in the source of a range of `text`; of a table, that of all of it.

        If the range is empty, this is the place before the character at `start`, or after the last one.
        """
        words = [(prose, found) for prose in self.proses for found in _WORD.finditer(prose.text)]
        if not words:
            return self.span
        first, last = _located(words, start), _located(words, max(end - 1, start))
        if start < end:
            return Span(first[0].span(first[1], first[1] + 1).start, last[0].span(last[1], last[1] + 1).end)
        if start >= len(self.text):
            here = last[0].after(last[1])
            return Span(here, here)
        return first[0].span(first[1], first[1])

    def offset(self, prose_offset: int) -> int:
        """Return the offset in `text` of one in the words of a paragraph, heading or footnote."""
        return len(" ".join(self.proses[0].text[:prose_offset].split()))


def _located(words: list[tuple[Prose, re.Match[str]]], offset: int) -> tuple[Prose, int]:
    """Return the words that contain an offset of a unit's text, and the offset in them; at the end, theirs."""
    start = 0
    for prose, found in words:
        if offset < start + len(found[0]):
            return prose, found.start() + max(offset - start, 0)
        start += len(found[0]) + 1
        if offset < start:
            return prose, found.end()
    prose, found = words[-1]
    return prose, found.end()


def units(document: Document, resolution: Resolution) -> tuple[Unit, ...]:
    """Return the units of a resolution, its parts, annexes and footnotes, in the order of the text, footnotes last."""
    collector = _Collector(document.source)
    collector.resolution(resolution)
    notes = (
        Unit(Part.NOTE, n.text, n.span, mark=n.label, node=n, proses=(n.prose,))
        for n in document.footnotes_of(resolution)
    )
    return (*collector.found, *notes)


class _Collector:
    def __init__(self, source: str) -> None:
        self.source = source
        self.found: list[Unit] = []

    def resolution(self, resolution: Resolution) -> None:
        if resolution.titles:
            span = Span(resolution.titles[0].span.start, resolution.titles[-1].span.end)
            proses = tuple(heading.prose for heading in resolution.titles)
            self.found.append(Unit(Part.TITLE, resolution.title, span, node=resolution.titles[0], proses=proses))
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
                self.found.append(Unit(kind, node.text, node.span, None, node.numeral, parent, node, (node.prose,)))
            case Paragraph():
                mark, words = node.mark, node.prose.whole
                span = words if mark is None else Span(min(mark.span.start, words.start), words.end)
                number = mark.number if mark is not None and isinstance(node, Operative | Provision) else None
                text = mark.text if mark is not None else None
                self.found.append(Unit(below, node.text, span, number, text, parent, node, (node.prose,)))
                for child in node.children:
                    self.add(child, part, here)
            case Table():
                text = " ".join(self.source[node.span.start : node.span.end].split())
                self.found.append(Unit(below, text, node.span, parent=parent, node=node))
            case Annex():
                self.add(node.heading, Part.ANNEX)
                for item in node.items:
                    self.add(item, Part.ANNEX)
            case _:
                pass

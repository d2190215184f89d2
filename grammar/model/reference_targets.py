"""The targets of a resolution's references: its paragraphs by number, its sections and annexes by numeral."""

from __future__ import annotations

from collections.abc import Iterator

from ..syntax.reference_reader import Owner, Reference, Target
from ..syntax.tree import Heading, ListItem, Node, Paragraph, Resolution, walk
from ..text import compile_cache
from ..text.named_tuple import NamedTuple
from .cross_references import before_quoted
from .paragraph_search import paragraphs_with

_LABEL = compile_cache.pattern(r"\((\w{1,4})\)")


class Position(NamedTuple):
    """A reference of a text to itself, and its place."""

    paragraph: Paragraph
    reference: Reference
    top: Node
    """The node of the resolution's body that is or contains the paragraph."""


class Targets:
    """The parts of a resolution, or of a lettered part of one, that its own paragraphs may refer to."""

    def __init__(self, resolution: Resolution) -> None:
        self.numbered: dict[int, list[Paragraph]] = {}
        for paragraph in resolution.numbered:
            if paragraph.mark is not None and paragraph.mark.number is not None:
                self.numbered.setdefault(paragraph.mark.number, []).append(paragraph)
        headings = [node for node in resolution.body if isinstance(node, Heading)]
        self.numerals = {node.numeral for node in headings if node.numeral}
        self.last = max(self.numbered, default=0)
        self._labels: dict[int, frozenset[str]] = {}

    def paragraphs(self, target: Target) -> list[Paragraph]:
        """Return the paragraphs with a number; more than one if each section begins at 1."""
        return self.numbered.get(target.number or 0, [])

    def has(self, paragraph: Paragraph, labels: tuple[str, ...]) -> bool:
        """Check whether a paragraph has sub-paragraphs with these letters, below it or within its text."""
        known = self._labels.get(paragraph.id)
        if known is None:
            below = [node for node in walk(paragraph) if isinstance(node, Paragraph)]
            marks = {node.mark.label for node in below if node.mark is not None}
            known = frozenset(marks.union(*(_LABEL.findall(node.prose.text) for node in below)))
            self._labels[paragraph.id] = known
        return known.issuperset(labels)


def own(resolution: Resolution) -> tuple[Position, ...]:
    """Return the references of a resolution to itself, in order, without those in lists with their own numbers."""
    return resolution.memoized(_own)


def _own(resolution: Resolution) -> tuple[Position, ...]:
    return tuple(_each_own(resolution))


def _each_own(resolution: Resolution) -> Iterator[Position]:
    language = next((node.prose.language for node in resolution.body if isinstance(node, Paragraph)), None)
    if language is None:
        return
    referring = {paragraph.id for paragraph in paragraphs_with(resolution, language.references.own_words)}
    for top in resolution.body:
        if isinstance(top, ListItem):
            continue
        if isinstance(top, Paragraph) and not top.children and top.id not in referring:
            continue  # the usual case
        for node in before_quoted(walk(top)):
            if isinstance(node, Paragraph) and node.id in referring:
                for reference in node.prose.references:
                    if reference.whose is Owner.OWN and reference.within is None and not _quoted(node, reference):
                        yield Position(node, reference, top)


def written(node: Paragraph) -> Iterator[Reference]:
    """Return the references of a paragraph, without those in quotations and titles."""
    return (reference for reference in node.prose.references if not _quoted(node, reference))


def _quoted(node: Paragraph, reference: Reference) -> bool:
    return node.prose.reading.quoted(reference.start, reference.end)

"""The footnotes and numbered paragraphs of a document, and the references to each of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cached_property

import regex

from ..grammar.model.cross_references import Pointer
from ..grammar.model.document_model import DocumentModel
from ..grammar.syntax.tree import Footnote, Node, Operative, Paragraph, Provision, Resolution
from ..grammar.text.characters import PLAIN_DIGITS, RAISED_DIGITS, SUPERSCRIPTS
from ..grammar.text.positions import Span
from ..grammar.text.record import Record

_LABEL = regex.compile(rf"[\p{{L}}\d*]+|[{SUPERSCRIPTS}]+")


class Reference(Record):
    """A reference to a footnote or a paragraph."""

    span: Span
    """The whole footnote reference, or its own number if it is one of several; the number of a paragraph reference."""
    label: Span | None
    """The number only; None if it cannot be separated from the characters around it."""
    target: Span
    """The marker of the footnote, paragraph or sub-paragraph that it points to."""
    certain: bool = True
    """Whether it certainly refers to this document and not to another text."""
    words: Span | None = None
    """The words up to the end of the number, for the first number of a reference: ``paragraph 3 (b)``."""

    def contains(self, offset: int) -> bool:
        """Return whether an offset is inside the reference or at its edge."""
        start, end = self.words or self.span
        return start <= offset <= end


class Symbol(Record):
    """A footnote or a numbered paragraph, with the references to it."""

    kind: str
    """``footnote`` or ``paragraph``."""
    name: str
    """Its label: ``12``, ``a``."""
    node: Footnote | Paragraph
    marker: Span
    label: Span | None
    """The label within the marker."""
    references: tuple[Reference, ...]
    owner: Resolution | None
    """The resolution or part that numbers the paragraph, or in which the footnote is first referenced."""


class ReferenceIndex:
    """The symbols of a document, computed when they are first needed."""

    def __init__(self, model: DocumentModel) -> None:
        self._model = model
        self._document = model.document

    @cached_property
    def symbols(self) -> tuple[Symbol, ...]:
        """Return the footnotes, then the paragraphs, each in the order of the text."""
        return (*self._footnotes(), *self._paragraphs())

    def at(self, offset: int) -> tuple[Symbol, Reference | None] | None:
        """Return the symbol at an offset, and the reference to it if the offset is in one."""
        for symbol in self.symbols:
            if symbol.marker.start <= offset <= symbol.marker.end:
                return symbol, None
            for reference in symbol.references:
                if reference.contains(offset):
                    return symbol, reference
        return None

    def siblings(self, symbol: Symbol) -> Iterator[Symbol]:
        """Return the other footnotes or paragraphs of the same resolution, whose labels must differ."""
        for other in self.symbols:
            if other is not symbol and other.kind == symbol.kind and other.owner is symbol.owner:
                yield other

    def _footnotes(self) -> Iterator[Symbol]:
        document = self._document
        references: dict[int, list[Reference]] = {}
        owners: dict[int, Resolution | None] = {}
        same_span = Counter(found.span for found in document.footnote_references)
        for found in document.footnote_references:
            if found.footnote is not None:
                label = _label_span(document.source, found.span, found.label)
                span = found.span if label is None or same_span[found.span] == 1 else label
                references.setdefault(found.footnote.id, []).append(Reference(span, label, found.footnote.mark))
                owners.setdefault(found.footnote.id, found.resolution)
        for footnote in document.footnotes:
            yield Symbol(
                "footnote",
                footnote.label,
                footnote,
                footnote.mark,
                _label_span(document.source, footnote.mark, footnote.label),
                tuple(references.get(footnote.id, ())),
                owners.get(footnote.id),
            )

    def _paragraphs(self) -> Iterator[Symbol]:
        for resolution in self._model.resolutions:
            yield from self._paragraphs_of(resolution)

    def _paragraphs_of(self, resolution: Resolution) -> Iterator[Symbol]:
        by_number: dict[int, list[Operative | Provision]] = {}
        for paragraph in resolution.numbered:
            if paragraph.mark is not None and paragraph.mark.number is not None:
                by_number.setdefault(paragraph.mark.number, []).append(paragraph)
        references: dict[int, list[Reference]] = {}
        for pointer in self._model.cross_references(resolution) if by_number else ():
            for target, reference in _references(pointer, by_number):
                references.setdefault(target.id, []).append(reference)
        for paragraphs in by_number.values():
            for paragraph in paragraphs:
                mark = paragraph.mark
                if mark is not None:
                    label = _label_span(self._document.source, mark.span, mark.label)
                    found = tuple(references.get(paragraph.id, ()))
                    yield Symbol("paragraph", mark.label, paragraph, mark.span, label, found, resolution)


def _references(
    pointer: Pointer, by_number: dict[int, list[Operative | Provision]]
) -> Iterator[tuple[Operative | Provision, Reference]]:
    """Return each number of a reference with its paragraph, where exactly one paragraph can be meant."""
    reference, prose = pointer.reference, pointer.prose
    if reference.kind == "paragraph":
        for target in reference.targets:
            paragraph = _resolve(by_number.get(target.number or 0, ()), pointer, inside=bool(target.labels))
            if paragraph is not None:
                end = target.start + len(target.numeral)
                label = prose.span(target.start, end) if prose.unbroken(target.start, end) else None
                span = prose.span(target.start, target.end)
                words = prose.span(reference.word[0], target.end) if target is reference.targets[0] else None
                marker = _sub_paragraph_marker(paragraph, target.labels)
                yield paragraph, Reference(span, label, marker, pointer.sure, words)


def _resolve(
    candidates: list[Operative | Provision] | tuple[()], pointer: Pointer, *, inside: bool
) -> Operative | Provision | None:
    """Return the only candidate in the section and on the side (above, below) that a reference names."""
    found = [
        paragraph
        for paragraph in candidates
        if (pointer.section is None or (paragraph.section is not None and paragraph.section.numeral == pointer.section))
        and _is_on_side(paragraph, pointer, inside=inside)
    ]
    return found[0] if len(found) == 1 else None


def _is_on_side(paragraph: Node, pointer: Pointer, *, inside: bool) -> bool:
    side = pointer.reference.side
    if side is None:
        return True
    if paragraph.span.start <= pointer.at < paragraph.span.end:
        return inside
    return (paragraph.span.start < pointer.at) == (side == "above")


def _sub_paragraph_marker(paragraph: Paragraph, labels: tuple[str, ...]) -> Span:
    """Return the marker of the sub-paragraph with these labels, or of the deepest one that exists."""
    found = paragraph
    for label in labels:
        matching = (
            child
            for child in found.children
            if isinstance(child, Paragraph) and child.mark is not None and child.mark.label == label
        )
        below = next(matching, None)
        if below is None:
            break
        found = below
    return found.mark.span if found.mark is not None else found.span


def _label_span(source: str, span: Span, label: str) -> Span | None:
    """Return the span of a label within a marker or a footnote reference."""
    matches = (match for match in _LABEL.finditer(source, *span) if match.group().translate(PLAIN_DIGITS) == label)
    match = next(matches, None)
    return Span(*match.span()) if match else None


def format_label(source: str, label: Span, name: str) -> str:
    """Return a new name in the form of the label that it replaces: superscript digits stay superscript."""
    return name.translate(RAISED_DIGITS) if source[label.start] in SUPERSCRIPTS else name

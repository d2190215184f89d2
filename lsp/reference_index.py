"""What is bound together in a text: notes and their calls, paragraphs and the references that lead to them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import regex

from ..grammar.model.cross_references import Pointer
from ..grammar.model.document_model import DocumentModel
from ..grammar.syntax.tree import Footnote, Node, Operative, Paragraph, Provision, Resolution
from ..grammar.text.characters import PLAIN_DIGITS, RAISED_DIGITS, SUPERSCRIPTS
from ..grammar.text.positions import Span

_LABEL = regex.compile(rf"[\p{{L}}\d*]+|[{SUPERSCRIPTS}]+")


@dataclass(frozen=True, slots=True)
class Reference:
    """A place that leads to something."""

    span: Span
    """All of it: the call, or its own number among several; the number of the reference."""
    label: Span | None
    """The number alone; none where it cannot be told from the signs around it."""
    target: Span
    """What is shown for it: the mark of the note, of the paragraph or of the sub-paragraph."""
    sure: bool = True
    words: Span | None = None
    """The words of the reference as far as the number, where it is the first of them: ``paragraph 3 (b)``."""

    def stands_at(self, offset: int) -> bool:
        """Whether an offset is in it or at its edge."""
        start, end = self.words or self.span
        return start <= offset <= end


@dataclass(frozen=True, slots=True)
class Symbol:
    """A note or a paragraph, and what leads to it."""

    kind: str
    """``note`` or ``paragraph``."""
    name: str
    """Its label: ``12``, ``a``."""
    node: Footnote | Paragraph
    mark: Span
    label: Span | None
    """The label within the mark."""
    uses: tuple[Reference, ...]
    owner: Resolution | None
    """The resolution or part that a paragraph counts in, or that a note is first called in."""


class ReferenceIndex:
    """The bonds of a document."""

    def __init__(self, model: DocumentModel) -> None:
        self._model = model
        self._document = model.document

    @cached_property
    def all(self) -> tuple[Symbol, ...]:
        """Those of notes, then those of paragraphs, in the order of the text."""
        return (*self._notes(), *self._paragraphs())

    def at(self, offset: int) -> tuple[Symbol, Reference | None] | None:
        """The bond that has its mark or one of its uses at an offset, and the use."""
        for bond in self.all:
            if bond.mark.start <= offset <= bond.mark.end:
                return bond, None
            for use in bond.uses:
                if use.stands_at(offset):
                    return bond, use
        return None

    def beside(self, bond: Symbol) -> Iterator[Symbol]:
        """The others that one can be taken for: paragraphs, or notes, of the same resolution."""
        for other in self.all:
            if other is not bond and other.kind == bond.kind and other.owner is bond.owner:
                yield other

    def _notes(self) -> Iterator[Symbol]:
        document = self._document
        calls: dict[int, list[Reference]] = {}
        owners: dict[int, Resolution | None] = {}
        together = Counter(call.span for call in document.footnote_references)
        for call in document.footnote_references:
            if call.footnote is not None:
                label = _label(document.source, call.span, call.label)
                span = call.span if label is None or together[call.span] == 1 else label
                calls.setdefault(call.footnote.id, []).append(Reference(span, label, call.footnote.mark))
                owners.setdefault(call.footnote.id, call.resolution)
        for note in document.footnotes:
            label = _label(document.source, note.mark, note.label)
            yield Symbol("note", note.label, note, note.mark, label, tuple(calls.get(note.id, ())), owners.get(note.id))

    def _paragraphs(self) -> Iterator[Symbol]:
        for resolution in self._model.resolutions:
            yield from self._of(resolution)

    def _of(self, resolution: Resolution) -> Iterator[Symbol]:
        marked: dict[int, list[Operative | Provision]] = {}
        for paragraph in resolution.numbered:
            if paragraph.mark is not None and paragraph.mark.number is not None:
                marked.setdefault(paragraph.mark.number, []).append(paragraph)
        uses: dict[int, list[Reference]] = {}
        for pointer in self._model.cross_references(resolution) if marked else ():
            for led, use in _uses(pointer, marked):
                uses.setdefault(led.id, []).append(use)
        for paragraphs in marked.values():
            for paragraph in paragraphs:
                mark = paragraph.mark
                if mark is not None:
                    label = _label(self._document.source, mark.span, mark.label)
                    led_to = tuple(uses.get(paragraph.id, ()))
                    yield Symbol("paragraph", mark.label, paragraph, mark.span, label, led_to, resolution)


def _uses(
    pointer: Pointer, marked: dict[int, list[Operative | Provision]]
) -> Iterator[tuple[Operative | Provision, Reference]]:
    """The numbers of a reference, each with the paragraph that it leads to beyond doubt."""
    reference, prose = pointer.reference, pointer.prose
    if reference.kind == "paragraph":
        for target in reference.targets:
            found = _meant(marked.get(target.number or 0, ()), pointer, inside=bool(target.labels))
            if found is not None:
                end = target.start + len(target.numeral)
                label = prose.span(target.start, end) if prose.unbroken(target.start, end) else None
                whole = prose.span(target.start, target.end)
                words = prose.span(reference.word[0], target.end) if target is reference.targets[0] else None
                yield found, Reference(whole, label, _below(found, target.labels), pointer.sure, words)


def _meant(
    held: list[Operative | Provision] | tuple[()], pointer: Pointer, *, inside: bool
) -> Operative | Provision | None:
    """The one paragraph of those with the number that a reference may mean: on its side, in the section it names."""
    found = [
        paragraph
        for paragraph in held
        if (pointer.section is None or (paragraph.section is not None and paragraph.section.numeral == pointer.section))
        and _on_side(paragraph, pointer, inside=inside)
    ]
    return found[0] if len(found) == 1 else None


def _on_side(paragraph: Node, pointer: Pointer, *, inside: bool) -> bool:
    side = pointer.reference.side
    if side is None:
        return True
    if paragraph.span.start <= pointer.at < paragraph.span.end:
        return inside
    return (paragraph.span.start < pointer.at) == (side == "above")


def _below(paragraph: Paragraph, labels: tuple[str, ...]) -> Span:
    """The mark of the sub-paragraph that is named, as far down as there is one."""
    here = paragraph
    for label in labels:
        marked = (c for c in here.children if isinstance(c, Paragraph) and c.mark is not None and c.mark.label == label)
        following = next(marked, None)
        if following is None:
            break
        here = following
    return here.mark.span if here.mark is not None else here.span


def _label(source: str, span: Span, label: str) -> Span | None:
    """Where a label stands among the signs of a mark or call."""
    found = (match for match in _LABEL.finditer(source, *span) if match.group().translate(PLAIN_DIGITS) == label)
    match = next(found, None)
    return Span(*match.span()) if match else None


def written(source: str, label: Span, name: str) -> str:
    """A new name in the form of the label that it takes the place of: raised digits stay raised."""
    return name.translate(RAISED_DIGITS) if source[label.start] in SUPERSCRIPTS else name

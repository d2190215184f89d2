"""References that may point to the paragraphs of a resolution, with their location."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import takewhile, zip_longest

from ..syntax.markers import QUOTED_ITEM
from ..syntax.reference_reader import Owner, Reference, Target
from ..syntax.tree import Document, ListItem, Node, Paragraph, Prose, Resolution, children, walk
from ..text.named_tuple import NamedTuple
from ..text.positions import Span


class Pointer(NamedTuple):
    """A reference from a text to itself, or one that does not name its document."""

    prose: Prose
    reference: Reference
    at: int
    """The offset in the source; for a reference in a footnote, that of the footnote reference."""
    around: tuple[Node, ...]
    """The nodes from the resolution's body down to the paragraph of the reference (or footnote); none in an annex."""
    whole: tuple[int, ...] | None = None
    """For a letter, the numbers of the paragraphs named after it: ``subparagraph (c) of paragraph 3 above``."""

    @property
    def sure(self) -> bool:
        """Whether it certainly refers to this text."""
        return self.reference.whose is Owner.OWN

    @property
    def section(self) -> str | None:
        """The numeral of the section that it names, if any."""
        within = self.reference.within
        named = within is not None and within.kind == "section" and len(within.targets) == 1
        return within.targets[0].numeral if within is not None and named else None

    @property
    def paragraphs(self) -> tuple[int, ...] | None:
        """The numbers of the paragraphs that contain the sub-paragraph it names; none if it names none."""
        within = self.reference.within
        if within is not None and within.kind == "paragraph":
            return tuple(target.number for target in within.targets if target.number is not None)
        return self.whole

    def words(self, target: Target | None = None) -> str:
        """Return the reference, or one of its numbers, as written."""
        start, end = (target.start, target.end) if target else (self.reference.start, self.reference.end)
        return " ".join(self.prose.text[start:end].split())

    @property
    def place(self) -> Span:
        """The reference in the source."""
        return self.prose.span(self.reference.start, self.reference.end)


def pointers(resolution: Resolution, document: Document) -> Iterator[Pointer]:
    """Yield the references in the paragraphs of a resolution or part, in its footnotes and in its annexes.

    Quotations and references to other texts are left out, as are references in footnotes and annexes that do not name
    this text.
    """
    places: dict[Prose, tuple[Node, ...]] = {}
    for top in resolution.body:
        if not isinstance(top, ListItem):
            for paragraph, around in _paragraphs(top):
                places[paragraph.prose] = around
                yield from _of(paragraph.prose, around)
    seen: set[int] = set()
    begin, end = (
        bisect_left(document.footnote_references, place, key=lambda note_reference: note_reference.span.start)
        for place in resolution.span
    )
    for note_reference in document.footnote_references[begin:end]:
        note = note_reference.footnote
        if note is not None and note_reference.prose in places and note.id not in seen:
            seen.add(note.id)
            found = _of(note.prose, places[note_reference.prose], note_reference.span.start)
            yield from (pointer for pointer in found if pointer.sure)
    for annex in resolution.annexes:
        for node in walk(annex):
            if isinstance(node, Paragraph):
                yield from (p for p in _of(node.prose, ()) if p.sure and p.reference.side is None)


def _paragraphs(top: Node) -> Iterator[tuple[Paragraph, tuple[Node, ...]]]:
    """Yield a paragraph and all paragraphs below it, each with its ancestors and itself."""
    pending: list[tuple[Node, tuple[Node, ...]]] = [(top, (top,))]
    while pending:
        node, around = pending.pop()
        if isinstance(node, Paragraph):
            if QUOTED_ITEM.match(node.prose.text):
                return  # what follows refers to the numbers of the quoted text
            yield node, around
        pending.extend((child, (*around, child)) for child in reversed(children(node)))


def before_quoted(nodes: Iterable[Node]) -> Iterator[Node]:
    """Yield the nodes of a paragraph, in order, up to the first that begins with a quoted number: ``“4. Requests``.

    What follows refers to the numbers of the quoted text.
    """
    return takewhile(lambda node: not (isinstance(node, Paragraph) and QUOTED_ITEM.match(node.prose.text)), nodes)


def _of(prose: Prose, around: tuple[Node, ...], at: int | None = None) -> Iterator[Pointer]:
    found = prose.references
    for reference, holder in zip_longest(found, found[1:]):
        if prose.reading.quoted(reference.start, reference.end) or not _of_paragraphs(reference):
            continue
        here = prose.span(reference.start, reference.end).start if at is None else at
        if reference.whose is not Owner.OTHER:
            if reference.whose is Owner.OWN or not _after_citation(prose, reference):
                yield Pointer(prose, reference, here, around)
        elif holder is not None and _holds(prose, reference, holder):
            letters = reference._replace(whose=Owner.OWN, side=holder.side)
            whole = tuple(target.number for target in holder.targets if target.number is not None)
            yield Pointer(prose, letters, here, around, whole)


def _of_paragraphs(reference: Reference) -> bool:
    """Return whether it names paragraphs or sub-paragraphs, but not those of an article, annex or chapter."""
    if reference.kind not in ("paragraph", "subparagraph"):
        return False
    within = reference.within
    return within is None or (within.kind in ("section", "paragraph") and within.within is None)


def _holds(prose: Prose, letters: Reference, holder: Reference) -> bool:
    """Return whether letters are followed by the paragraph that contains them: ``(c) of paragraph 3 above``."""
    between = prose.text[letters.end : holder.start]
    return (
        letters.kind == "subparagraph"
        and holder.kind == "paragraph"
        and holder.whose is Owner.OWN
        and len(between) <= len(" under ")
        and len(between.split()) == 1
    )


def _after_citation(prose: Prose, reference: Reference) -> bool:
    """Return whether a resolution is cited before it in the paragraph, so that it probably refers to that one."""
    return any(citation.end <= reference.start for citation in prose.citations)

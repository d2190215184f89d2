"""The numbered footnotes and references of a text, grouped into the series of their numbers."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import pairwise

from ..syntax.inline import read
from ..syntax.tree import Document, Footnote, FootnoteReference, Kind, Resolution, Table, walk
from ..text import compile_cache
from ..text.characters import SUPERSCRIPTS
from .profile import Profile

_EXPONENT = compile_cache.pattern(r"(?:\b(?:[kcm]?m|ha|CO)|[⁻⁺])$")
_POWER_OF_TEN = compile_cache.pattern(r"(?<![\w./])10$")
_EXPONENT_FOLLOWS = frozenset("maO⁻⁺0")
"""The last characters that the two patterns match."""
_MARKED = ("[^", "<sup", "^", *SUPERSCRIPTS)


class Series:
    """A series of numbers from 1 on: one for a report, or one for each resolution with its own footnotes."""

    def __init__(self, footnote_references: tuple[FootnoteReference, ...], footnotes: tuple[Footnote, ...]) -> None:
        self.footnote_references = footnote_references
        """Numbered references, in the order of the text."""
        self.footnotes = footnotes
        """Numbered footnotes, in the order of the text."""

    @cached_property
    def first_references(self) -> dict[int, FootnoteReference]:
        """The first reference of each number, in the order of the text."""
        found: dict[int, FootnoteReference] = {}
        for reference in self.footnote_references:
            found.setdefault(int(reference.label), reference)
        return found

    @cached_property
    def repeats(self) -> tuple[tuple[Footnote, Footnote], ...]:
        """Each footnote with the number of an earlier one, paired with that one, the earlier first."""
        first: dict[int, Footnote] = {}
        pairs = ((first.setdefault(int(note.label), note), note) for note in self.footnotes)
        return tuple((before, note) for before, note in pairs if before is not note)

    @cached_property
    def in_order(self) -> bool:
        """Whether the numbers are first referenced in their order."""
        return all(before < after for before, after in pairwise(self.first_references))


def is_number(label: str) -> bool:
    """Return whether a label is a footnote number: not a letter, an asterisk or an implausibly high number."""
    return len(label) <= 4 and label.isascii() and label.isdigit()


def is_marked(document: Document, footnote: Footnote) -> bool:
    """Return whether a footnote has a mark whose references can be distinguished from the words around them.

    A bare ``13`` or ``1/`` occurs at the foot of old and scanned pages, where references are lost among the words.
    """
    return document.source.startswith(_MARKED, footnote.mark.start, footnote.mark.end)


def marked_notes(document: Document) -> tuple[Footnote, ...]:
    """Return the footnotes with such marks."""
    return tuple(note for note in document.footnotes if is_marked(document, note))


def note_references(document: Document) -> tuple[FootnoteReference, ...]:
    """Return the footnote references of a text, without raised digits that are exponents."""
    return document.memoized(_note_references)


def _note_references(document: Document) -> tuple[FootnoteReference, ...]:
    return tuple(reference for reference in document.footnote_references if not is_exponent(reference))


def is_exponent(reference: FootnoteReference) -> bool:
    """Return whether a raised digit belongs to a unit or to a power of ten."""
    before = reference.prose.text[max(reference.at - 4, 0) : reference.at]
    if before[-1:] not in _EXPONENT_FOLLOWS:
        return False
    return bool(_EXPONENT.search(before)) or (reference.footnote is None and bool(_POWER_OF_TEN.search(before)))


def labels_aside(document: Document) -> frozenset[str]:
    """Return the labels of references outside paragraphs: in tables, in page furniture and in footnotes."""
    tables = (node.span for node in walk(document) if isinstance(node, Table))
    spans = [*tables, *(furniture.span for furniture in document.furniture)]
    readings = [read(document.source[span.start : span.end]) for span in spans]
    readings += [note.prose.reading for note in document.footnotes]
    return frozenset(reference.label for reading in readings for reference in reading.footnote_references)


def series(document: Document) -> tuple[Series, ...]:
    """Return the series of a text, in order; a text with neither references nor footnotes has one empty series.

    A new series begins with a resolution or part whose first footnote is again 1.
    """
    return document.memoized(_series)


def _series(document: Document) -> tuple[Series, ...]:
    numbered = sorted(
        (c for c in note_references(document) if is_number(c.label)), key=lambda reference: reference.span
    )
    notes = [note for note in marked_notes(document) if is_number(note.label)]
    referenced_at: dict[int, int] = {}
    for reference in numbered:
        if reference.footnote is not None:
            referenced_at.setdefault(reference.footnote.id, reference.span.start)
    places = {note.id: referenced_at.get(note.id, note.span.start) for note in notes}
    borders = _borders(document, sorted(places[note.id] for note in notes if int(note.label) == 1))
    grouped: list[tuple[list[FootnoteReference], list[Footnote]]] = [([], []) for _ in borders]
    for reference in numbered:
        grouped[bisect_right(borders, reference.span.start) - 1][0].append(reference)
    for note in notes:
        grouped[bisect_right(borders, places[note.id]) - 1][1].append(note)
    return tuple(Series(tuple(found), tuple(below)) for found, below in grouped)


def footnote_owners(document: Document) -> Mapping[int, Resolution]:
    """Return the resolution (whole, not a part) of each footnote, by the id of the footnote."""
    return document.memoized(_footnote_owners)


def _footnote_owners(document: Document) -> Mapping[int, Resolution]:
    return {note.id: resolution for resolution in document.resolutions for note in document.footnotes_of(resolution)}


def is_single_resolution(document: Document, profile: Profile) -> bool:
    """Return whether a text consists of one resolution, so that its footnotes must begin at 1."""
    if profile.stage == "report" or len(document.resolutions) != 1:
        return False
    number = document.resolutions[0].number or ""
    if len(number) > 1 and document.resolutions[0].kind is Kind.RESOLUTION:
        return False  # the first footnote of an adopted text is in the masthead, which copies omit
    return not (len(number) == 1 and number.isalpha() and number not in "IVX")


def _borders(document: Document, ones: list[int]) -> list[int]:
    """Return where series begin, given the places of all footnotes numbered 1."""
    heads = sorted(start for resolution in document.resolutions for start in _heads(resolution))
    borders = [0]
    for before, at in pairwise(ones):
        index = bisect_right(heads, at) - 1
        if index >= 0 and heads[index] > before:
            borders.append(heads[index])
    return borders


def _heads(resolution: Resolution) -> Iterator[int]:
    yield resolution.span.start
    for part in resolution.parts:
        yield from _heads(part)

"""Renumbering of all footnotes of a series with their references, their places and their mentions."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import groupby, pairwise

import regex

from ..model.footnote_mentions import mentions
from ..model.footnote_words import NoteWords, note_words
from ..model.footnotes import Series, is_marked, is_number, labels_aside, series
from ..syntax.tree import Document, Footnote, FootnoteReference
from ..text import compile_cache
from ..text.characters import PLAIN_DIGITS, RAISED_DIGITS, SUPERSCRIPTS
from ..text.edits import Applicability, Edit, Fix
from ..text.english import plural
from ..text.named_tuple import NamedTuple
from ..text.positions import Span
from .fix_unavailable import FixUnavailable

_DIGITS = compile_cache.pattern(rf"[0-9]+|[{SUPERSCRIPTS}]+")


class _UnclearReference(Exception):
    """Raised where renumbering would be a guess; holds a `FixUnavailable`."""

    def __init__(self, place: Span, words: str) -> None:
        super().__init__(words)
        self.doubt = FixUnavailable(place, words)


class _Bound(NamedTuple):
    """A footnote with its references."""

    footnote: Footnote
    footnote_references: tuple[FootnoteReference, ...]


class Renumbering:
    """The renumbering of the series of one document."""

    def __init__(self, document: Document) -> None:
        self._document = document

    def fix(self, run: Series, *, alone: bool) -> Fix | FixUnavailable | None:
        """Return the fix that numbers the footnotes of a series in the order of their first references, or the doubt.

        The numbers begin at 1 where the text is `alone`, and elsewhere with the lowest number in use. Footnotes in
        another order than their references change places. “Ibid.” keeps the footnote that it refers to: where another
        one would come before it, it is written out if it is the whole footnote. The fix is safe where it only changes
        the number of a footnote that is not referenced, and unsafe elsewhere. It is None beside footnotes whose
        references cannot be distinguished from the words around them.
        """
        if self._unmarked or not run.footnotes:
            return None
        first = 1 if alone else min(int(note.label) for note in run.footnotes)
        try:
            return self._fix(run, first)
        except _UnclearReference as unclear:
            return unclear.doubt

    def _fix(self, run: Series, first: int) -> Fix | None:
        document = self._document
        bound = _bind(run)
        new = {one.footnote.id: first + i for i, one in enumerate(bound)}
        self._check_aside(run)
        reference_edits = list(
            _reference_edits(
                run,
                {reference.id: new[one.footnote.id] for one in bound for reference in one.footnote_references},
                document,
            )
        )
        marks = list(_mark_edits(run.footnotes, first, document))
        mentioned = list(self._mention_edits(run, new))
        moved = list(_body_edits(run, [one.footnote for one in bound], note_words(document.language)))
        bodies = [Edit(here, _edited(document.source, there, mentioned)) for here, there in moved]
        outside = [edit for edit in mentioned if not any(_holds(here, edit.span) for here, _ in moved)]
        edits = (*reference_edits, *marks, *bodies, *outside)
        if not edits:
            return None
        safe = bool(run.repeats) and len(edits) == len(marks) and all(a.text != b.text for a, b in run.repeats)
        return Fix(
            _title(bound, new, len(reference_edits)), edits, Applicability.SAFE if safe else Applicability.UNSAFE
        )

    @cached_property
    def _unmarked(self) -> bool:
        return any(is_number(note.label) and not is_marked(self._document, note) for note in self._document.footnotes)

    @cached_property
    def _aside(self) -> list[int]:
        return sorted(int(label) for label in labels_aside(self._document) if is_number(label))

    @cached_property
    def _mentions(self) -> dict[int, list[tuple[Span, bool]]]:
        """The mentions of each number, each with whether it certainly means a footnote of this text."""
        found: dict[int, list[tuple[Span, bool]]] = {}
        alone = len(series(self._document)) == 1
        for mention in mentions(self._document):
            for number, place in mention.numbers:
                found.setdefault(number, []).append((place, mention.sure and alone))
        return found

    def _check_aside(self, run: Series) -> None:
        """Raise `_UnclearReference` where a table, a footnote or a page header refers to a number of the series."""
        numbers = [int(note.label) for note in run.footnotes]
        at = bisect_left(self._aside, min(numbers))
        if at < len(self._aside) and self._aside[at] <= max(numbers):
            raise _UnclearReference(
                run.footnotes[0].mark, f"a table or another footnote refers to footnote {self._aside[at]}"
            )

    def _mention_edits(self, run: Series, new: dict[int, int]) -> Iterator[Edit]:
        """Yield new numbers for mentions: ``see note 3 above``.

        Raises:
            _UnclearReference: A mention may mean a footnote of another text.
        """
        moved = {int(note.label): new[note.id] for note in run.footnotes}
        repeated = {int(note.label) for _, note in run.repeats}
        for number in range(min(moved), max(*moved, *moved.values()) + 1):
            for place, sure in self._mentions.get(number, ()):
                lost = sure and number not in moved
                if moved.get(number, number) == number and number not in repeated and not lost:
                    continue
                if not sure or number in repeated or lost or self._turns(run, place, number, new):
                    raise _UnclearReference(place, f"it is unclear which footnote {number} is mentioned")
                yield Edit(place, str(moved[number]))

    def _turns(self, run: Series, place: Span, number: int, new: dict[int, int]) -> bool:
        """Check whether a mention in a footnote, “note 3 above”, would have its footnote on the other side."""
        moved = {int(note.label): new[note.id] for note in run.footnotes}
        within = next((note for note in run.footnotes if _holds(note.span, place)), None)
        if within is None or number not in moved:
            return False
        return (number < int(within.label)) is not (moved[number] < new[within.id])


def _title(bound: Sequence[_Bound], new: dict[int, int], footnote_references: int) -> str:
    notes = sum(int(one.footnote.label) != new[one.footnote.id] for one in bound)
    title = f"Renumber {plural(notes, 'footnote')}"
    return f"{title} and {plural(footnote_references, 'reference')}" if footnote_references else title


def _bind(run: Series) -> list[_Bound]:
    """Return the footnotes in the order of their first references, each with its references.

    Raises:
        _UnclearReference: A reference has no footnote, or a footnote has no reference.
    """
    labels = [int(reference.label) for reference in run.footnote_references]
    numbers = [int(note.label) for note in run.footnotes]
    firsts = list(run.first_references)
    if run.repeats:
        if labels == numbers:  # a reference and its footnote were inserted with a number in use
            return [
                _Bound(note, (reference,))
                for reference, note in zip(run.footnote_references, run.footnotes, strict=True)
            ]
        if not _filled(firsts, numbers):
            before, note = run.repeats[0]
            raise _UnclearReference(note.mark, f"it is unclear which footnote {before.label} is referenced")
        notes = dict(zip(firsts, run.footnotes, strict=True))
    else:
        notes = dict(zip(numbers, run.footnotes, strict=True))
    references: dict[int, list[FootnoteReference]] = {}
    for reference in run.footnote_references:
        if int(reference.label) not in notes:
            raise _UnclearReference(reference.span, f"footnote {reference.label} is not defined")
        references.setdefault(int(reference.label), []).append(reference)
    for number, note in notes.items():
        if number not in references:
            raise _UnclearReference(note.mark, f"footnote {note.label} is never referenced")
    return [_Bound(notes[number], tuple(references[number])) for number in firsts]


def _filled(firsts: Sequence[int], numbers: Sequence[int]) -> bool:
    """Return whether footnotes follow the order of their references, repeated numbers replacing missing ones."""
    if len(firsts) != len(numbers):
        return False
    seen: set[int] = set()
    defined = set(numbers)
    for expected, number in zip(firsts, numbers, strict=True):
        if number != expected and (number not in seen or expected in defined):
            return False
        seen.add(number)
    return True


def _reference_edits(run: Series, new: dict[int, int], document: Document) -> Iterator[Edit]:
    """Yield new numbers for the references, each in its own form: ``[^3]``, ``³``, ``<sup>3</sup>``, ``^3^``."""
    for span, together in groupby(run.footnote_references, key=lambda reference: reference.span):
        references = list(together)
        found = list(_DIGITS.finditer(document.source, *span))
        if [match[0].translate(PLAIN_DIGITS) for match in found] != [reference.label for reference in references]:
            raise _UnclearReference(span, f"the reference to footnote {references[0].label} has an unknown form")
        for match, reference in zip(found, references, strict=True):
            yield from _digits(match, new[reference.id])


def _mark_edits(footnotes: Sequence[Footnote], first: int, document: Document) -> Iterator[Edit]:
    """Yield new numbers for the marks of footnotes, in the order of the text."""
    for number, note in enumerate(footnotes, first):
        found = _DIGITS.search(document.source, *note.mark)
        if found is None:
            raise _UnclearReference(note.mark, f"the mark of footnote {note.label} has an unknown form")
        yield from _digits(found, number)


def _digits(found: regex.Match[str], number: int) -> Iterator[Edit]:
    raised = found[0][0] in SUPERSCRIPTS
    written = str(number).translate(RAISED_DIGITS) if raised else str(number)
    if written != found[0]:
        yield Edit(Span(*found.span()), written)


def _body_edits(run: Series, order: Sequence[Footnote], words: NoteWords) -> Iterator[tuple[Span, Span]]:
    """Yield the places of footnotes whose words move, each with the place that they come from."""
    above = {note.id: before for before, note in pairwise(_by_number(run))}
    sure = bool(run.repeats)
    for i, (place, note) in enumerate(zip(run.footnotes, order, strict=True)):
        source = note
        if words.opens_with_ibid(note.text):
            source = _ibid(note, above.get(note.id), order[i - 1] if i else None, words, sure=sure)
        if source is not place:
            yield _body(place), _body(source)


def _holds(place: Span, inner: Span) -> bool:
    return place.start <= inner.start and inner.end <= place.end


def _edited(source: str, place: Span, edits: Sequence[Edit]) -> str:
    """Return the words of a place with the edits inside it."""
    words = source[place.start : place.end]
    for edit in sorted((edit for edit in edits if _holds(place, edit.span)), key=lambda edit: edit.span, reverse=True):
        words = words[: edit.span.start - place.start] + edit.content + words[edit.span.end - place.start :]
    return words


def _ibid(
    footnote: Footnote, meant: Footnote | None, before: Footnote | None, words: NoteWords, *, sure: bool
) -> Footnote:
    """Return the footnote whose words replace one with “Ibid.”: itself, or the one it refers to.

    `sure` means that no footnote is missing between the two, whatever their numbers are.

    Raises:
        _UnclearReference: There is no previous footnote, or the words cannot be replaced.
    """
    if meant is None or not (sure or int(footnote.label) == int(meant.label) + 1):
        raise _UnclearReference(footnote.mark, f"“{words.ibid}.” in footnote {footnote.label} has no previous footnote")
    if meant is before:
        return footnote
    if footnote.text.strip(" .") != words.ibid or words.opens_with_ibid(meant.text):
        raise _UnclearReference(
            footnote.mark, f"“{words.ibid}.” in footnote {footnote.label} would follow another footnote"
        )
    return meant


def _by_number(run: Series) -> Sequence[Footnote]:
    """Return the footnotes in the order of their numbers or, where a number is repeated, in the order of the text."""
    return run.footnotes if run.repeats else sorted(run.footnotes, key=lambda footnote: int(footnote.label))


def _body(footnote: Footnote) -> Span:
    """Return the place of the words after the mark.

    Raises:
        _UnclearReference: A page break divides the footnote.
    """
    if len(footnote.prose.segments) != 1:
        raise _UnclearReference(footnote.mark, f"footnote {footnote.label} continues after a page break")
    return Span(footnote.mark.end, footnote.span.end)

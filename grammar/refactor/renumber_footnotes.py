"""The notes of a series renumbered as a whole, with their calls, their places and what is said of them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import groupby, pairwise
from typing import NamedTuple

import regex

from ...rules.finding import Applicability, Edit, Fix
from ..model.footnote_mentions import mentions
from ..model.footnote_words import NoteWords, note_words
from ..model.footnotes import Series, is_marked, is_number, labels_aside, series
from ..syntax.inline import SUPERSCRIPTS
from ..syntax.tree import Document, Footnote, FootnoteReference
from ..text import compile_cache
from ..text.positions import Span
from .fix_unavailable import FixUnavailable

_DIGITS = compile_cache.pattern(rf"[0-9]+|[{SUPERSCRIPTS}]+")
_RAISED = str.maketrans("0123456789", SUPERSCRIPTS)
_LOWERED = str.maketrans(SUPERSCRIPTS, "0123456789")


class _UnclearReference(Exception):
    """What cannot be told; holds a `FixUnavailable`."""

    def __init__(self, place: Span, words: str) -> None:
        super().__init__(words)
        self.doubt = FixUnavailable(place, words)


class _Bound(NamedTuple):
    """A note with its calls."""

    footnote: Footnote
    footnote_references: tuple[FootnoteReference, ...]


class Renumbering:
    """The means to set right the series of one document."""

    def __init__(self, document: Document) -> None:
        self._document = document

    def fix(self, run: Series, *, alone: bool) -> Fix | FixUnavailable | None:
        """The fix that numbers the notes of a series in the order of their first calls, or what is in doubt.

        They begin at 1 where the text stands `alone`, and elsewhere with the lowest number that there is. Notes that
        are called in another order than they stand in change places. “Ibid.” keeps the note that it refers to: where
        another one would come before it, it is written out if nothing but the word stands there. The fix is safe where
        nothing but the number of a note changes whose call lacks one, and unsafe elsewhere. None is given beside notes
        whose calls cannot be told from the words around them.
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
        new = {id(one.footnote): first + i for i, one in enumerate(bound)}
        self._check_aside(run)
        called = list(
            _call_edits(
                run, {id(call): new[id(one.footnote)] for one in bound for call in one.footnote_references}, document
            )
        )
        marks = list(_mark_edits(run.footnotes, first, document))
        bodies = list(_body_edits(run, [one.footnote for one in bound], note_words(document.language), document))
        edits = (*called, *marks, *bodies, *self._mention_edits(run, new))
        if not edits:
            return None
        safe = bool(run.repeats) and len(edits) == len(marks) and all(a.text != b.text for a, b in run.repeats)
        return Fix(_said(bound, new, len(called)), edits, Applicability.SAFE if safe else Applicability.UNSAFE)

    @cached_property
    def _unmarked(self) -> bool:
        return any(is_number(note.label) and not is_marked(self._document, note) for note in self._document.footnotes)

    @cached_property
    def _aside(self) -> list[int]:
        return sorted(int(label) for label in labels_aside(self._document) if is_number(label))

    @cached_property
    def _mentions(self) -> dict[int, list[tuple[Span, bool]]]:
        """Where each number is spoken of, and whether this text's note is meant for sure."""
        found: dict[int, list[tuple[Span, bool]]] = {}
        alone = len(series(self._document)) == 1
        for mention in mentions(self._document):
            for number, place in mention.numbers:
                found.setdefault(number, []).append((place, mention.sure and alone))
        return found

    def _check_aside(self, run: Series) -> None:
        """Raises `_UnclearReference` where a number of the series is called in a table, a note or a page's head."""
        numbers = [int(note.label) for note in run.footnotes]
        at = bisect_left(self._aside, min(numbers))
        if at < len(self._aside) and self._aside[at] <= max(numbers):
            raise _UnclearReference(run.footnotes[0].mark, f"a table or another note calls note {self._aside[at]}")

    def _mention_edits(self, run: Series, new: dict[int, int]) -> Iterator[Edit]:
        """New numbers where notes are spoken of: ``see note 3 above``. Raises `_UnclearReference` if it may be another's."""
        moved = {int(note.label): new[id(note)] for note in run.footnotes}
        repeated = {int(note.label) for _, note in run.repeats}
        for number in range(min(moved), max(*moved, *moved.values()) + 1):
            for place, sure in self._mentions.get(number, ()):
                lost = sure and number not in moved
                if moved.get(number, number) == number and number not in repeated and not lost:
                    continue
                if not sure or number in repeated or lost:
                    raise _UnclearReference(place, f"it cannot be told which note {number} is spoken of")
                yield Edit(place, str(moved[number]))


def _said(bound: Sequence[_Bound], new: dict[int, int], footnote_references: int) -> str:
    notes = sum(int(one.footnote.label) != new[id(one.footnote)] for one in bound)
    message = f"Renumber {notes} note{'' if notes == 1 else 's'}"
    return (
        f"{message} and {footnote_references} call{'' if footnote_references == 1 else 's'}"
        if footnote_references
        else message
    )


def _bind(run: Series) -> list[_Bound]:
    """The notes in the order in which they are first called, each with its calls. Raises `_UnclearReference`."""
    labels = [int(call.label) for call in run.footnote_references]
    numbers = [int(note.label) for note in run.footnotes]
    firsts = list(run.first_calls)
    if run.repeats:
        if labels == numbers:  # a call and its note were put in with a number that was taken
            return [_Bound(note, (call,)) for call, note in zip(run.footnote_references, run.footnotes, strict=True)]
        if not _filled(firsts, numbers):
            before, note = run.repeats[0]
            raise _UnclearReference(note.mark, f"it cannot be told which note {before.label} is called")
        notes = dict(zip(firsts, run.footnotes, strict=True))
    else:
        notes = dict(zip(numbers, run.footnotes, strict=True))
    calls: dict[int, list[FootnoteReference]] = {}
    for call in run.footnote_references:
        if int(call.label) not in notes:
            raise _UnclearReference(call.span, f"note {call.label} is not there")
        calls.setdefault(int(call.label), []).append(call)
    for number, note in notes.items():
        if number not in calls:
            raise _UnclearReference(note.mark, f"note {note.label} is not called")
    return [_Bound(notes[number], tuple(calls[number])) for number in firsts]


def _filled(firsts: Sequence[int], numbers: Sequence[int]) -> bool:
    """Whether notes stand in the order of their calls, each repeated number in the place of one that is missing."""
    if len(firsts) != len(numbers):
        return False
    seen: set[int] = set()
    there = set(numbers)
    for wanted, number in zip(firsts, numbers, strict=True):
        if number != wanted and (number not in seen or wanted in there):
            return False
        seen.add(number)
    return True


def _call_edits(run: Series, new: dict[int, int], document: Document) -> Iterator[Edit]:
    """New numbers in the calls, each in the form that it is written in: ``[^3]``, ``³``, ``<sup>3</sup>``, ``^3^``."""
    for span, together in groupby(run.footnote_references, key=lambda call: call.span):
        calls = list(together)
        found = list(_DIGITS.finditer(document.source, *span))
        if [match[0].translate(_LOWERED) for match in found] != [call.label for call in calls]:
            raise _UnclearReference(span, f"the call of note {calls[0].label} is written in another form")
        for match, call in zip(found, calls, strict=True):
            yield from _digits(match, new[id(call)])


def _mark_edits(footnotes: Sequence[Footnote], first: int, document: Document) -> Iterator[Edit]:
    """New numbers in the marks of notes; they stand in order."""
    for number, note in enumerate(footnotes, first):
        found = _DIGITS.search(document.source, *note.mark)
        if found is None:
            raise _UnclearReference(note.mark, f"note {note.label} is marked in another form")
        yield from _digits(found, number)


def _digits(found: regex.Match[str], number: int) -> Iterator[Edit]:
    raised = found[0][0] in SUPERSCRIPTS
    written = str(number).translate(_RAISED) if raised else str(number)
    if written != found[0]:
        yield Edit(Span(*found.span()), written)


def _body_edits(run: Series, order: Sequence[Footnote], words: NoteWords, document: Document) -> Iterator[Edit]:
    """The words of notes in the places that their calls ask for."""
    above = {id(note): before for before, note in pairwise(_by_number(run))}
    sure = bool(run.repeats)
    for i, (place, note) in enumerate(zip(run.footnotes, order, strict=True)):
        source = note
        if words.opens_with_ibid(note.text):
            source = _ibid(note, above.get(id(note)), order[i - 1] if i else None, words, sure=sure)
        if source is not place:
            there, here = _body(source), _body(place)
            yield Edit(here, document.source[there.start : there.end])


def _ibid(
    footnote: Footnote, meant: Footnote | None, before: Footnote | None, words: NoteWords, *, sure: bool
) -> Footnote:
    """The note whose words are to stand for one with “Ibid.”: itself, or the one it refers to. Raises `_UnclearReference`.

    `sure` says that no note is missing between the two, whatever their numbers are.
    """
    if meant is None or not (sure or int(footnote.label) == int(meant.label) + 1):
        raise _UnclearReference(footnote.mark, f"“{words.ibid}.” in note {footnote.label} has lost the note above it")
    if meant is before:
        return footnote
    if footnote.text.strip(" .") != words.ibid or words.opens_with_ibid(meant.text):
        raise _UnclearReference(footnote.mark, f"“{words.ibid}.” in note {footnote.label} would lose the note above it")
    return meant


def _by_number(run: Series) -> Sequence[Footnote]:
    """The notes as a reader takes them before the fix: by their numbers or, where one comes twice, as they stand."""
    return run.footnotes if run.repeats else sorted(run.footnotes, key=lambda footnote: int(footnote.label))


def _body(footnote: Footnote) -> Span:
    """What stands behind the mark of a note. Raises `_UnclearReference` for one that a page break cuts."""
    if len(footnote.prose.segments) != 1:
        raise _UnclearReference(footnote.mark, f"note {footnote.label} runs over a page break")
    return Span(footnote.mark.end, footnote.span.end)

"""Notes that begin with Ibid., each with the note that it refers to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ..syntax.tree import Document, Footnote, Resolution
from .footnote_words import NoteWords
from .footnotes import Series, series


class Ibid(NamedTuple):
    """A note that begins so."""

    footnote: Footnote
    number: int
    above: Footnote | None
    """The note with the number before; none if there is no such note."""
    resolution: Resolution | None
    """The resolution that calls it first."""
    resolution_above: Resolution | None


def ibids(document: Document, words: NoteWords) -> Iterator[Ibid]:
    """The numbered notes that begin so, in the order of their series."""
    for run in series(document):
        yield from _in_series(run, words)


def _in_series(run: Series, words: NoteWords) -> Iterator[Ibid]:
    notes: dict[int, Footnote] = {}
    for note in run.footnotes:
        notes.setdefault(int(note.label), note)
    first = run.first_calls
    for number, note in notes.items():
        if words.opens_with_ibid(note.text) and number in first:
            above = notes.get(number - 1)
            call_above = first.get(number - 1)
            yield Ibid(note, number, above, first[number].resolution, call_above.resolution if call_above else None)

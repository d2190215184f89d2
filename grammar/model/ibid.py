"""Footnotes that begin with “Ibid.”, each with the footnote that it refers to."""

from __future__ import annotations

from collections.abc import Iterator

from ..syntax.tree import Document, Footnote, Resolution
from ..text.named_tuple import NamedTuple
from .footnote_words import NoteWords, note_words
from .footnotes import Series, series


class Ibid(NamedTuple):
    """A footnote that begins with “Ibid.”."""

    footnote: Footnote
    number: int
    above: Footnote | None
    """The footnote with the previous number, if there is one."""
    resolution: Resolution | None
    """The resolution with the first reference to the footnote."""
    resolution_above: Resolution | None
    """The resolution with the first reference to the previous footnote."""


def ibids(document: Document) -> tuple[Ibid, ...]:
    """Return the numbered footnotes that begin with “Ibid.”, in the order of their series."""
    return document.memoized(_ibids)


def _ibids(document: Document) -> tuple[Ibid, ...]:
    words = note_words(document.language)
    return tuple(ibid for run in series(document) for ibid in _in_series(run, words))


def _in_series(run: Series, words: NoteWords) -> Iterator[Ibid]:
    if not any(words.opens_with_ibid(note.prose.text.lstrip()) for note in run.footnotes):
        return
    notes: dict[int, Footnote] = {}
    for note in run.footnotes:
        notes.setdefault(int(note.label), note)
    first = run.first_references
    for number, note in notes.items():
        if words.opens_with_ibid(note.prose.text.lstrip()) and number in first:
            above = notes.get(number - 1)
            reference_above = first.get(number - 1)
            yield Ibid(
                note, number, above, first[number].resolution, reference_above.resolution if reference_above else None
            )

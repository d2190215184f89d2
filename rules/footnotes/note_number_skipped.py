"""FNT004."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from ...grammar.tree import Document, Kind
from ..rule import Context, Finding, Level, Rule
from .series import Series, labels_aside, series


class NoteNumberSkipped(Rule):
    """The numbers of the notes leave one out.

    What it does:
        Speaks where a number has neither call nor note although a higher one has, and where the notes of a text that
        stands alone do not begin at 1. A chapter of a report may begin anywhere, and so may a lettered part and an
        adopted text, whose first note often stood in a masthead that copies leave out.
    Why:
        Either a note was taken out and the others were not renumbered, or one was lost.
    Wrong:
        1. *Adopts* the tide table,[^1] as corrected by the harbour pilots.[^3]

        [^1]: A/75/906, annex.

        [^3]: A/75/907.
    Right:
        1. *Adopts* the tide table,[^1] as corrected by the harbour pilots.[^2]

        [^1]: A/75/906, annex.

        [^2]: A/75/907.
    Source:
        United Nations Editorial Manual, footnotes. Measured on two sessions of the General Assembly: 9 of 809 texts, in
        eight of which the first note belongs to a line above the title that the copy lacks.
    """

    code = "FNT004"
    name = "note-number-skipped"
    level = Level.WARNING
    looks_at = (Document,)

    def check(self, node: Document, context: Context) -> Iterable[Finding]:
        """One finding a gap."""
        runs = series(node)
        gaps = [gap for run in runs for gap in _gaps(run, alone=run is runs[0] and _stands_alone(node, context))]
        aside = labels_aside(node) if gaps else frozenset()
        for before, after, finding in gaps:
            if not any(str(number) in aside for number in range(before + 1, min(after, before + 20))):
                yield finding


def _stands_alone(document: Document, context: Context) -> bool:
    """Whether the notes are to begin at 1."""
    if context.profile.stage == "report" or len(document.resolutions) != 1:
        return False
    number = document.resolutions[0].number or ""
    if len(number) > 1 and document.resolutions[0].kind is Kind.RESOLUTION:
        return False  # an adopted text: its first note stood in the masthead, which copies leave out
    return not (len(number) == 1 and number.isalpha() and number not in "IVX")


def _gaps(run: Series, *, alone: bool) -> Iterator[tuple[int, int, Finding]]:
    """The numbers around each gap, and what is to be said of it."""
    places = {int(note.label): note.mark for note in reversed(run.notes)}
    first = run.first_calls
    places |= {number: call.span for number, call in first.items()}
    numbers = sorted(places)
    if alone and numbers and numbers[0] > 1 and numbers[0] in first:
        yield 0, numbers[0], Finding(places[numbers[0]], f"The notes begin at {numbers[0]}, not at 1")
    for before, after in pairwise(numbers):
        if after > before + 1:
            message = f"The numbers of the notes go from {before} to {after}"
            yield before, after, Finding(places[after], message, related=((places[before], f"note {before}"),))

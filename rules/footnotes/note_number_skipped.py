"""FNT004."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from ...grammar.model.footnotes import Series, labels_aside, series, stands_alone
from ...grammar.refactor.fix_unavailable import finding_with_fix
from ...grammar.refactor.renumber_footnotes import Renumbering
from ...grammar.syntax.tree import Document
from ...grammar.text.positions import Span
from ..base import Applicability, Context, Finding, Level, Rule


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
    Fix:
        Renumbers the notes of the whole series with their calls, each call in the form that it is written in, and what
        the text says of “note 3 above”. Unsafe: a note may have to be put back. None is offered, and the message says
        why, where a call has no note or a note no call, where a table calls notes of the series, or where “Ibid.” would
        follow another note than before.
    Source:
        United Nations Editorial Manual, footnotes. Measured on two sessions of the General Assembly: 9 of 809 texts, in
        eight of which the first note belongs to a line above the title that the copy lacks.
    """

    code = "FNT004"
    name = "note-number-skipped"
    level = Level.WARNING
    node_types = (Document,)
    fixable = Applicability.UNSAFE

    def check(self, node: Document, context: Context) -> Iterable[Finding]:
        """One finding a gap; the first of a series has the fix, where no other slip of it has."""
        alone, means = stands_alone(node, context.profile), Renumbering(node)
        runs = series(node)
        gaps = [(run, list(_gaps(run, alone=alone and run is runs[0]))) for run in runs]
        aside = labels_aside(node) if any(found for _, found in gaps) else frozenset()
        for run, found in gaps:
            for nth, gap in enumerate(gap for gap in found if not aside.intersection(gap.labels)):
                mends = nth == 0 and run.in_order and not run.repeats
                mending = means.fix(run, alone=alone and run is runs[0]) if mends else None
                yield finding_with_fix(gap.place, gap.message, mending, gap.related)


class _Gap(NamedTuple):
    before: int
    after: int
    place: Span
    message: str
    related: tuple[tuple[Span, str], ...] = ()

    @property
    def labels(self) -> Iterator[str]:
        """The numbers that are left out, or the first of them."""
        return map(str, range(self.before + 1, min(self.after, self.before + 20)))


def _gaps(run: Series, *, alone: bool) -> Iterator[_Gap]:
    """The numbers around each gap, and what is to be said of it."""
    places = {int(note.label): note.mark for note in reversed(run.footnotes)}
    first = run.first_calls
    places |= {number: call.span for number, call in first.items()}
    numbers = sorted(places)
    if alone and numbers and numbers[0] > 1 and numbers[0] in first:
        yield _Gap(0, numbers[0], places[numbers[0]], f"The notes begin at {numbers[0]}, not at 1")
    for before, after in pairwise(numbers):
        if after > before + 1:
            message = f"The numbers of the notes go from {before} to {after}"
            yield _Gap(before, after, places[after], message, ((places[before], f"note {before}"),))

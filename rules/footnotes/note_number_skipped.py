"""FNT004."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from ...grammar.model.footnotes import Series, labels_aside, series, stands_alone
from ...grammar.refactor.renumber_footnotes import Renumbering
from ...grammar.syntax.tree import Document
from ...grammar.text.positions import Span
from ..base import Applicability, Context, Finding, Level, Rule
from ..kinds.series_finding import finding_with_fix


class NoteNumberSkipped(Rule):
    """A number is missing from the footnote numbers.

    What it does:
        Reports a number that has neither a footnote nor a reference although a higher number has one, and footnotes
        that do not begin at 1 in a text that consists of one resolution. A chapter of a report may begin at any number,
        and so may a lettered part or an adopted text: the first footnote of an adopted text often belongs to a masthead
        that copies omit.
    Why:
        Either a footnote was removed and the others were not renumbered, or a footnote was lost.
    Wrong:
        1. *Adopts* the tide table,[^1] as corrected by the harbour pilots.[^3]

        [^1]: A/75/906, annex.

        [^3]: A/75/907.
    Right:
        1. *Adopts* the tide table,[^1] as corrected by the harbour pilots.[^2]

        [^1]: A/75/906, annex.

        [^2]: A/75/907.
    Fix:
        Renumbers the footnotes of the series, their references, each in the form in which it is written, and mentions
        such as “note 3 above”. The fix is unsafe, because a lost footnote may have to be restored. No fix is offered,
        and the finding says why, where a reference has no footnote, where a footnote has no reference, where a table
        refers to a footnote of the series, or where “Ibid.” would follow another footnote than before.
    Source:
        United Nations Editorial Manual, footnotes. Measured on two sessions of the General Assembly: 9 of 809 texts; in
        eight of them the first footnote belongs to a line above the title that the copy omits.
    """

    code = "FNT004"
    name = "note-number-skipped"
    level = Level.WARNING
    node_types = (Document,)
    fixable = Applicability.UNSAFE

    def check(self, node: Document, context: Context) -> Iterable[Finding]:
        """Yield one finding for each gap; the first in a series has the fix, unless another rule offers it."""
        alone, means = stands_alone(node, context.profile), Renumbering(node)
        runs = series(node)
        gaps = [(run, list(_gaps(run, alone=alone and run is runs[0]))) for run in runs]
        aside = labels_aside(node) if any(found for _, found in gaps) else frozenset()
        for run, found in gaps:
            for nth, gap in enumerate(gap for gap in found if not aside.intersection(gap.labels)):
                fixable = nth == 0 and run.in_order and not run.repeats
                fix = means.fix(run, alone=alone and run is runs[0]) if fixable else None
                yield finding_with_fix(gap.place, gap.message, fix, gap.related)


class _Gap(NamedTuple):
    before: int
    after: int
    place: Span
    message: str
    related: tuple[tuple[Span, str], ...] = ()

    @property
    def labels(self) -> Iterator[str]:
        """The missing numbers, or the first of them."""
        return map(str, range(self.before + 1, min(self.after, self.before + 20)))


def _gaps(run: Series, *, alone: bool) -> Iterator[_Gap]:
    """Yield the gaps, each with the numbers around it."""
    places = {int(note.label): note.mark for note in reversed(run.footnotes)}
    first = run.first_calls
    places |= {number: call.span for number, call in first.items()}
    numbers = sorted(places)
    if alone and numbers and numbers[0] > 1 and numbers[0] in first:
        yield _Gap(0, numbers[0], places[numbers[0]], f"Footnote numbers must begin at 1, not {numbers[0]}")
    for before, after in pairwise(numbers):
        if after > before + 1:
            message = f"{_missing(before, after)} missing: {after} follows {before}"
            yield _Gap(before, after, places[after], message, ((places[before], f"footnote {before}"),))


def _missing(before: int, after: int) -> str:
    """Return the missing numbers as the subject of a sentence, with its verb."""
    first, last = before + 1, after - 1
    if first == last:
        return f"Footnote number {first} is"
    return f"Footnote numbers {first} {'and' if last == first + 1 else 'to'} {last} are"

"""FNT004."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ...grammar.model.footnotes import Series, labels_aside
from ...grammar.syntax.tree import Document
from ..base import Applicability, Level
from ..kinds.footnote_rule import FootnoteProblem, FootnoteRule

_SEARCHED = 20
"""The most missing numbers of one gap that are searched for outside paragraphs, plus one."""


class FootnoteNumberSkipped(FootnoteRule):
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
    name = "footnote-number-skipped"
    aliases = ("note-number-skipped",)
    level = Level.WARNING
    fixable = Applicability.UNSAFE

    def renumbers(self, footnotes: Series) -> bool:
        return footnotes.in_order and not footnotes.repeats

    def problems(self, footnotes: Series, document: Document, *, begins: bool) -> Iterator[FootnoteProblem]:
        numbers = sorted({*(int(footnote.label) for footnote in footnotes.footnotes), *footnotes.first_references})
        if not numbers or (numbers[-1] - numbers[0] == len(numbers) - 1 and not (begins and numbers[0] > 1)):
            return  # the usual case
        places = {int(footnote.label): footnote.mark for footnote in reversed(footnotes.footnotes)}
        first = footnotes.first_references
        places |= {number: reference.span for number, reference in first.items()}
        start = numbers[0] if begins else 0
        if start > 1 and start in first and not _is_aside(0, start, document):
            yield FootnoteProblem(places[start], f"Footnote numbers must begin at 1, not {start}")
        for before, after in pairwise(numbers):
            if after > before + 1 and not _is_aside(before, after, document):
                related = ((places[before], f"footnote {before}"),)
                message = f"{_missing(before, after)} missing: {after} follows {before}"
                yield FootnoteProblem(places[after], message, related)


def _is_aside(before: int, after: int, document: Document) -> bool:
    """Return whether one of the missing numbers is referenced outside paragraphs, such as in a table."""
    missing = map(str, range(before + 1, min(after, before + _SEARCHED)))
    return not document.memoized(labels_aside).isdisjoint(missing)


def _missing(before: int, after: int) -> str:
    """Return the missing numbers as the subject of a sentence, with its verb."""
    first, last = before + 1, after - 1
    if first == last:
        return f"Footnote number {first} is"
    return f"Footnote numbers {first} {'and' if last == first + 1 else 'to'} {last} are"

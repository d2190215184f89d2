"""NUM002."""

from __future__ import annotations

from ...grammar.model.number_series import Break, Violation
from ...grammar.text.positions import Span
from ..base import Level
from ..kinds.paragraph_series_rule import ParagraphSeriesRule
from ..kinds.series_rule import NumberedSeries


class ParagraphNumberRepeated(ParagraphSeriesRule):
    """A number occurs twice in the sequence of operative paragraphs, or the sequence goes backwards.

    What it does:
        Checks the numbers of the operative paragraphs in order, as `paragraph-number-gap` does, and reports a number
        that is not higher than the one before it. Numbers may start again at 1 under a new heading.
    Why:
        A reference to a number that two paragraphs have is ambiguous.
    Wrong:
        1. *Decides* to keep the lamps lit;

        2. *Requests* the keepers to trim the wicks;

        2. *Invites* mariners to report lamps that are out.
    Right:
        1. *Decides* to keep the lamps lit;

        2. *Requests* the keepers to trim the wicks;

        3. *Invites* mariners to report lamps that are out.
    Fix:
        Renumbers all paragraphs of the sequence and updates the references in the text to those that change, as for
        `paragraph-number-gap`. Unsafe, even if a paragraph was clearly inserted: other texts may cite the numbers. No
        fix is offered if the sequence starts again at 1, as a heading may have been lost, or if a reference points to a
        number that two paragraphs have and “above” or “below” does not settle which; the message then gives the reason.
    Source:
        United Nations Editorial Manual, "Paragraphs".
    """

    code = "NUM002"
    name = "paragraph-number-repeated"
    level = Level.ERROR
    kinds = frozenset({Break.REPEAT})

    def related(self, series: NumberedSeries, violation: Violation) -> tuple[tuple[Span, str], ...]:
        number = series.numbers[violation.at]
        if violation.expected < number:
            return ((series.places[violation.at + 1], f"paragraph number {violation.expected}"),)
        first = series.numbers.index(number)
        return () if first == violation.at else ((series.places[first], f"first paragraph numbered {number}"),)

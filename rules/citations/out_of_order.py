"""CIT021."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.model.citation_lists import neighbours
from ...grammar.model.citations import CitingRule
from ...grammar.syntax.citations.citation_lexer import CitedDate
from ...grammar.syntax.tree import Footnote, Paragraph
from ..base import Context, Finding, Level


class OutOfOrder(CitingRule):
    """A list of resolutions does not go from the earliest to the latest.

    What it does:
        Compares the dates of resolutions of one organ that follow each other in one list. Of each list it names
        the first place.
    Why:
        A reader follows the matter through the years; and a date out of order is often a wrong one.
    Wrong:
        *Recalling* its resolutions 72/1 of 27 September 2017 and 71/2 of 19 October 2016,
    Right:
        *Recalling* its resolutions 71/2 of 19 October 2016 and 72/1 of 27 September 2017,
    Source:
        United Nations usage: of 4,138 neighbours in lists of the General Assembly, sessions 76 and
        77, that have dates, 28 have the later one first.
    """

    code = "CIT021"
    name = "out-of-order"
    level = Level.INFO
    node_types = (Paragraph, Footnote)

    def check(self, node: Paragraph | Footnote, context: Context) -> Iterator[Finding]:
        told = -1
        for first, second in neighbours(node, context.language.citations):
            if first.date is None or second.date is None or second.group == told:
                continue
            if _day(second.date) < _day(first.date):
                told = second.group
                place = node.prose.span(second.start, second.end)
                yield Finding(place, f"{second.normal} is earlier than {first.normal}, which stands before it")


def _day(date: CitedDate) -> tuple[int, int, int]:
    return date.year, date.month, date.day

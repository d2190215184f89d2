"""CIT021."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.model.citation_lists import neighbours
from ...grammar.syntax.citations.citation_lexer import CitedDate
from ...grammar.syntax.tree import Footnote, Paragraph
from ..base import Context, Finding, Level
from ..kinds.citing_rule import DATED, CitingRule


class CitationsOutOfOrder(CitingRule):
    """The resolutions of a list are not in chronological order.

    What it does:
        Compares the dates of resolutions of one organ that follow each other in a list. The rule reports the first
        wrong place in each list.
    Why:
        A reader follows the subject through the years; and a date out of order is often wrong.
    Wrong:
        *Recalling* its resolutions 72/1 of 27 September 2017 and 71/2 of 19 October 2016,
    Right:
        *Recalling* its resolutions 71/2 of 19 October 2016 and 72/1 of 27 September 2017,
    Source:
        United Nations usage: of 4,138 dated pairs in lists of the General Assembly, sessions 76 and 77, 28 have the
        later resolution first.
    """

    code = "CIT021"
    name = "citations-out-of-order"
    aliases = ("out-of-order",)
    level = Level.INFO
    node_types = (Paragraph, Footnote)
    cited = DATED

    def check(self, node: Paragraph | Footnote, context: Context) -> Iterator[Finding]:
        reported = -1
        for first, second in neighbours(node.prose.paragraph_text):
            if first.date is None or second.date is None or second.group == reported:
                continue
            if _day(second.date) < _day(first.date):
                reported = second.group
                place = node.prose.span(second.start, second.end)
                message = f"{second.kind.capitalize()} {second.normal} must come before {first.normal}, which is later"
                yield Finding(place, message)


def _day(date: CitedDate) -> tuple[int, int, int]:
    return date.year, date.month, date.day

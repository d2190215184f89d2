"""CIT022."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.model.citation_lists import neighbours
from ...grammar.syntax.tree import Footnote, Paragraph
from ..base import Applicability, Context, Edit, Finding, Fix, Level
from ..kinds.citing_rule import DATED, CitingRule


class SharedDateRepeated(CitingRule):
    """Two resolutions of the same date are listed side by side, and each has the date.

    What it does:
        Compares the dates of resolutions that follow each other in a list.
    Why:
        Resolutions of the same date share it: it is given once, after the last of them.
    Wrong:
        *Recalling* its resolutions 69/193 of 18 December 2014 and 69/196 of 18 December 2014,
    Right:
        *Recalling* its resolutions 69/193 and 69/196 of 18 December 2014,
    Fix:
        Removes the first of the two dates. Unsafe: one of them may be wrong.
    Source:
        United Nations usage: in the texts adopted by the General Assembly at its sessions 76 and 77, 62 pairs share a
        date, and two repeat it.
    """

    code = "CIT022"
    name = "shared-date-repeated"
    aliases = ("date-twice",)
    level = Level.INFO
    node_types = (Paragraph, Footnote)
    cited = DATED
    fixable = Applicability.UNSAFE

    def check(self, node: Paragraph | Footnote, context: Context) -> Iterator[Finding]:
        prose = node.prose
        for first, second in neighbours(node.prose.paragraph_text):
            one, other = first.date, second.date
            if one is None or other is None or first.shares_date or second.shares_date or first.title:
                continue
            if (one.day, one.month, one.year) == (other.day, other.month, other.year):
                place = prose.span(one.start, one.end)
                whole = prose.unbroken(first.end, one.end)
                edit = Edit(prose.span(first.end, one.end), "")
                fix = Fix("Remove the first date", (edit,), Applicability.UNSAFE) if whole else None
                date = prose.text[one.start : one.end]
                yield Finding(place, f"Repeated date “{date}” for {first.normal} and {second.normal}", fix)

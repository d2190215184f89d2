"""CIT004."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ...grammar.citing import CitedDate
from ...grammar.tree import Note, Paragraph
from ..cited import plain
from ..rule import Applicability, Context, Edit, Finding, Fix, Level, Rule


class DateForm(Rule):
    """The date of a cited resolution is not in the house form.

    What it does:
        Finds dates of citations written "September 25, 2015", "25th September 2015", "25 Sept. 2015", "25/09/2015"
        or "2015-09-25", and those that no calendar has, such as 31 June.
    Why:
        A date in figures is read as one day here and another there.
    Wrong:
        *Recalling* its resolution 70/1 of September 25, 2015 on the lighting of channels,
        ---
        *Recalling* its resolution 70/1 of 25/09/2015 on the lighting of channels,
    Right:
        *Recalling* its resolution 70/1 of 25 September 2015 on the lighting of channels,
    Fix:
        Writes day, month and year. Safe where day and month cannot be mistaken for each other; otherwise there is
        none.
    Source:
        United Nations Editorial Manual, on dates; in 18,727 dates of adopted texts day, month and year stand in
        this order.
    """

    code = "CIT004"
    name = "date-form"
    level = Level.ERROR
    looks_at = (Paragraph, Note)
    fixable = Applicability.SAFE

    def check(self, node: Paragraph | Note, context: Context) -> Iterator[Finding]:
        prose = node.prose
        months = context.language.citations.months
        seen: set[int] = set()
        for citation in plain(node):
            found = citation.date
            if found is None or found.start in seen:
                continue
            seen.add(found.start)
            words = prose.text[found.start : found.end]
            place = prose.span(found.start, found.end)
            if not _exists(found):
                yield Finding(place, f"There is no such day as {words}")
            elif not found.plain:
                right = f"{found.day} {months[found.month - 1]} {found.year}"
                certain = _certain(found, words) and prose.unbroken(found.start, found.end)
                fix = Fix(f"Write “{right}”", (Edit(place, right),)) if certain else None
                yield Finding(place, f"Date is not written as in “{right}”", fix)


def _exists(found: CitedDate) -> bool:
    try:
        date(found.year, found.month, found.day)
    except ValueError:
        return False
    return True


def _certain(found: CitedDate, words: str) -> bool:
    """Whether day and month can be told apart: a month in letters, the year first, or a day past the twelfth."""
    return ("/" not in words and "." not in words) or any(char.isalpha() for char in words) or found.day > 12

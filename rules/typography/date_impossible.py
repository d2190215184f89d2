"""TYP020."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import regex

from ...grammar.model.number_words import any_of, number_words
from ...grammar.syntax.language import Language
from ...grammar.syntax.tree import Footnote, Heading, Paragraph
from ...grammar.text import compile_cache
from ...grammar.text.characters import SPACE
from ..base import Context, Finding, Level, Prefilter, Rule

_LATE = r"(?<!\d)(?:2[^\W0-8]|[^\W012]\d)$"  # from 29 on, in figures of any script
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class DateImpossible(Rule):
    """A date names a day that does not exist.

    What it does:
        Reports dates such as “31 June 2027” and “30 February”. In years that are not leap years, February has 28 days.
        The dates of cited resolutions are checked by another rule.
    Why:
        Either the day or the month is wrong, and only the drafter knows which.
    Wrong:
        1. *Decides* to light the lamps on 31 June 2027.
        ---
        1. *Decides* to light the lamps on 29 February 2027.
    Right:
        1. *Decides* to light the lamps on 29 February 2028.
    Source:
        The calendar.
    """

    code = "TYP020"
    name = "date-impossible"
    level = Level.ERROR
    node_types = (Paragraph, Footnote, Heading)

    def prefilters(self, language: Language) -> tuple[Prefilter, ...]:
        """Require a month, and a day that some months do not have."""
        return Prefilter(words=frozenset(number_words(language).months)), Prefilter(piece=_LATE)

    def check(self, node: Paragraph | Footnote | Heading, context: Context) -> Iterator[Finding]:
        prose = node.prose
        months = number_words(context.language).months
        cited = [citation.date for citation in prose.citations if citation.date]
        for match in _date(context.language).finditer(prose.text):
            month = months.index(match["month"])
            leap = match["year"] is None or (int(match["year"]) % 4 == 0 and int(match["year"]) % 100 != 0)
            leap = leap or int(match["year"]) % 400 == 0
            last = _DAYS[month] - (month == 1 and not leap)
            if int(match["day"]) <= last or any(
                date.start < match.end() and match.start() < date.end for date in cited
            ):
                continue
            year = match["year"] if month == 1 else None  # the length of February alone depends on it
            length = f"at most {last}" if month == 1 and not year else last
            days = " ".join(filter(None, (match["month"], year, "has", f"{length} days")))
            yield Finding(prose.span(*match.span()), f"“{match[0]}” is not a valid date; {days}")


@cache
def _date(language: Language) -> regex.Pattern[str]:
    month = any_of(number_words(language).months)
    year = rf"(?:{SPACE}(?P<year>(?:19|20)\d\d))?"
    return compile_cache.pattern(rf"(?<![\w/–.,-])(?P<day>\d\d){SPACE}(?P<month>{month}){year}(?!\w)")

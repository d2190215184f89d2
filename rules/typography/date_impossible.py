"""TYP020."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import regex

from ...grammar.model.number_words import any_of, number_words
from ...grammar.model.profile import BODIES
from ...grammar.syntax.language import Language
from ...grammar.syntax.tree import Footnote, Heading, Paragraph
from ...grammar.text import compile_cache
from ...grammar.text.characters import SPACE
from ..base import Level, Prefilter
from ..kinds.pattern_rule import PatternRule, in_cited_date
from ..prefilter import Run, Sequence
from ..prefilter_runs import DIGITS

_LATE = r"(?<!\d)(?:2[^\W0-8]|[^\W012]\d)$"  # from 29 on, in figures of any script
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class DateImpossible(PatternRule):
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
    bodies = BODIES
    excluded = (in_cited_date,)
    message = "“{found}” is not a valid date; {days}"

    def prefilters(self, language: Language) -> tuple[Prefilter, ...]:
        month = Run(words=frozenset(number_words(language).months))
        return (Prefilter(sequences=(Sequence(Run(piece=_LATE, among=DIGITS), month),)),)

    def pattern_for(self, language: Language) -> regex.Pattern[str]:
        return _date(language)

    def words(self, match: regex.Match[str], language: Language) -> Mapping[str, str] | None:
        month = number_words(language).months.index(match["month"])
        last = _DAYS[month] - (month == 1 and not _may_be_leap(match["year"]))
        if int(match["day"]) <= last:
            return None
        year = match["year"] if month == 1 else None  # the length of February alone depends on it
        length = f"at most {last}" if month == 1 and not year else last
        return {"days": " ".join(filter(None, (match["month"], year, "has", f"{length} days")))}


def _may_be_leap(year: str | None) -> bool:
    from calendar import isleap

    return year is None or isleap(int(year))


@cache
def _date(language: Language) -> regex.Pattern[str]:
    month = any_of(number_words(language).months)
    year = rf"(?:{SPACE}(?P<year>(?:19|20)\d\d))?"
    return compile_cache.pattern(rf"(?<![\w/–.,-])(?P<day>\d\d){SPACE}(?P<month>{month}){year}(?!\w)")

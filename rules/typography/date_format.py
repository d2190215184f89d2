"""TYP012."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import regex

from ...grammar.model.date_text import closing_comma, noun_follows, with_spaces_of
from ...grammar.model.number_words import any_of, number_words
from ...grammar.syntax.language import Language
from ...grammar.syntax.tree import Footnote, Heading, Paragraph, Prose
from ...grammar.text import compile_cache
from ...grammar.text.characters import SPACE
from ...grammar.text.named_tuple import NamedTuple
from ..base import Applicability, Level, Prefilter
from ..kinds.pattern_rule import PatternRule, in_cited_date, quoted
from ..prefilter import Run, Sequence
from ..prefilter_runs import DIGITS


class DateFormat(PatternRule):
    """A date is not written as day, month and year.

    What it does:
        Reports dates in forms such as "June 30, 2018", "30th of June 2018", "30th June 2018", "30 June, 2018" and "30
        Jun. 2018". The dates of cited resolutions are checked by another rule, and quotations are ignored.
    Why:
        With a single date format, a reader or a search finds every event of a given day.
    Wrong:
        1. *Decides* to light the lamps on June 30, 2018.
    Right:
        1. *Decides* to light the lamps on 30 June 2018.
    Fix:
        Rewrites the date as day, month and year, without an ordinal ending, an article or a comma; its spaces stay.
        “June 30, 2018,” takes along the comma that closes it, unless the sentence requires one there. Safe: day, month
        and year do not change. Unsafe where the comma or the article may belong to the sentence.
    Source:
        United Nations Editorial Manual, on dates. No such date in the General Assembly's sessions 76 and 77; 16 in the
        Security Council's texts of 2021 to 2023, all of them errors.
    """

    code = "TYP012"
    name = "date-format"
    aliases = ("date-in-other-form",)
    level = Level.WARNING
    node_types = (Paragraph, Footnote, Heading)
    fixable = Applicability.SAFE
    excluded = (quoted(), in_cited_date)
    message = "Use “{right}” instead of “{found}”"
    content = "{spaced}"

    def prefilters(self, language: Language) -> tuple[Prefilter, ...]:
        numbers = number_words(language)
        ending = any_of(tuple(language.data("numbers")["endings"]))
        months = any_of(numbers.months)
        american = Sequence(Run(words=frozenset(numbers.months)), Run(piece=rf"^\d\d?{ending}?,?$", among=DIGITS))
        short = frozenset(numbers.short_months)
        return (Prefilter(words=short, piece=rf"\d{ending}$|^{months},", sequences=(american,)),)

    def pattern_for(self, language: Language) -> regex.Pattern[str]:
        return _dates(language)

    def words(self, match: regex.Match[str], language: Language) -> Mapping[str, str] | None:
        day, year = int(match["day"]), match["year"]
        if not 0 < day < 32:
            return None
        month = match["month"] or number_words(language).short_months[match["short"]]
        dated = match[0][len(match["the"] or "") :]
        return {
            "right": " ".join(filter(None, (str(day), month, year))),
            "spaced": with_spaces_of(dated, day, month, year, ""),
        }

    def reported_range(self, match: regex.Match[str], prose: Prose) -> tuple[int, int]:
        extent = _extent(match, prose)
        return extent.start, extent.end

    def replaced_range(self, match: regex.Match[str], prose: Prose) -> tuple[int, int]:
        return self.reported_range(match, prose)

    def applicability(self, match: regex.Match[str], prose: Prose) -> Applicability:
        return Applicability.SAFE if _extent(match, prose).sure else Applicability.UNSAFE


class _Extent(NamedTuple):
    start: int
    end: int
    sure: bool


def _extent(match: regex.Match[str], prose: Prose) -> _Extent:
    """Return what is replaced, and whether that is certain: “the” and a closing comma may belong to the date."""
    start, end = match.span()
    if match["american"] and "," in match[0]:
        comma = closing_comma(prose.text, start, end, prose.language)
        return _Extent(start, comma.end, comma.sure)
    if match["the"] and noun_follows(prose.text, end, prose.language):
        return _Extent(match.end("the"), end, sure=False)
    return _Extent(start, end, sure=True)


@cache
def _dates(language: Language) -> regex.Pattern[str]:
    words = number_words(language)
    month, short = rf"(?P<month>{any_of(words.months)})", rf"(?P<short>{any_of(tuple(words.short_months))})"
    ending = any_of(tuple(language.data("numbers")["endings"]))
    year, article = r"(?P<year>(?:19|20)\d\d)", language.citations.article
    return compile_cache.pattern(
        rf"(?<!\w)(?:(?P<american>{month}{SPACE}(?P<day>\d{{1,2}}){ending}?,?{SPACE}{year})(?![\w/–-])"
        rf"|(?<![/–-])(?P<the>(?i:{article}){SPACE})?(?P<day>\d{{1,2}}){ending}{SPACE}(?:of{SPACE})?{month}"
        rf"(?:,?{SPACE}{year})?(?!\w)"
        rf"|(?<![/–-])(?P<day>\d{{1,2}}){SPACE}(?:{month},{SPACE}?|{short}\.?,?{SPACE}){year}(?!\w))"
    )

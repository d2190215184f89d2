"""TYP012."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import regex

from ...grammar.model.date_text import closing_comma, noun_follows, with_spaces_of
from ...grammar.model.number_words import SPACE, any_of, number_words
from ...grammar.syntax.language import Language
from ...grammar.syntax.tree import Footnote, Heading, Paragraph
from ...grammar.text import compile_cache
from ..base import Applicability, Context, Edit, Finding, Fix, Level, Prefilter, Rule


class DateInOtherForm(Rule):
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
        “June 30, 2018,” takes along the comma that closes it, unless the sentence requires one there. Safe, but unsafe
        where that is uncertain.
    Source:
        United Nations Editorial Manual, on dates. No such date in the General Assembly's sessions 76 and 77; 16 in the
        Security Council's texts of 2021 to 2023, all of them errors.
    """

    code = "TYP012"
    name = "date-in-other-form"
    level = Level.WARNING
    node_types = (Paragraph, Footnote, Heading)
    fixable = Applicability.SAFE

    def prefilters(self, language: Language) -> tuple[Prefilter, ...]:
        """Require a month, in full or shortened."""
        words = number_words(language)
        return (Prefilter(words=frozenset((*words.months, *words.short_months))),)

    def check(self, node: Paragraph | Footnote | Heading, context: Context) -> Iterator[Finding]:
        prose = node.prose
        if not _may_be(context.language).search(prose.text):
            return
        for match in _dates(context.language).finditer(prose.text):
            if prose.reading.quoted(*match.span()) or not 0 < int(match["day"]) < 32:
                continue
            if any(
                cited.date and cited.date.start < match.end() and match.start() < cited.date.end
                for cited in prose.citations
            ):
                continue
            year = f" {match['year']}" if match["year"] else ""
            month = match["month"] or number_words(context.language).short_months[match["short"]]
            written = f"{int(match['day'])} {month}{year}"
            start, end, sure = _extent(match, prose.text, context.language)
            right = with_spaces_of(match[0][len(match["the"] or "") :], int(match["day"]), month, match["year"], "")
            place = prose.span(start, end)
            applicability = Applicability.SAFE if sure else Applicability.UNSAFE
            fix = Fix(f"Replace with “{written}”", (Edit(place, right),), applicability)
            message = f"Use “{written}” instead of “{prose.text[start:end]}”"
            yield Finding(place, message, fix if prose.unbroken(start, end) else None)


def _extent(match: regex.Match[str], text: str, language: Language) -> tuple[int, int, bool]:
    """Return what is replaced, and whether that is certain: “the” and a closing comma may belong to the date."""
    start, end = match.span()
    if match["american"] and "," in match[0]:
        comma = closing_comma(text, start, end, language)
        return start, comma.end, comma.sure
    if match["the"] and noun_follows(text, end, language):
        return match.end("the"), end, False
    return start, end, True


@cache
def _may_be(language: Language) -> re.Pattern[str]:
    """Compile a fast check: a month before a day or a comma, an ordinal, or a shortened month after a day."""
    ending = any_of(tuple(language.data("numbers")["endings"]))
    words = number_words(language)
    short = any_of(tuple(words.short_months))
    return re.compile(
        rf"{any_of(words.months)}(?:{SPACE}\d\d?(?!\d)|,{SPACE}?\d)|\d(?:{ending}{SPACE}|{SPACE}{short}(?!\w))"
    )


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

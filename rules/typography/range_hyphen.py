"""TYP007."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import regex

from ...grammar.model.number_words import any_of, number_words
from ...grammar.syntax.language import Language
from ...grammar.syntax.tree import Footnote, Heading, Paragraph
from ...grammar.text import compile_cache
from ...grammar.text.characters import SPACE
from ..base import Applicability, Level, Prefilter
from ..kinds.pattern_rule import PatternRule, divided, linked, quoted
from ..prefilter_runs import DIGITS

_WORD_BEFORE = compile_cache.pattern(r"^.*?(\w*)[ \u00a0\u202f]$")
_NEAR = 12


class RangeHyphen(PatternRule):
    """A range of years or days has a hyphen instead of an en dash.

    What it does:
        Reports "2018-2030", "2018-19" and "3-14 June", where the second number is the higher one. Symbols, web
        addresses and links are ignored, and so are numbers of documents (“decision 2013-25”).
    Why:
        A hyphen joins the parts of one number; an en dash separates the ends of a range.
    Wrong:
        1. *Adopts* the plan for lighthouses for 2018-2030.
    Right:
        1. *Adopts* the plan for lighthouses for 2018–2030, by its decision No. 2013-3.
    Fix:
        Replaces the hyphen with an en dash. Safe: the second number is the higher one, and no word before the first
        shows that the two are a single number.
    Source:
        Practice: one hyphen in the General Assembly's sessions 75 to 77, and three in the Security Council's texts of
        2021 to 2023, all of them errors.
    """

    code = "TYP007"
    name = "range-hyphen"
    level = Level.WARNING
    node_types = (Paragraph, Footnote, Heading)
    fixable = Applicability.SAFE
    pattern = compile_cache.pattern(r"(?<![\w/.,:‑–-])((?:19|20)\d\d|\d\d?)(-)((?:19|20)\d\d|\d\d?)(?![\w/‑–-]|[.,]\d)")
    required = (Prefilter(piece=r"\d-\d", among=DIGITS),)
    excluded = (quoted(), divided(), linked(2))
    replaced = 2
    message = "Use an en dash instead of a hyphen in “{found}”"
    title = "Replace with an en dash"
    content = "–"

    def words(self, match: regex.Match[str], language: Language) -> Mapping[str, str] | None:
        if len(match[1]) < 3 and not _month_follows(match, language):
            return None
        before = _WORD_BEFORE.sub(lambda found: found[1], match.string[max(0, match.start() - _NEAR) : match.start()])
        if before in number_words(language).prepositions:
            return None  # “from 2016-18” requires a word, which range-after-from reports
        if before.lower() in number_words(language).labels or before.lower() in language.citations.kinds:
            return None  # “decision 2013-25”
        return {} if _rises(match[1], match[3]) else None


def _rises(first: str, second: str) -> bool:
    if len(first) == 4 and len(second) == 2:
        return int(second) > int(first[2:])
    return (len(first) == 4) == (len(second) == 4) and int(second) > int(first)


def _month_follows(match: regex.Match[str], language: Language) -> bool:
    return _month(language).match(match.string, match.end()) is not None


@cache
def _month(language: Language) -> regex.Pattern[str]:
    return compile_cache.pattern(f"{SPACE}{any_of(number_words(language).months)}")

"""TYP011."""

from __future__ import annotations

from collections.abc import Mapping

import regex

from ...grammar.model.number_words import number_words
from ...grammar.model.profile import MEASURED
from ...grammar.syntax.language import Language
from ...grammar.syntax.tree import Paragraph, Prose
from ...grammar.text import compile_cache
from ..base import Applicability, Level, Prefilter
from ..kinds.pattern_rule import PatternRule, divided, linked, quoted
from ..prefilter_runs import DIGITS

_YEAR_WITH_REFERENCE = compile_cache.pattern(r"(?:19[4-9]|20[0-3])\d[1-9]")
_WORD = compile_cache.pattern(r"\p{L}+")
_NEAR = 40
"""Code points before a number in which a word may show that it names something."""


class ThousandsSeparatorMissing(PatternRule):
    """A number of five or more digits has no comma.

    What it does:
        Reports "20000 lamps" and similar numbers before a word. Numbers after "No.", parts of symbols and web
        addresses, and quotations are ignored. So are numbers that name something: an asteroid, a standard, a telephone,
        a postal code. So is a year that a footnote reference follows (20211).
    Why:
        Long numbers are hard to read without groups of three digits.
    Wrong:
        1. *Approves* 1250000 dollars for lamp oil.
    Right:
        1. *Approves* 1,250,000 dollars for lamp oil, under treaty No. 39574.
    Fix:
        Inserts the commas. Safe before a common noun, which the number counts. Otherwise unsafe: it may be a name.
    Source:
        Practice: 716 numbers with commas and none without in paragraphs of the General Assembly's sessions 76 and 77.
    """

    code = "TYP011"
    name = "thousands-separator-missing"
    aliases = ("thousands-unparted",)
    level = Level.WARNING
    node_types = (Paragraph,)
    fixable = Applicability.SAFE
    bodies = MEASURED - {"sc", "mun"}
    pattern = compile_cache.pattern(r"(?:^|(?<=\p{Ll}[ \u00a0]))[1-9]\d{4,11}(?=[ \u00a0](?P<follows>\p{L}+))")
    required = (Prefilter(piece=r"^[1-9]\d{4,11}$", among=DIGITS),)
    excluded = (quoted(), divided(), linked())
    message = "Use “{right}” instead of “{found}”"

    def words(self, match: regex.Match[str], language: Language) -> Mapping[str, str] | None:
        known = number_words(language)
        before = match.string[max(0, match.start() - _NEAR) : match.start()].lower()
        if not known.labels.isdisjoint(_WORD.findall(before)):
            return None
        if match["follows"][0].isupper() and match["follows"] not in known.currencies:
            return None  # such as “99942 Apophis”
        if _YEAR_WITH_REFERENCE.fullmatch(match[0]):
            return None  # such as “20211”, a year with a footnote reference
        return {"right": f"{int(match[0]):,}"}

    def applicability(self, match: regex.Match[str], prose: Prose) -> Applicability:
        doubtful = match["follows"] in number_words(prose.language).no_nouns
        return Applicability.UNSAFE if doubtful else Applicability.SAFE

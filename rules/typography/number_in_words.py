"""TYP009."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import regex

from ...grammar.model.number_words import any_of, number_words
from ...grammar.model.profile import MEASURED
from ...grammar.syntax.language import Language
from ...grammar.syntax.tree import Paragraph, Prose
from ...grammar.text import compile_cache
from ...grammar.text.characters import SPACE
from ..base import Applicability, Level, Prefilter
from ..kinds.pattern_rule import PatternRule, quoted
from ..prefilter import Run, Sequence

_LARGER = compile_cache.pattern(r"(?:hundred|thousand|million|billion)[ \u00a0](?:and[ \u00a0])?$")


def _begins_sentence(prose: Prose, match: regex.Match[str]) -> bool:
    return prose.text[: match.start()].rstrip()[-1:] in ("", ".", ":", "?")


def _ends_larger_number(prose: Prose, match: regex.Match[str]) -> bool:
    """Exclude “twenty” in “one hundred and twenty days”."""
    return _LARGER.search(prose.text, endpos=match.start()) is not None


class NumberInWords(PatternRule):
    """A number from ten upwards is written in words.

    What it does:
        Reports "twelve months" and similar phrases before the nouns that are most often counted: days, months, years,
        meetings, members, States. Numbers at the beginning of a sentence and quotations are ignored.
    Why:
        Numbers below ten are written in words and those from ten upwards in figures, so that amounts and periods are
        easy to find.
    Wrong:
        1. *Decides* to keep the lamps lit for twelve months.
    Right:
        1. *Decides* to keep the lamps lit for 12 months, and the oil for nine days.
    Fix:
        Replaces the words with figures. Unsafe: another number nearby may have to be changed as well.
    Source:
        United Nations Editorial Manual, on numbers. Four cases in the General Assembly's sessions 76 and 77, all in
        quotations; the Security Council writes these numbers in words.
    """

    code = "TYP009"
    name = "number-in-words"
    level = Level.WARNING
    node_types = (Paragraph,)
    fixable = Applicability.UNSAFE
    bodies = MEASURED - {"sc", "mun"}
    eras = frozenset({"2010-2019", "2020+"})
    excluded = (quoted(), _begins_sentence, _ends_larger_number)
    reported = replaced = 1
    message = "Use “{right}” instead of “{found}”"

    def prefilters(self, language: Language) -> tuple[Prefilter, ...]:
        counted = Run(words=frozenset(number_words(language).counted))
        return (Prefilter(sequences=(Sequence(Run(words=_counted(language)[1]), counted),)),)

    def pattern_for(self, language: Language) -> regex.Pattern[str]:
        return _counted(language)[0]

    def words(self, match: regex.Match[str], language: Language) -> Mapping[str, str]:
        cardinal = match[1].lower().replace("‑", "-")
        return {"right": str(number_words(language).cardinals.index(cardinal) + 1)}


@cache
def _counted(language: Language) -> tuple[regex.Pattern[str], frozenset[str]]:
    """Compile the pattern of a number from ten upwards before a noun, and list the words that it may begin with."""
    words = number_words(language)
    numbers = words.cardinals[9:]
    either = any_of(numbers).replace("\\-", "-").replace("-", "[-‑]")
    pattern = compile_cache.pattern(rf"(?<![\w-])({either}){SPACE}{any_of(words.counted)}(?!\w)")
    return pattern, frozenset(number.partition("-")[0] for number in numbers)

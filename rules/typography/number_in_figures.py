"""TYP010."""

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
from ..prefilter_runs import DIGITS

_NEAR = 40
_LARGER = compile_cache.pattern(r"(?<![\w/.(])\d{2,3}(?![\w/)])|\d[.,]\d")


def _near_larger_number(prose: Prose, match: regex.Match[str]) -> bool:
    start, end = match.start(1), match.end()
    return _LARGER.search(prose.text[max(0, start - _NEAR) : start] + prose.text[end : end + _NEAR]) is not None


def _is_label(prose: Prose, match: regex.Match[str]) -> bool:
    """Exclude a number that belongs to the noun before it instead of counting what follows it."""
    words = prose.text[max(0, match.start(1) - _NEAR) : match.start(1)].lower().split()[-2:]
    if not words:
        return False
    known = prose.language.data("numbers")["before_count"]
    if words[-1] in known["labels"]:
        return True
    if words[-1] in known["words"] or words[-1].endswith(tuple(known["endings"])):
        return False
    return len(words) == 1 or words[0] not in known["auxiliaries"]


class NumberInFigures(PatternRule):
    """A number below ten is written in figures.

    What it does:
        Reports "5 days" and similar phrases before the nouns that are most often counted. Ages, decimals, numbers that
        belong to the noun before them ("annex 2 States"), and numbers close to a larger one in figures are ignored, and
        so are quotations.
    Why:
        Numbers below ten are written in words, and those from ten upwards in figures.
    Wrong:
        1. *Decides* to keep the lamps lit for 5 days.
    Right:
        1. *Decides* to keep the lamps lit for five days, and to teach children under 5 years of age between 2 and 12
        days.
    Fix:
        Replaces the figure with the word. Unsafe: in a series with larger numbers, figures are correct.
    Source:
        United Nations Editorial Manual, on numbers. In the General Assembly's sessions 76 and 77, words occur 153 times
        before these nouns, and figures, except for ages, five times.
    """

    code = "TYP010"
    name = "number-in-figures"
    level = Level.WARNING
    node_types = (Paragraph,)
    fixable = Applicability.UNSAFE
    bodies = MEASURED - {"sc", "mun"}
    eras = frozenset({"2010-2019", "2020+"})
    excluded = (quoted(1), _near_larger_number, _is_label)
    reported = replaced = 1
    message = "Use “{right}” instead of “{found}”"

    def prefilters(self, language: Language) -> tuple[Prefilter, ...]:
        counted = Run(words=frozenset(number_words(language).counted))
        return (Prefilter(sequences=(Sequence(Run(piece="^[1-9]$", among=DIGITS), counted),)),)

    def pattern_for(self, language: Language) -> regex.Pattern[str]:
        return _counted(language)

    def words(self, match: regex.Match[str], language: Language) -> Mapping[str, str]:
        return {"right": number_words(language).cardinals[int(match[1]) - 1]}


@cache
def _counted(language: Language) -> regex.Pattern[str]:
    words = number_words(language)
    return compile_cache.pattern(
        rf"(?:^|(?<=\p{{Ll}}{SPACE}))(?<!{regex.escape(words.age_of)}{SPACE})([1-9]){SPACE}{any_of(words.counted)}(?!\w|{SPACE}{regex.escape(words.age)})"
    )

"""TYP010."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import regex

from ...grammar.model.number_words import SPACE, any_of, number_words
from ...grammar.model.profile import BODIES
from ...grammar.syntax.language import Language
from ...grammar.syntax.tree import Paragraph
from ...grammar.text import compile_cache
from ..base import Applicability, Context, Edit, Finding, Fix, Level, Prefilter, Rule

_FIGURES = frozenset("123456789")
_NEAR = 40
_LARGER = compile_cache.pattern(r"(?<![\w/.(])\d{2,3}(?![\w/)])|\d[.,]\d")


class NumberInFigures(Rule):
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
    bodies = BODIES - {"sc", "mun"}
    eras = frozenset({"2010-2019", "2020+"})

    def prefilters(self, language: Language) -> tuple[Prefilter, ...]:
        """Require a figure, and a noun that is counted."""
        return Prefilter(words=_FIGURES), Prefilter(words=frozenset(number_words(language).counted))

    def check(self, node: Paragraph, context: Context) -> Iterator[Finding]:
        prose = node.prose
        if not _may_be(context.language).search(prose.text):
            return
        for match in _counted(context.language).finditer(prose.text):
            start, end = match.span(1)
            near = prose.text[max(0, start - _NEAR) : start] + prose.text[match.end() : match.end() + _NEAR]
            if (
                prose.reading.quoted(start, end)
                or _LARGER.search(near)
                or not _counts(prose.text[:start], context.language)
            ):
                continue
            word = number_words(context.language).cardinals[int(match[1]) - 1]
            place = prose.span(start, end)
            fix = Fix(f"Replace with “{word}”", (Edit(place, word),), Applicability.UNSAFE)
            yield Finding(place, f"Use “{word}” instead of “{match[1]}”", fix)


def _counts(before: str, language: Language) -> bool:
    """Return whether a number counts what follows it: the word before it takes no number as its label."""
    words = before[-_NEAR:].lower().split()[-2:]
    if not words:
        return True
    known = language.data("numbers")["before_count"]
    if words[-1] in known["labels"]:
        return False
    if words[-1] in known["words"] or words[-1].endswith(tuple(known["endings"])):
        return True
    return len(words) > 1 and words[0] in known["auxiliaries"]


@cache
def _may_be(language: Language) -> re.Pattern[str]:
    """Compile a fast check: a single figure before a noun that is counted."""
    return re.compile(rf"[1-9](?<!\d\d){SPACE}{any_of(number_words(language).counted)}")


@cache
def _counted(language: Language) -> regex.Pattern[str]:
    words = number_words(language)
    return compile_cache.pattern(
        rf"(?:^|(?<=\p{{Ll}}{SPACE}))(?<!{regex.escape(words.age_of)}{SPACE})([1-9]){SPACE}{any_of(words.counted)}(?!\w|{SPACE}{regex.escape(words.age)})"
    )

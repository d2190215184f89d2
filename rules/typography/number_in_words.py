"""TYP009."""

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

_LARGER = compile_cache.pattern(r"(?:hundred|thousand|million|billion)[ \u00a0](?:and[ \u00a0])?$")
_BEGINS = ("", ".", ":", "?")


class NumberInWords(Rule):
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
    bodies = BODIES - {"sc", "mun"}
    eras = frozenset({"2010-2019", "2020+"})

    def prefilters(self, language: Language) -> tuple[Prefilter, ...]:
        """Require the first word of a number, and a noun that is counted."""
        return Prefilter(words=_counted(language)[1]), Prefilter(words=frozenset(number_words(language).counted))

    def check(self, node: Paragraph, context: Context) -> Iterator[Finding]:
        prose = node.prose
        cardinals = number_words(context.language).cardinals
        for match in _counted(context.language)[0].finditer(prose.text):
            if prose.reading.quoted(*match.span()) or prose.text[: match.start()].rstrip()[-1:] in _BEGINS:
                continue
            if _LARGER.search(prose.text, endpos=match.start()):
                continue  # the end of a larger number: “one hundred and twenty days”
            figure = str(cardinals.index(match[1].lower().replace("‑", "-")) + 1)
            place = prose.span(*match.span(1))
            fix = None
            if prose.unbroken(*match.span(1)):
                fix = Fix(f"Replace with “{figure}”", (Edit(place, figure),), Applicability.UNSAFE)
            yield Finding(place, f"Use “{figure}” instead of “{match[1]}”", fix)


@cache
def _counted(language: Language) -> tuple[regex.Pattern[str], frozenset[str]]:
    """Compile the pattern of a number from ten upwards before a noun, and list the words that it may begin with."""
    words = number_words(language)
    numbers = words.cardinals[9:]
    either = re.sub(r"\\?-", "[-‑]", any_of(numbers))
    pattern = compile_cache.pattern(rf"(?<![\w-])({either}){SPACE}{any_of(words.counted)}(?!\w)")
    return pattern, frozenset(number.partition("-")[0] for number in numbers)

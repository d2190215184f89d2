"""PUN011."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import regex

from ...grammar.model.terminal_punctuation import NAMES
from ...grammar.syntax.language import Language
from ...grammar.syntax.tree import Openable
from ...grammar.text import compile_cache
from ..base import Applicability, Context, Edit, Finding, Fix, Level, Prefilter, Rule


class CapitalAfterSemicolon(Rule):
    """An article, conjunction or preposition is capitalized after a semicolon or comma.

    What it does:
        Finds “; And”, “, The” and similar, with words that cannot be names: articles, conjunctions and prepositions.
        Words in quotations and words before another capitalized word, which may begin a title, are not reported.
    Why:
        The sentence continues after the mark, so the word needs no capital.
    Wrong:
        1. *Decides* to light the lamps; And requests the keepers to report.
    Right:
        1. *Decides* to light the lamps; and requests the keepers to report.
    Fix:
        Changes the first letter to lower case. Safe.
    Source:
        General editorial practice.
    """

    code = "PUN011"
    name = "capital-after-semicolon"
    level = Level.WARNING
    node_types = (Openable,)
    fixable = Applicability.SAFE

    def prefilters(self, language: Language) -> tuple[Prefilter, ...]:
        """Return the words with an initial capital."""
        return (Prefilter(words=frozenset(_capitals(language))),)

    def check(self, node: Openable, context: Context) -> Iterator[Finding]:
        prose = node.prose
        for match in _capital(context.language).finditer(prose.text):
            start, end = match.span("letter")
            if prose.reading.quoted(start, end) or any(e.start <= start < e.end for e in prose.emphases):
                continue
            place = prose.span(start, end)
            lower = match["letter"].lower()
            word = f"{lower}{match['rest']}"
            fix = Fix(f"Replace with “{word}”", (Edit(place, lower),))
            written = f"{match['letter']}{match['rest']}"
            yield Finding(place, f"Use “{word}” instead of “{written}” after a {NAMES[match['mark']]}", fix)


def _capitals(language: Language) -> list[str]:
    return [word.capitalize() for word in language.data("typography")["never_twice"].split() if len(word) > 1]


@cache
def _capital(language: Language) -> regex.Pattern[str]:
    whole = "|".join(_capitals(language))
    return compile_cache.pattern(
        rf"(?P<mark>[;,])[ \u00a0](?=(?:{whole})[ \u00a0]\p{{Ll}})(?P<letter>\p{{Lu}})(?P<rest>\p{{Ll}}+)"
    )

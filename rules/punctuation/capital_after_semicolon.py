"""PUN011."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import regex

from ...grammar.syntax.language import Language
from ...grammar.syntax.tree import Openable
from ...grammar.text import compile_cache
from ..base import Applicability, Context, Edit, Finding, Fix, Level, Prefilter, Rule


class CapitalAfterSemicolon(Rule):
    """A small word begins with a capital behind a semicolon or comma.

    What it does:
        Finds “; And”, “, The” and the like, with words that are no names: articles, link words and prepositions.
        Quotations are left alone, and so are words before another capital, which may begin a title.
    Why:
        The sentence goes on behind the mark.
    Wrong:
        1. *Decides* to light the lamps; And requests the keepers to report.
    Right:
        1. *Decides* to light the lamps; and requests the keepers to report.
    Fix:
        Writes the small letter. Safe.
    Source:
        Editorial sense.
    """

    code = "PUN011"
    name = "capital-after-semicolon"
    level = Level.WARNING
    node_types = (Openable,)
    fixable = Applicability.SAFE

    def prefilters(self, language: Language) -> tuple[Prefilter, ...]:
        """One of the words with its capital."""
        return (Prefilter(words=frozenset(_capitals(language))),)

    def check(self, node: Openable, context: Context) -> Iterator[Finding]:
        prose = node.prose
        for match in _capital(context.language).finditer(prose.text):
            start, end = match.span("letter")
            if prose.reading.quoted(start, end) or any(e.start <= start < e.end for e in prose.emphases):
                continue
            place = prose.span(start, end)
            small = match["letter"].lower()
            fix = Fix(f"Write “{small}”", (Edit(place, small),))
            yield Finding(place, f"The sentence goes on behind “{match['mark']}”: “{small}{match['rest']}”", fix)


def _capitals(language: Language) -> list[str]:
    return [word.capitalize() for word in language.data("typography")["never_twice"].split() if len(word) > 1]


@cache
def _capital(language: Language) -> regex.Pattern[str]:
    whole = "|".join(_capitals(language))
    return compile_cache.pattern(
        rf"(?P<mark>[;,])[ \u00a0](?=(?:{whole})[ \u00a0]\p{{Ll}})(?P<letter>\p{{Lu}})(?P<rest>\p{{Ll}}+)"
    )

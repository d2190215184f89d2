"""TYP017."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import islice
from operator import eq

import regex

from ...grammar.model.number_words import any_of
from ...grammar.syntax.language import Language
from ...grammar.syntax.tree import Footnote, Heading, Paragraph
from ...grammar.text import compile_cache
from ..base import Applicability, Context, Edit, Finding, Fix, Level, Rule


class DoubledWord(Rule):
    """A small word stands twice.

    What it does:
        Finds articles, link words and prepositions of one line that stand twice side by side: “the the”, “of of”.
        Words that may rightly do so (“that that”, “had had”) and quotations are left alone.
    Why:
        It is what is left when a sentence was changed at its seam, and no reader sees it.
    Wrong:
        1. *Decides* to keep the the lamps lit.
    Right:
        1. *Decides* to keep the lamps lit.
    Fix:
        Takes the second one out. Safe.
    Source:
        Editorial sense.
    """

    code = "TYP017"
    name = "doubled-word"
    level = Level.WARNING
    node_types = (Paragraph, Footnote, Heading)
    fixable = Applicability.SAFE

    def check(self, node: Paragraph | Footnote | Heading, context: Context) -> Iterator[Finding]:
        prose = node.prose
        words = prose.text.replace("(", " ").replace("“", " ").replace(",", " ").split()
        if not any(map(eq, words, islice(words, 1, None))):  # a quick look
            return
        for match in _doubled(context.language).finditer(prose.text):
            if prose.reading.quoted(*match.span()) or not prose.unbroken(*match.span()):
                continue
            fix = Fix("Take one out", (Edit(prose.span(match.end("word"), match.end()), ""),))
            yield Finding(prose.span(*match.span()), f"“{match['word']}” stands twice", fix)


@cache
def _doubled(language: Language) -> regex.Pattern[str]:
    words = language.data("typography")["never_twice"].split()
    return compile_cache.pattern(rf"(?<![\w-])(?P<word>{any_of(words)})[ \u00a0](?P=word)(?![\w-])")

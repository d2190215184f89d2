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


class RepeatedWord(Rule):
    """An article, conjunction or preposition is repeated.

    What it does:
        Reports articles, conjunctions and prepositions that occur twice in succession on one line: “the the”, “of of”.
        Words that may correctly be repeated (“that that”, “had had”) and quotations are ignored.
    Why:
        A repeated word is often left over when a sentence is edited, and is easily overlooked.
    Wrong:
        1. *Decides* to keep the the lamps lit.
    Right:
        1. *Decides* to keep the lamps lit.
    Fix:
        Removes the second word. Safe.
    Source:
        General editorial practice.
    """

    code = "TYP017"
    name = "repeated-word"
    aliases = ("doubled-word",)
    level = Level.WARNING
    node_types = (Paragraph, Footnote, Heading)
    fixable = Applicability.SAFE

    def check(self, node: Paragraph | Footnote | Heading, context: Context) -> Iterator[Finding]:
        prose = node.prose
        words = prose.text.replace("(", " ").replace("“", " ").replace(",", " ").split()
        if not any(map(eq, words, islice(words, 1, None))):  # a fast check
            return
        for match in _doubled(context.language).finditer(prose.text):
            if prose.reading.quoted(*match.span()) or not prose.unbroken(*match.span()):
                continue
            fix = Fix("Remove the repeated word", (Edit(prose.span(match.end("word"), match.end()), ""),))
            yield Finding(prose.span(*match.span()), f"Repeated word “{match['word']}”", fix)


@cache
def _doubled(language: Language) -> regex.Pattern[str]:
    words = language.data("typography")["never_twice"].split()
    return compile_cache.pattern(rf"(?<![\w-])(?P<word>{any_of(words)})[ \u00a0](?P=word)(?![\w-])")

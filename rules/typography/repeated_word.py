"""TYP017."""

from __future__ import annotations

from functools import cache
from itertools import islice
from operator import eq

import regex

from ...grammar.model.number_words import any_of
from ...grammar.model.profile import BODIES
from ...grammar.syntax.language import Language
from ...grammar.syntax.tree import Footnote, Heading, Paragraph
from ...grammar.text import compile_cache
from ..base import Applicability, Level
from ..kinds.pattern_rule import PatternRule, divided, quoted


class RepeatedWord(PatternRule):
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
    bodies = BODIES
    fixable = Applicability.SAFE
    excluded = (quoted(), divided())
    replaced = "again"
    message = "Repeated word “{word}”"
    title = "Remove the repeated word"
    content = ""

    def pattern_for(self, language: Language) -> regex.Pattern[str]:
        return _repeated(language)

    def may_match(self, text: str, language: Language) -> bool:
        words = text.replace("(", " ").replace("“", " ").replace(",", " ").split()
        return any(map(eq, words, islice(words, 1, None)))


@cache
def _repeated(language: Language) -> regex.Pattern[str]:
    words = language.data("typography")["never_twice"].split()
    return compile_cache.pattern(rf"(?<![\w-])(?P<word>{any_of(words)})(?P<again>[ \u00a0](?P=word))(?![\w-])")

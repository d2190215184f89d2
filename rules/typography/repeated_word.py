"""TYP017."""

from __future__ import annotations

from functools import cache
from itertools import islice
from operator import eq

import regex

from ...grammar.model.number_words import any_of
from ...grammar.model.profile import BODIES
from ...grammar.syntax.language import Language
from ...grammar.syntax.tree import Footnote, Heading, Paragraph, Prose
from ...grammar.text import compile_cache
from ..base import Applicability, Level, Prefilter
from ..kinds.pattern_rule import PatternRule, divided, quoted

_MARKS = compile_cache.pattern("[,;:]")
_BESIDE = "(“,"
"""Signs that may be beside either word."""
_APART = str.maketrans(dict.fromkeys(_BESIDE, " "))


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
        Removes the second word. Safe for an article or a conjunction, which never follows itself. Unsafe for a
        preposition, which may belong to the verb: “the ports they sail to to find oil”. The second “of” is removed
        safely unless a relative word, a pronoun or a participle precedes it (“the oil they spoke of”).
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

    def prefilters(self, language: Language) -> tuple[Prefilter, ...]:
        words = any_of(_words(language))
        return (Prefilter(repeated=True, piece=f"[{_BESIDE}]{words}$|^{words}[{_BESIDE}]"),)

    def pattern_for(self, language: Language) -> regex.Pattern[str]:
        return _repeated(language)

    def applicability(self, match: regex.Match[str], prose: Prose) -> Applicability:
        data = prose.language.data("typography")
        if match["word"] in data["never_stranded"].split():
            return Applicability.SAFE
        clause = _MARKS.split(match.string[: match.start()])[-1].split()
        relative = not frozenset(data["strand"].split()).isdisjoint(map(str.lower, clause))
        participle = bool(clause) and clause[-1].endswith(tuple(data["participles"]))
        safe = match["word"] in data["no_particles"].split() and not relative and not participle
        return Applicability.SAFE if safe else Applicability.UNSAFE

    def may_match(self, text: str, language: Language) -> bool:
        words = text.translate(_APART).split()
        return any(map(eq, words, islice(words, 1, None)))


def _words(language: Language) -> tuple[str, ...]:
    return tuple(language.data("typography")["never_twice"].split())


@cache
def _repeated(language: Language) -> regex.Pattern[str]:
    return compile_cache.pattern(
        rf"(?<![\w-])(?P<word>{any_of(_words(language))})(?P<again>[ \u00a0](?P=word))(?![\w-])"
    )

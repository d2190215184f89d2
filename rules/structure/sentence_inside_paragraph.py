"""STR010."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from ...grammar.model.profile import MEASURED
from ...grammar.syntax.language import Language
from ...grammar.syntax.tree import Annex, ListItem, Operative, PlainParagraph, Preambular, Provision, SubParagraph
from ...grammar.text import compile_cache
from ..base import Context, Finding, Level, Prefilter, Rule

_STOP = compile_cache.pattern(r"(?<word>[\p{L}\d’)”]+)\.[ \u00a0](?=(?<next>\p{Lu}\p{Ll}++))")
_SHORT = 4
"""The greatest length of a word with a capital that may be an abbreviation which no list has, in code points."""
_FREE = (Annex, ListItem, PlainParagraph, Provision)
"""Texts adopted by a resolution, which may contain several sentences."""


class SentenceInsideParagraph(Rule):
    """A paragraph contains more than one sentence.

    What it does:
        Finds a full stop followed by a capital within a paragraph. Full stops in abbreviations, initials, quotations
        and brackets are ignored, and so are annexes, declarations and lists of items. After a short word with a
        capital, which may be an abbreviation, only a word such as “The” or “They” shows that a sentence ends.
    Why:
        A resolution is one sentence, from the organ line to the final full stop.
    Wrong:
        1. *Decides* to keep the lamps lit. They should be seen from the sea;

        2. *Requests* the keepers to trim the wicks.
    Right:
        1. *Decides* to keep the lamps lit so that they can be seen from the sea;

        2. *Requests* Mr. Otto V. Brand, keeper, to trim the wicks.
    Source:
        Practice of the United Nations. One case in 33,122 paragraphs of adopted texts.
    """

    code = "STR010"
    name = "sentence-inside-paragraph"
    level = Level.WARNING
    node_types = (Preambular, Operative, SubParagraph)
    bodies = MEASURED
    eras = frozenset({"2010-2019", "2020+"})

    def prefilters(self, language: Language) -> tuple[Prefilter, ...]:
        """Return the pattern for a full stop before a space."""
        return (Prefilter(piece=r"\.$", among="."),)

    def check(self, node: Preambular | Operative | SubParagraph, context: Context) -> Iterator[Finding]:
        text = node.prose.text
        if ". " not in text and ".\u00a0" not in text:
            return
        if any(isinstance(above, _FREE) for above in context.ancestors):
            return
        abbreviations = _abbreviations(context.language)
        depth = read = 0
        for match in _STOP.finditer(text):
            depth += text.count("(", read, match.end()) - text.count(")", read, match.end())
            read = match.end()
            word = match["word"]
            if word in abbreviations or len(word) == 1 or depth > 0:
                continue
            if word[0].isupper() and len(word) <= _SHORT and match["next"] not in _begins(context.language):
                continue
            if node.prose.reading.quoted(match.start(), match.end()):
                continue
            stop = match.start() + len(word)
            yield Finding(node.prose.span(stop, stop + 1), "Unexpected full stop: a resolution must be one sentence")
            return


@cache
def _abbreviations(language: Language) -> frozenset[str]:
    sentences = language.data("sentences")
    lists = language.data("structure")["abbreviations"], sentences["abbreviations"], sentences["titles"]
    return frozenset(word for words in lists for word in words)


@cache
def _begins(language: Language) -> frozenset[str]:
    return frozenset(language.data("sentences")["sentence_begins"])

"""STR013."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import regex

from ...grammar.syntax.language import Language
from ...grammar.syntax.tree import Operative, PlainParagraph, Preambular, SubParagraph
from ...grammar.text import compile_cache
from ..base import Context, Finding, Level, Rule


class NegotiationMark(Rule):
    """A mark of negotiation is left in a final text.

    What it does:
        Finds square brackets around two words and more or around a paragraph, “PP3” and “OP12”, “3 bis” as the number
        of a paragraph, and “ad ref”, in adopted texts and in the drafts of a report. Silent in drafts that stand alone,
        where they are the negotiators' tools.
    Why:
        When a text is agreed its brackets go and its paragraphs are numbered anew.
    Wrong:
        77/999. Lamps of the outer islands

        The General Assembly,

        Recalling the storms of the last winter,

        1. Decides [to keep the lamps lit] [to put the lamps out];

        2. Requests the keepers to carry out OP1.
    Right:
        77/999. Lamps of the outer islands

        The General Assembly,

        Recalling the storms of the last winter,

        1. Decides to keep the lamps lit;

        2. Requests the keepers to carry out paragraph 1 above.
    Source:
        United Nations Editorial Manual, “Paragraphs”: brackets and “bis” belong to texts under negotiation.
    """

    code = "STR013"
    name = "negotiation-mark"
    level = Level.WARNING
    node_types = (Preambular, Operative, SubParagraph, PlainParagraph)
    stages = frozenset({"final", "report"})
    eras = frozenset({"2010-2019", "2020+"})

    def check(
        self, node: Preambular | Operative | SubParagraph | PlainParagraph, context: Context
    ) -> Iterator[Finding]:
        marks = _marks(context.language)
        mark = node.mark
        if mark is not None and marks.number.search(mark.text):
            yield Finding(mark.span, f"“{mark.text}” is a number of a text under negotiation")
        text = node.prose.text
        begins = marks.begins.match(text) if text[:1].isdigit() else None
        if begins:
            yield Finding(
                node.prose.span(*begins.span()), f"“{begins.group()}” is a number of a text under negotiation"
            )
        if not any(map(text.__contains__, marks.any)):
            return
        for match in marks.words.finditer(text):
            if not node.prose.reading.quoted(*match.span()):
                yield Finding(node.prose.span(*match.span()), f"“{match.group()}” is a mark of negotiation")


class _Marks(NamedTuple):
    number: regex.Pattern[str]
    begins: regex.Pattern[str]
    """A number that is read as the paragraph's first words."""
    words: regex.Pattern[str]
    any: tuple[str, ...]
    """Strings, one of which is where `words` is."""


@cache
def _marks(language: Language) -> _Marks:
    data = language.data("structure")
    signs, numbers = "|".join(data["paragraph_signs"]), "|".join(data["negotiated_numbers"])
    agreed = "|".join(regex.escape(words) for words in data["negotiated"])
    return _Marks(
        compile_cache.pattern(rf"\b(?:{signs})\s?\d|\b(?:{numbers})\b", regex.IGNORECASE),
        compile_cache.pattern(rf"\d{{1,3}}\s(?:{numbers})\."),
        compile_cache.pattern(
            rf"\[[^\[\]\s]{{1,60}}+\s[^\[\]]{{1,400}}+\]|\b(?:{signs})\s?\d{{1,3}}\b|\b(?:{agreed})\b"
        ),
        ("[", *data["paragraph_signs"], *data["negotiated"]),
    )

"""STR013."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import regex

from ...grammar.syntax.language import Language
from ...grammar.syntax.tree import Mark, Operative, PlainParagraph, Preambular, SubParagraph
from ...grammar.text import compile_cache
from ...grammar.text.named_tuple import NamedTuple
from ..base import Context, Finding, Level, Prefilter, Rule
from ..node_traits import UNUSUAL_MARK
from ..prefilter import Run, Sequence
from ..prefilter_runs import DIGITS

_SHOWN = 40
"""Code points of a mark that a message shows."""


class NegotiationMark(Rule):
    """A final text still contains a mark of the negotiations.

    What it does:
        Finds square brackets around two or more words or around a paragraph, “PP3” and “OP12”, “3 bis” as the number of
        a paragraph, and “ad ref”. The rule applies to adopted texts and to the drafts in a report. It does not apply to
        single drafts, in which negotiators use these marks.
    Why:
        When a text is agreed, its brackets are removed and its paragraphs are renumbered.
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

    def prefilters(self, language: Language) -> tuple[Prefilter, ...]:
        """Return an unusual mark, and what the patterns below begin with."""
        return (_marks(language).prefilter,)

    def check(
        self, node: Preambular | Operative | SubParagraph | PlainParagraph, context: Context
    ) -> Iterator[Finding]:
        marks = _marks(context.language)
        mark = node.mark
        if mark is not None and _is_unusual(mark) and marks.number.search(mark.text):
            yield Finding(mark.span, f"Unexpected paragraph number “{mark.text}” from negotiations")
        text = node.prose.text
        begins = marks.begins.match(text) if text[:1].isdigit() else None
        if begins:
            message = f"Unexpected paragraph number “{begins.group()}” from negotiations"
            yield Finding(node.prose.span(*begins.span()), message)
        for sign in marks.any:
            if sign in text:
                break
        else:
            return
        for match in marks.words.finditer(text):
            if not node.prose.reading.quoted(*match.span()):
                from textwrap import shorten

                words = shorten(match.group(), _SHOWN, placeholder=" …]" if match.group().startswith("[") else " …")
                yield Finding(node.prose.span(*match.span()), f"Unexpected negotiation mark “{words}”")


def _is_unusual(mark: Mark) -> bool:
    """Return whether a mark is not only a number or one letter, by a quick test."""
    bare = mark.text.strip("(.)")
    return len(bare) > 1 and not bare.isdecimal()


class _Marks(NamedTuple):
    number: regex.Pattern[str]
    begins: regex.Pattern[str]
    """A number parsed as the first words of the paragraph."""
    words: regex.Pattern[str]
    prefilter: Prefilter
    any: tuple[str, ...]
    """Strings, one of which is part of every match of `words`."""


@cache
def _marks(language: Language) -> _Marks:
    data = language.data("structure")
    signs, numbers = "|".join(data["paragraph_signs"]), "|".join(data["negotiated_numbers"])
    agreed = "|".join(regex.escape(words) for words in data["negotiated"])
    begins = "|".join(regex.escape(words.split()[0]) for words in data["negotiated"])
    prefilter = Prefilter(
        words=frozenset((*data["paragraph_signs"], *(words.split()[0] for words in data["negotiated"]))),
        signs="[",
        piece=rf"(?:{signs})\d|(?:{signs}|{begins})$",
        sequences=(Sequence(Run(piece=r"^\d{1,3}$", among=DIGITS), Run(piece=rf"^(?:{numbers})\.", among=".")),),
        node=UNUSUAL_MARK,
    )
    strings = ("[", *data["paragraph_signs"], *data["negotiated"])
    return _Marks(
        compile_cache.pattern(rf"\b(?:{signs})\s?\d|\b(?:{numbers})\b", regex.IGNORECASE),
        compile_cache.pattern(rf"\d{{1,3}}\s(?:{numbers})\."),
        compile_cache.pattern(
            rf"(?<![\w:])\[(?!\p{{Lu}}\p{{Ll}}+\sonly\])[^\[\]\s]{{1,60}}+\s[^\[\]]{{1,400}}+\]|\b(?:{signs})\s?\d{{1,3}}\b|\b(?:{agreed})\b"
        ),
        prefilter,
        tuple(one for one in strings if not any(other in one for other in strings if other != one)),
    )

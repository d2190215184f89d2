"""Citations of the Treaty Series in footnotes, for the rule that compares them with the treaties named."""

from __future__ import annotations

from functools import cache

import regex

from ..database.treaties import number_set
from ..syntax.language import Language
from ..syntax.paragraph_text import ParagraphText
from ..text import compile_cache
from ..text.named_tuple import NamedTuple
from .footnote_words import note_words

_NUMBER = compile_cache.pattern(r"\d+")


class Figure(NamedTuple):
    """A volume or number that a footnote cites, with its place in the plain words of the footnote."""

    value: int
    place: tuple[int, int]


class Source(NamedTuple):
    """A citation of the Treaty Series in a footnote."""

    start: int
    end: int
    volumes: tuple[Figure, ...]
    numbers: tuple[Figure, ...]
    """The numbers as written; the ends of a range."""
    number: frozenset[int]
    """All numbers, including those within a range."""
    places: tuple[tuple[int, int], tuple[int, int]]
    """The places of all volumes and of all numbers."""


def sources(paragraph_text: ParagraphText) -> tuple[Source, ...]:
    """Return the citations of the Treaty Series in a footnote, in order."""

    def figures(match: regex.Match[str], part: str) -> tuple[Figure, ...]:
        start = match.start(part)
        return tuple(Figure(int(m[0]), (start + m.start(), start + m.end())) for m in _NUMBER.finditer(match[part]))

    if not any(map(paragraph_text.text.__contains__, note_words(paragraph_text.language).volume)):
        return ()
    return tuple(
        Source(
            *match.span(),
            figures(match, "volumes"),
            figures(match, "number"),
            number_set(match["number"]),
            (match.span("volumes"), match.span("number")),
        )
        for match in _cited(paragraph_text.language).finditer(paragraph_text.text)
    )


@cache
def _cited(language: Language) -> regex.Pattern[str]:
    words = note_words(language)
    one, several = map(regex.escape, words.volume)
    numbers = regex.escape(language.data("treaties")["numbers"])
    publishers = "|".join(map(regex.escape, (words.publisher, *words.publisher_short)))
    space = r"[ \u00a0]"
    joined = rf"(?:,{space}|{space}{words.joined}{space})"
    return compile_cache.pattern(
        rf"(?:(?:{publishers})\*?,?{space}{words.treaty_series}\*?|(?i:{words.ibid})\.),{space}(?:{one}|{several}){space}"
        rf"(?P<volumes>\d{{1,5}}(?:{joined}\d{{1,5}}){{0,9}}),{space}"
        rf"(?:{regex.escape(words.number)}{space}(?P<number>\d{{1,6}}(?:[–-]\d{{1,6}})?)"
        rf"|{numbers}{space}(?P<number>\d{{1,6}}(?:(?:[–-]|{joined})\d{{1,6}}){{0,9}}))"
    )

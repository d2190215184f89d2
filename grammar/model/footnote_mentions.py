"""Mentions of footnotes in the words of a text: ``see note 3 above``, ``footnotes 3 and 4``."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import regex

from ..syntax.language import Language
from ..syntax.tree import Document, Paragraph, Prose, walk
from ..text import compile_cache
from ..text.named_tuple import NamedTuple
from ..text.positions import Span
from .footnote_words import note_words

_SPACE = r"[ \u00a0]"
_NUMBER = compile_cache.pattern(r"\d+")


class Mention(NamedTuple):
    """Words that name footnotes by their numbers."""

    numbers: tuple[tuple[int, Span], ...]
    sure: bool
    """Whether the text's own footnotes are meant: ``above`` or ``below`` follows the number."""


def mentions(document: Document) -> Iterator[Mention]:
    """Yield the mentions in paragraphs and footnotes, except in quotations and of footnotes of other texts."""
    pattern = _pattern(document.language)
    for prose in _proses(document):
        for match in pattern.finditer(prose.text):
            if match["outside"] or prose.reading.quoted(*match.span()):
                continue
            places = [number.span() for number in _NUMBER.finditer(prose.text, *match.span("numbers"))]
            numbers = tuple((int(prose.text[start:end]), prose.span(start, end)) for start, end in places)
            yield Mention(numbers, bool(match["side"]) and all(prose.unbroken(*place) for place in places))


def _proses(document: Document) -> Iterator[Prose]:
    for node in walk(document):
        if isinstance(node, Paragraph):
            yield node.prose
    for note in document.footnotes:
        yield note.prose


@cache
def _pattern(language: Language) -> regex.Pattern[str]:
    nouns = "|".join(map(regex.escape, sorted(note_words(language).note_nouns, key=len, reverse=True)))
    data = language.data("references")
    sides, outside, joins = (_any(data[key]) for key in ("sides", "outside", "joins"))
    join = rf"(?:,?{_SPACE}(?:{joins}){_SPACE}|,{_SPACE}|[–-])"
    return compile_cache.pattern(
        rf"\b(?:{nouns}){_SPACE}(?P<numbers>\d{{1,4}}(?![\w/])(?:{join}\d{{1,4}}(?![\w/])){{0,20}})"
        rf"(?:,?{_SPACE}(?:(?P<side>{sides})|(?P<outside>{outside}))\b)?",
        regex.IGNORECASE,
    )


def _any(words: list[str] | dict[str, str]) -> str:
    return "|".join(map(regex.escape, sorted(words, key=len, reverse=True)))

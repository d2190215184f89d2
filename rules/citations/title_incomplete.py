"""CIT007."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import regex

from ...grammar.model.paragraph_search import paragraphs_matching
from ...grammar.syntax.language import Language
from ...grammar.syntax.paragraph_text import ParagraphText
from ...grammar.syntax.tree import Openable, Paragraph, Prose, Resolution
from ...grammar.text import compile_cache
from ...grammar.text.named_tuple import NamedTuple
from ..base import Context, Finding, Level, Rule

_FEWEST = 8
"""Number of words in common at the beginning: fewer are a short form such as `the Tides Declaration`."""
_TAIL = 2
"""Number of words in common at the end, so that it is one title with words omitted."""


class _Words(NamedTuple):
    title: regex.Pattern[str]
    instrument: regex.Pattern[str]
    whole: re.Pattern[str]
    """An instrument and the minimum number of words that follow it in a full title."""
    goes_on: frozenset[str]


@cache
def _words(language: Language) -> _Words:
    data = language.data("titles")
    name, small = r"\p{Lu}[\w’‑-]*", "|".join(data["small"])
    instruments, fewest = "|".join(data["instruments"]), _FEWEST + _TAIL - 4  # it, and three words before it
    return _Words(
        compile_cache.pattern(rf"\b{name}(?:,?[ \u00a0](?:(?:{small})[ \u00a0]){{0,3}}{name}){{3,60}}"),
        compile_cache.pattern(rf"(?:{name} ){{0,3}}(?:{instruments})\b"),
        compile_cache.standard_pattern(rf"(?:{instruments})(?:,?[ \u00a0](?:{small}|[^\W\d_a-z][^\s,]*)){{{fewest}}}"),
        frozenset(data["goes_on"]),
    )


class TitleIncomplete(Rule):
    """A title is given in full in one paragraph and with words omitted in another.

    What it does:
        Compares the titles in capitals that a resolution gives outside quotation marks, such as those of declarations
        and plans. If two titles have the same eight or more words at the beginning and the same words at the end, and
        one lacks words that the other has in between, the incomplete title is reported.
    Why:
        A title is given either in full or by the short name introduced in the text. A title with a gap looks like that
        of another instrument.
    Wrong:
        *Recalling* the Lima Declaration on Keeping the Lighthouses of the Northern Coast, on Trimming Their Wicks and
        on Public Participation,

        1. *Invites* States to apply the Lima Declaration on Keeping the Lighthouses of the Northern Coast, and on
        Public Participation.
    Right:
        *Recalling* the Lima Declaration on Keeping the Lighthouses of the Northern Coast, on Trimming Their Wicks and
        on Public Participation,

        1. *Invites* States to apply the Lima Declaration.
    Source:
        The editors' changes to a commission's draft when the General Assembly adopted it.
    """

    code = "CIT007"
    name = "title-incomplete"
    aliases = ("title-cut-short",)
    level = Level.WARNING
    node_types = (Resolution,)

    def check(self, node: Resolution, context: Context) -> Iterator[Finding]:
        if node.is_part:
            return
        words = _words(context.language)
        whole: dict[tuple[str, ...], _Title] = {}
        for paragraph in paragraphs_matching(node, words.whole):
            for title in _titles(paragraph):
                known = whole.get(title.key)
                if known is None or len(title.words) > len(known.words):
                    whole[title.key] = title
                elif len(title.words) < len(known.words):
                    omitted = _gap(title.words, known.words)
                    if omitted and omitted[0] in words.goes_on:
                        yield Finding(
                            title.prose.span(title.start, title.end),
                            f"Incomplete title; missing “{' '.join(omitted)}”",
                            related=((known.prose.span(known.start, known.end), "full title"),),
                        )


class _Title(NamedTuple):
    words: list[str]
    prose: Prose
    start: int
    end: int

    @property
    def key(self) -> tuple[str, ...]:
        """The words that two forms of one title have in common."""
        return (*self.words[:_FEWEST], *self.words[-_TAIL:])


def _titles(paragraph: Paragraph) -> Iterator[_Title]:
    opener = paragraph.opener if isinstance(paragraph, Openable) else None
    for start, end in paragraph.prose.paragraph_text.memoized(_places, opener.end if opener else 0):
        yield _Title(_parts(paragraph.prose.text[start:end]), paragraph.prose, start, end)


def _places(paragraph_text: ParagraphText, begin: int) -> tuple[tuple[int, int], ...]:
    words = _words(paragraph_text.language)
    if not words.whole.search(paragraph_text.text, begin):
        return ()
    found = words.title.finditer(paragraph_text.text, begin)
    return tuple(
        match.span()
        for match in found
        if len(_parts(match.group())) >= _FEWEST + _TAIL
        and words.instrument.match(match.group())
        and not paragraph_text.reading.quoted(*match.span())
    )


def _parts(title: str) -> list[str]:
    return title.replace(",", "").split()


def _gap(short: list[str], long: list[str]) -> list[str]:
    """Return the words missing from the short title in one place; none if the two differ in another way."""
    alike = next((i for i, (one, other) in enumerate(zip(short, long, strict=False)) if one != other), len(short))
    gap_only = alike < len(short) and long[alike - len(short) :] == short[alike:]
    return long[alike : len(long) - (len(short) - alike)] if gap_only else []

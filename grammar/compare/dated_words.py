"""The words of a text that time moves on: ordinal sessions, dates and years."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import regex

from ..model.number_words import any_of, number_words
from ..syntax.language import Language
from ..text import compile_cache
from ..text.named_tuple import NamedTuple

_YEAR = r"(?<![\w/.,$])(?:19|20)\d\d(?![\w/]|[.,]\d)"


class DatedWords(NamedTuple):
    """A session or a date, as offsets in a text."""

    start: int
    end: int
    value: tuple[int, ...]
    """Of a session its number; of a date its year, month and day, the last two 0 if they are not given."""

    @property
    def is_session(self) -> bool:
        """Whether it is a session and not a date."""
        return len(self.value) == 1


class _Patterns(NamedTuple):
    session: regex.Pattern[str]
    date: regex.Pattern[str]
    ordinals: dict[str, int]
    months: dict[str, int]


def dated_words(text: str, language: Language) -> tuple[DatedWords, ...]:
    """Return the sessions with their ordinals and the dates with a year, in order.

    >>> from resolint.grammar.syntax.language import language
    >>> for found in dated_words("from 1 July 2023 to its seventy-ninth session in 2024", language("en")):
    ...     print(found.value)
    (2023, 7, 1)
    (79,)
    (2024, 0, 0)
    """
    return tuple(sorted(_found(text, language)))


def _found(text: str, language: Language) -> Iterator[DatedWords]:
    patterns = _patterns(language)
    for match in patterns.session.finditer(text):
        figures = match["figures"]
        value = int(figures) if figures else patterns.ordinals[match["ordinal"].casefold()]
        yield DatedWords(*match.span("number"), (value,))
    for match in patterns.date.finditer(text):
        month = patterns.months.get((match["month"] or "").casefold(), 0)
        yield DatedWords(*match.span(), (int(match["year"]), month, int(match["day"] or 0)))


@cache
def _patterns(language: Language) -> _Patterns:
    words = number_words(language)
    ordinal = any_of(words.ordinals)
    between = any_of(tuple(language.data("numbers")["between_session"]))
    endings = any_of(tuple(language.data("numbers")["endings"]))
    session = any_of(tuple(language.data("numbers")["session"]))
    number = rf"(?:(?P<ordinal>(?i:{ordinal}))|(?P<figures>\d{{1,3}}){endings})"
    joins = rf"(?:\s*(?:,|–|(?<=\s)(?:and|or|to|through))\s*(?:the\s+)?(?i:{ordinal}))"
    months = any_of(words.months)
    return _Patterns(
        compile_cache.pattern(
            rf"(?<![\w-])(?P<number>{number})(?={joins}{{0,4}}(?:\s+{between})?\s+(?i:{session})(?!\w))"
        ),
        compile_cache.pattern(rf"(?:(?:(?P<day>\d{{1,2}})\s+)?(?<!\w)(?P<month>{months})\s+)?(?P<year>{_YEAR})"),
        {word: number for number, word in enumerate(words.ordinals, 1)},
        {month.casefold(): number for number, month in enumerate(words.months, 1)},
    )

"""Dates in United Nations style in place of others: their spaces, their article, and the comma that closes them."""

from __future__ import annotations

from functools import cache

import regex

from ..syntax.language import Language
from ..text import compile_cache
from ..text.characters import SPACE
from ..text.named_tuple import NamedTuple
from .number_words import any_of, number_words

_NBSP = "\u00a0"
_NEAR = 200
_SPACES = compile_cache.pattern(SPACE)
_GLUED = compile_cache.pattern(rf"\d{_NBSP}\p{{Lu}}\p{{Ll}}{{2,8}}[ {_NBSP}]\d{{4}}")


class ClosingComma(NamedTuple):
    """The comma that may follow a date in the American form."""

    end: int
    """The end of the date, with the comma if that closes the date only."""
    sure: bool
    """Whether it is certain to which the comma belongs: the date or the sentence."""


def is_glued(source: str) -> bool:
    """Check whether a text has dates with a no-break space between day and month."""
    return _GLUED.search(source) is not None


def with_spaces_of(words: str, day: int, month: str, year: str | None, source: str) -> str:
    """Return a date in United Nations style with the spaces of the one that it replaces.

    >>> with_spaces_of("June\u00a030, 2018", 30, "June", "2018", "").replace("\u00a0", "~")
    '30~June 2018'
    """
    spaces = _SPACES.findall(words)
    last = spaces.pop() if spaces and year else " "
    first = _NBSP if _NBSP in spaces or (not spaces and is_glued(source)) else next(iter(spaces), " ")
    return f"{day}{first}{month}" + (f"{last}{year}" if year else "")


def closing_comma(text: str, start: int, end: int, language: Language) -> ClosingComma:
    """Return where a date in the American form ends: “the June 30, 2018, report” takes its comma along.

    The comma goes where the date qualifies a noun. It also goes before a preposition such as “near”, but that is not
    certain. Elsewhere it stays: the sentence may require it, and it does no harm.
    """
    if text[end : end + 1] != ",":
        return ClosingComma(end, True)
    patterns = _patterns(language)
    qualifies = patterns.qualifying.search(text, max(0, start - _NEAR), start)
    if patterns.kept.match(text, end + 1):
        return ClosingComma(end, qualifies is None)
    if qualifies:
        alone = qualifies["others"] == "" and not patterns.no_noun.match(text, end + 1)
        return ClosingComma(end + 1, alone)
    lost = patterns.lost.match(text, end + 1) is not None
    return ClosingComma(end + lost, not lost)


def closes_before_subject(text: str, end: int, language: Language) -> bool:
    """Check whether a comma after the date of a resolution is followed by its subject: “, on lamps”."""
    return _patterns(language).subject.match(text, end + 1) is not None


def noun_follows(text: str, end: int, language: Language) -> bool:
    """Check whether a date may qualify the word after it: “the 30 June report”."""
    return _patterns(language).noun.match(text, end) is not None


class _Patterns(NamedTuple):
    qualifying: regex.Pattern[str]
    kept: regex.Pattern[str]
    lost: regex.Pattern[str]
    no_noun: regex.Pattern[str]
    noun: regex.Pattern[str]
    subject: regex.Pattern[str]


@cache
def _patterns(language: Language) -> _Patterns:
    data = {key: any_of(tuple(words)) for key, words in language.data("numbers").items() if isinstance(words, list)}
    months, joined = any_of(number_words(language).months), number_words(language).joined
    relative = rf"{data['before_relative']}{SPACE}{data['relative']}"
    return _Patterns(
        compile_cache.pattern(
            rf"(?:[’']s|s[’']|\b(?i:{data['date_of']})){SPACE}"
            rf"(?P<others>(?:{months}{SPACE}\d{{1,2}},{SPACE}\d{{4}},?{SPACE}(?:{joined}{SPACE})?){{0,9}})$"
        ),
        compile_cache.pattern(
            rf"{SPACE}?(?:$|[“\"‘(\d\[*]|{months}\b|{SPACE}(?:{data['keeps_comma']}|{relative}|\p{{Ll}}+ing)\b)"
        ),
        compile_cache.pattern(rf"{SPACE}{data['loses_comma']}\b"),
        compile_cache.pattern(rf"{SPACE}(?:{data['after_date']}\b|[^\p{{Ll}}])"),
        compile_cache.pattern(rf"{SPACE}(?!{data['after_date']}\b)\p{{Ll}}"),
        compile_cache.pattern(rf"{SPACE}{data['subject']}\b(?!{SPACE}(?:the{SPACE})?(?:basis|{data['relative']}))"),
    )

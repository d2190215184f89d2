"""What kind of difference two versions of a paragraph have: its number only, case, a date moved on, wording."""

from __future__ import annotations

from enum import StrEnum
from functools import cache

from ..model.number_words import number_words
from ..syntax.language import Language
from ..text import compile_cache
from .comparison import Change, Pair

_WORD = compile_cache.pattern(r"[\p{L}\p{N}][\p{L}\p{N}’'‑-]*")


class Difference(StrEnum):
    """The kind of a difference, from the slightest to the greatest."""

    NONE = "none"
    NUMBER = "number"
    """Only the number, letter or label differs."""
    CASE = "case"
    PUNCTUATION = "punctuation"
    SEQUENCE = "sequence"
    """An adverb of sequence, as in “Also requests”."""
    DATE = "date"
    """Numbers, sessions, dates and document symbols that were moved on."""
    WORDING = "wording"


def difference(pair: Pair, language: Language) -> Difference:
    """Return the greatest difference within a pair; units that are in one text only differ in wording."""
    if pair.change in (Change.ADDED, Change.REMOVED) or len(pair.base) != len(pair.draft):
        return Difference.WORDING
    if not pair.edits:
        return Difference.NUMBER if pair.renumbered else Difference.NONE
    kinds = {
        _kind(pair.base_text[edit.base[0] : edit.base[1]], pair.draft_text[edit.draft[0] : edit.draft[1]], language)
        for edit in pair.edits
    }
    return max(kinds, key=list(Difference).index)


def _kind(base: str, draft: str, language: Language) -> Difference:
    if base.casefold() == draft.casefold():
        return Difference.CASE
    before, after = _WORD.findall(base.casefold()), _WORD.findall(draft.casefold())
    if not before and not after:
        return Difference.PUNCTUATION
    adverbs = language.openers.sequence
    if [word for word in before if word not in adverbs] == [word for word in after if word not in adverbs]:
        return Difference.SEQUENCE if before != after else Difference.PUNCTUATION
    if before and after and all(_counts(word, language) for word in (*before, *after)):
        return Difference.DATE
    return Difference.WORDING


def _counts(word: str, language: Language) -> bool:
    """Return whether a word counts or dates something: a number, an ordinal, a month, a piece of a document symbol."""
    return any(char.isdigit() for char in word) or word in _counting(language)


@cache
def _counting(language: Language) -> frozenset[str]:
    words = number_words(language)
    return frozenset(word.casefold() for word in (*words.ordinals, *words.cardinals, *words.months))

"""BAS007."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

import regex

from ...grammar.compare.units import Unit
from ...grammar.model.number_words import any_of, number_words
from ...grammar.syntax.language import Language
from ...grammar.syntax.tree import Resolution
from ...grammar.text import compile_cache
from ..base import Applicability, Context, Edit, Finding, Fix, Level
from ..kinds.base_text_rule import BaseTextRule

if TYPE_CHECKING:
    from ...grammar.compare.comparison import Pair, ResolutionComparison
    from ...grammar.compare.word_diff import Edit as WordEdit

_LEAST = 3
"""The fewest words of a quotation or title that is compared."""
_MOST_EDITS = 2
_MOST_WORDS = 2
"""The most words of an edit within it; with more, another text is quoted."""
_MOST_SHARE = 3
"""At least so many words of it are the same for each one that differs."""
_MARKS = " “”‘’(),;:."
_OF_A_PLACE = compile_cache.pattern(r"\b(?:in|by|at)\s$")
"""What precedes the name of a State or a place, which is another each year."""
_LONGEST = 22
"""The longest words that a message shows, in code points."""


class QuotationChanged(BaseTextRule):
    """A word within a quotation, a title or the name of a treaty differs from the base text.

    What it does:
        Compares quotations, cited titles, and names that begin with a word such as Convention, Declaration or Protocol.
        Reports one or two words that differ while the rest is the same. Differences in numbers and dates, and
        quotations that differ in more words, are ignored.
    Why:
        The words of another text cannot be edited.
    Base:
        1. *Recalls* the declaration entitled “Keeping the lamps of the mole lit”.
    Wrong:
        1. *Recalls* the declaration entitled “Keeping the lights of the mole lit”.
    Right:
        1. *Recalls* the declaration entitled “Keeping the lamps of the mole lit”.
    Fix:
        Restores the words of the base text. Unsafe: the base text may have had the error.
    Source:
        The words of the base text. In 341 pairs of resolutions of the General Assembly, the rule reports
        5 differences; of 204 words changed for a test, it finds 97 %.
    """

    code = "BAS007"
    name = "quotation-changed"
    level = Level.WARNING
    fixable = Applicability.UNSAFE

    def compare(self, comparison: ResolutionComparison, draft: Resolution, context: Context) -> Iterator[Finding]:
        for pair in comparison.pairs:
            if len(pair.base) == len(pair.draft) == 1 and pair.edits:
                for edit in _within(pair, context.language):
                    yield _finding(pair, edit)


def _finding(pair: Pair, edit: WordEdit) -> Finding:
    was, now = pair.base_text[slice(*edit.base)], pair.draft_text[slice(*edit.draft)]
    place = pair.draft[0].place(*edit.draft)
    if not was.strip():
        message = f"Unexpected “{_short(now)}” in words of another text"
    elif not now.strip():
        message = f"Missing “{_short(was)}” in words of another text"
    else:
        message = f"“{_short(now)}” is “{_short(was)}” in the base text"
    fix = None
    if was.strip() and now.strip() and len(place) == len(now):
        fix = Fix(f"Replace with “{was}”", (Edit(place, was),), Applicability.UNSAFE)
    return Finding(place, message, fix)


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1].rstrip()}…"


def _within(pair: Pair, language: Language) -> Iterator[WordEdit]:
    """Yield the edits within words of another text that are otherwise the same."""
    from ...grammar.compare.word_diff import counterpart

    seen: set[WordEdit] = set()
    small = frozenset(language.data("titles")["small"])
    quotations = tuple(_quotations(pair.base[0]))
    for start, end in (*quotations, *_names(pair.base_text, language)):
        inside = [edit for edit in pair.edits if edit.base[1] > start and edit.base[0] < end]
        if not inside or any(edit.base[0] < start or edit.base[1] > end for edit in inside):
            continue
        if (start, end) not in quotations and any(_plain(pair.base_text[slice(*e.base)]) in small for e in inside):
            continue  # what follows the name
        words = len(pair.base_text[start:end].split())
        first, last = counterpart(pair.edits, start, end)
        changed = sum(_size(pair, edit) for edit in inside)
        if (
            words >= _LEAST
            and len(inside) <= _MOST_EDITS
            and changed * (_MOST_SHARE + 1) <= max(words, len(pair.draft_text[first:last].split())) + _MOST_SHARE
            and all(_size(pair, edit) <= _MOST_WORDS and _counts(pair, edit, language) for edit in inside)
        ):
            yield from (edit for edit in inside if edit not in seen)
            seen.update(inside)


def _size(pair: Pair, edit: WordEdit) -> int:
    """Return the number of words on the longer side of an edit; a mark counts as one."""
    sides = (pair.base_text[slice(*edit.base)], pair.draft_text[slice(*edit.draft)])
    return max(len(side.split()) for side in sides)


def _counts(pair: Pair, edit: WordEdit, language: Language) -> bool:
    """Return whether an edit changes words, and not a number, a date, capital letters, marks or the name of a place."""
    was, now = (_plain(side) for side in (pair.base_text[slice(*edit.base)], pair.draft_text[slice(*edit.draft)]))
    if was.casefold() == now.casefold():
        return False
    if all(
        any(c.isdigit() for c in side) or not _counting(language).isdisjoint(side.casefold().split())
        for side in (was, now)
    ):
        return False
    return not (was[:1].isupper() and now[:1].isupper() and _OF_A_PLACE.search(pair.draft_text, 0, edit.draft[0]))


def _plain(words: str) -> str:
    """Return words without marks and spaces around them, and with one kind of hyphen."""
    return words.replace("\N{NON-BREAKING HYPHEN}", "-").replace("-", " ").strip(_MARKS)


@cache
def _counting(language: Language) -> frozenset[str]:
    words = number_words(language)
    return frozenset(word.casefold() for word in (*words.ordinals, *words.cardinals, *words.months))


def _quotations(unit: Unit) -> Iterator[tuple[int, int]]:
    """Yield the ranges of the words in quotation marks."""
    if len(unit.proses) == 1:
        for start, end in unit.proses[0].reading.quotations:
            yield unit.offset(start) + 1, unit.offset(end) - 1


def _names(text: str, language: Language) -> Iterator[tuple[int, int]]:
    """Yield the ranges of the names of treaties and the like."""
    yield from (match.span() for match in _name(language).finditer(text))


@cache
def _name(language: Language) -> regex.Pattern[str]:
    data = language.data("titles")
    instruments, small = (
        any_of(tuple(data["instruments"])),
        any_of((*data["small"], *language.data("base_text")["in_names"])),
    )
    capital = r"\p{Lu}[\w’'-]*"
    return compile_cache.pattern(
        rf"(?<!\w)(?:{capital}\s){{0,3}}{instruments}(?:(?!\sand\sthe\s)(?:\s{small}){{1,3}}(?:\s{capital})+(?:,(?=\s{capital}))?){{1,8}}"
    )

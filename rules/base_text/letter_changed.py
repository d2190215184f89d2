"""BAS008."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from ...grammar.syntax.language import Language
from ...grammar.syntax.tree import Resolution
from ...grammar.text import compile_cache
from ..base import Applicability, Context, Edit, Finding, Fix, Level
from ..kinds.base_text_rule import BaseTextRule

if TYPE_CHECKING:
    from ...grammar.compare.comparison import Pair, ResolutionComparison
    from ...grammar.compare.word_diff import Edit as WordEdit

_SHORTEST = 4
"""The fewest letters of a word that is compared: short words are often replaced by other short ones."""
_SPELLING = compile_cache.pattern("our")
"""British “honour” and American “honor”; the other usual difference is that of “organise” and “organize”."""


class LetterChanged(BaseTextRule):
    """A word of agreed language differs from the base text by one letter.

    What it does:
        Reports a word that has one letter more, less or other than the word of the base text in its place, or two
        letters that have changed places, if it occurs nowhere else in the two texts. Numbers, capital letters, short
        words and other forms of the same word (“lamp”, “lamps”) are ignored.
    Why:
        Nobody proposed to change the word.
    Base:
        1. *Decides* to keep the lenses of the mole clean.
    Wrong:
        1. *Decides* to keep the lences of the mole clean.
    Right:
        1. *Decides* to keep the lens of the mole clean.
    Fix:
        Restores the word of the base text. Unsafe: the base text may have had the error.
    Source:
        The words of the base text. In 341 pairs of resolutions of the General Assembly, the rule reports
        nothing; it finds all of 102 letters changed for a test.
    """

    code = "BAS008"
    name = "letter-changed"
    level = Level.WARNING
    fixable = Applicability.UNSAFE

    def compare(self, comparison: ResolutionComparison, draft: Resolution, context: Context) -> Iterator[Finding]:
        known: frozenset[str] | None = None
        for pair in comparison.pairs:
            for edit in pair.edits if len(pair.base) == len(pair.draft) == 1 else ():
                was, now = pair.base_text[slice(*edit.base)], pair.draft_text[slice(*edit.draft)]
                if not _differ_by_a_letter(was, now, context.language):
                    continue
                known = known or _words(comparison)
                if not _occurs(now, pair, edit, known):
                    place = pair.draft[0].place(*edit.draft)
                    exact = len(place) == len(now)
                    fix = Fix(f"Replace with “{was}”", (Edit(place, was),), Applicability.UNSAFE) if exact else None
                    yield Finding(place, f"“{now}” is “{was}” in the base text", fix)


def _differ_by_a_letter(was: str, now: str, language: Language) -> bool:
    from rapidfuzz.distance import OSA

    if not (was.isalpha() and now.isalpha() and max(len(was), len(now)) >= _SHORTEST) or was.lower() == now.lower():
        return False
    if (
        was.isupper()
        or _SPELLING.sub("or", was) == _SPELLING.sub("or", now)
        or was.replace("s", "z") == now.replace("s", "z")
    ):
        return False
    return OSA.distance(was.lower(), now.lower()) == 1 and not _are_forms(was.lower(), now.lower(), language)


def _are_forms(was: str, now: str, language: Language) -> bool:
    """Return whether two words are forms of one: they differ in an ending."""
    endings = _endings(language)
    shared = next((i for i, (a, b) in enumerate(zip(was, now, strict=False)) if a != b), min(len(was), len(now)))
    pairs = ((was[at:], now[at:]) for at in range(max(shared - 2, 2), shared + 1))
    return any(a in endings and b in endings and not (a and b and (a.endswith(b) or b.endswith(a))) for a, b in pairs)


@cache
def _endings(language: Language) -> frozenset[str]:
    return frozenset(language.data("base_text")["endings"])


def _words(comparison: ResolutionComparison) -> frozenset[str]:
    """Return the words that are in the base, or in what is only in the draft, in lower case."""
    texts = (pair.base_text if pair.base else pair.draft_text for pair in comparison.pairs)
    return frozenset(word.strip("“”‘’(),;:.").lower() for text in texts for word in text.split())


def _occurs(word: str, pair: Pair, edit: WordEdit, known: frozenset[str]) -> bool:
    rest = f"{pair.draft_text[: edit.draft[0]]} {pair.draft_text[edit.draft[1] :]}".lower()
    return word.lower() in known or word.lower() in rest.split()

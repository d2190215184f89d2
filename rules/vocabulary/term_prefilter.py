"""The prefilter of terms: the words of any text in which one of them can be found."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from itertools import pairwise

from ...grammar.text import compile_cache
from ...grammar.text.named_tuple import NamedTuple
from ..prefilter import Prefilter, Run, Sequence
from .term import LOOSE, WORD, Term, in_cases

_ALONE = compile_cache.standard_pattern(r"\s\S+\s")
"""Signs between two words, with a space on both sides."""
_GAP = "\n"
"""What replaces words that are optional or may be any word."""


class _Pair(NamedTuple):
    """Two words of a phrase that follow each other."""

    first: str
    second: str
    joined: bool
    """Whether there is no space between them."""


def prefilter_of(terms: Iterable[Term]) -> Prefilter:
    """Return the prefilter of terms: single words, or what their other words require."""
    words: set[str] = set()
    sequences: list[Sequence] = []
    for term in terms:
        if single := term.single:
            words.update(single)
            continue
        for other in map(_of_term, term.forms):
            words |= other.words
            sequences += other.sequences
    return Prefilter(words=frozenset(words), sequences=tuple(sequences))


def _of_term(term: Term) -> Prefilter:
    """Return the prefilter of a term: two words that follow each other and a third one, as far as it has them.

    They are the longest of those that the correct form does not contain, as most texts are correct. If case is ignored,
    one of the two words is in incorrect case.
    """
    pairs = _pairs(term.wrong)
    if term.any_case:
        return _miscased(term, pairs)
    certain = [pair for pair in pairs if pair is not None]
    if not certain:
        return Prefilter(words=term.keywords)
    first, second, joined = certain[0]
    also = None
    if len(term.words) > 2:
        first, second, joined = max(certain, key=_rarity(term))
        right = WORD.findall(term.right or "")
        others = [word for word in term.words if word not in (first, second)]
        if others:
            also = _run(max(others, key=lambda word: (word not in right, len(word))), term)
    return Prefilter(sequences=(Sequence(_run(first, term), Run(words=frozenset({second})), also, joined),))


def _run(word: str, term: Term) -> Run:
    return Run(words=term.wrong_first_words if word in term.first_words else frozenset({word}))


def _rarity(term: Term) -> Callable[[_Pair], tuple[bool, int]]:
    """Return how rare two words are: first those that the correct form does not contain, then the longest."""
    correct = {*_pairs(term.right or "")}
    begun = term.wrong_first_words

    def rarity(pair: _Pair) -> tuple[bool, int]:
        first, second, joined = pair
        firsts = begun if first in begun else (first,)
        return not any((form, second, joined) in correct for form in firsts), len(first) + len(second)

    return rarity


def _miscased(term: Term, pairs: list[_Pair | None]) -> Prefilter:
    """Return the prefilter of a term in any case: each word in incorrect case, with the longer one beside it."""
    alone: set[str] = set()
    sequences: list[Sequence] = []
    longest = sorted(term.words, key=len, reverse=True)[:3]
    for word, before, after in zip(term.words, (None, *pairs), (*pairs, None), strict=True):
        miscased = Run(words=in_cases(word) & term.miscased)
        if not miscased.words:
            continue
        if before and (after is None or len(before.first) >= len(after.second)):
            other, members, joined = before.first, (_in_any_case(before.first), miscased), before.joined
        elif after:
            other, members, joined = after.second, (miscased, _in_any_case(after.second)), after.joined
        else:
            alone |= miscased.words
            continue
        also = next((_in_any_case(third) for third in longest if third not in (word, other)), None)
        sequences.append(Sequence(*members, also, joined))
    return Prefilter(words=frozenset(alone), sequences=tuple(sequences))


@cache
def _in_any_case(word: str) -> Run:
    return Run(any_case=frozenset({word.lower()}))


def _pairs(phrase: str) -> list[_Pair | None]:
    """Return each two words of a phrase, or none where the two do not follow each other.

    >>> [pair and pair[:2] for pair in _pairs("Meeting of (the )States-Parties - in part")]
    [('Meeting', 'of'), None, None, ('in', 'part')]
    """
    if "(" in phrase or "*" in phrase:
        phrase = LOOSE.sub(_GAP, phrase)
    pairs: list[_Pair | None] = []
    for here, there in pairwise(WORD.finditer(phrase)):
        between = phrase[here.end() : there.start()]
        apart = len(between) > 2 and (_GAP in between or _ALONE.search(between) is not None)
        pairs.append(None if apart else _Pair(here[0], there[0], not any(map(str.isspace, between))))
    return pairs

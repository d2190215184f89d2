"""The prefilter of a term: the words of any text in which it can be found."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ...grammar.text import compile_cache
from ...grammar.text.named_tuple import NamedTuple
from ..prefilter import Prefilter, Sequence
from .term import LOOSE, WORD, Term, in_cases

_ALONE = compile_cache.standard_pattern(r" [^ ]+ ")
"""Signs between two words, with a space on both sides."""


class _Pair(NamedTuple):
    """Two words of a phrase that follow each other."""

    first: str
    second: str
    joined: bool
    """Whether there is no space between them."""

    @property
    def letters(self) -> int:
        return len(self.first) + len(self.second)


def prefilter_of(term: Term) -> Prefilter:
    """Return the prefilter: two words that follow each other and a third one, as far as the term has them.

    They are the longest of those that the correct form does not contain, as most texts are correct. If case is ignored,
    one of the two words is in incorrect case.
    """
    stretches = [*_stretches(term.wrong)]
    if term.any_case:
        return _miscased(term, stretches)
    pairs = [pair for stretch in stretches for pair in _pairs(stretch)]
    if not pairs:
        return Prefilter(words=term.keywords)
    correct = frozenset(pair for stretch in _stretches(term.right or "") for pair in _pairs(stretch))
    begun = term.wrong_first_words

    def forms(word: str) -> frozenset[str]:
        return begun if word in term.first_words else frozenset({word})

    def is_wrong(pair: _Pair) -> bool:
        return correct.isdisjoint(pair._replace(first=first) for first in forms(pair.first))

    first, second, joined = pair = max(pairs, key=lambda pair: (is_wrong(pair), pair.letters))
    others = [word for word in term.words if word not in pair]
    also = None
    if others:
        known = WORD.findall(term.right or "")
        also = Prefilter(words=forms(max(others, key=lambda word: (word not in known, len(word)))))
    sequence = Sequence(Prefilter(words=forms(first)), Prefilter(words=frozenset({second})), also, joined)
    return Prefilter(sequences=frozenset({sequence}))


def _miscased(term: Term, stretches: list[list[tuple[str, bool]]]) -> Prefilter:
    """Return the prefilter of a term in any case: each word in incorrect case, with the longer one beside it."""
    alone: set[str] = set()
    sequences: set[Sequence] = set()
    for stretch in stretches:
        pairs = _pairs(stretch)
        for (word, _), beside in zip(stretch, zip([None, *pairs], [*pairs, None], strict=True), strict=True):
            miscased = Prefilter(words=in_cases(word) & term.miscased)
            pair = max(filter(None, beside), key=lambda pair: pair.letters, default=None)
            if pair is None:
                alone |= miscased.words
            elif miscased.words:
                first, second = (_in_any_case(word) for word in pair[:2])
                others = [word for word in term.words if word not in pair]
                also = _in_any_case(max(others, key=len)) if others else None
                members = (first, miscased) if pair is beside[0] else (miscased, second)
                sequences.add(Sequence(*members, also, pair.joined))
    return Prefilter(words=frozenset(alone), sequences=frozenset(sequences))


def _in_any_case(word: str) -> Prefilter:
    return Prefilter(any_case=frozenset({word.lower()}))


def _pairs(stretch: list[tuple[str, bool]]) -> list[_Pair]:
    return [_Pair(first, second, joined) for (first, _), (second, joined) in pairwise(stretch)]


def _stretches(phrase: str) -> Iterator[list[tuple[str, bool]]]:
    """Yield the words of a phrase that follow each other, and whether no space divides each from the one before it.

    >>> list(_stretches("Meeting of (the )States-Parties - in part"))
    [[('Meeting', False), ('of', False)], [('Parties', False)], [('in', False), ('part', False)]]
    """
    for part in LOOSE.split(phrase):
        stretch: list[tuple[str, bool]] = []
        end = 0
        for word in WORD.finditer(part):
            between = part[end : word.start()]
            if stretch and _ALONE.search(between):
                yield stretch
                stretch = []
            stretch.append((word[0], bool(stretch) and " " not in between))
            end = word.end()
        if stretch:
            yield stretch

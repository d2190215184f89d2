"""How alike two paragraphs are, by their words: rare words count more than common ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property
from math import log

from ..text import compile_cache

_WORD = compile_cache.standard_pattern(r"\w+(?:[’'\-‑]\w+)*")


class Words:
    """The words of one paragraph, in lower case."""

    def __init__(self, text: str) -> None:
        self.sequence = _WORD.findall(text.lower())

    @cached_property
    def counts(self) -> Counter[str]:
        """The number of times that each word occurs."""
        return Counter(self.sequence)


class Likeness:
    """Compare paragraphs of two texts by words that are weighted by their rarity in both."""

    def __init__(self, paragraphs: Iterable[Words]) -> None:
        known = list(paragraphs)
        spread = Counter(word for words in known for word in words.counts)
        self._size = max(len(known), 1)
        self._weights = {word: log(1 + self._size / count) for word, count in spread.items()}

    def weight(self, word: str) -> float:
        """Return the weight of a word; common words weigh little."""
        return self._weights.get(word) or log(1 + self._size)

    def total(self, words: Iterable[str]) -> float:
        """Return the weight of several words."""
        return sum(map(self.weight, words))

    def shared(self, base: Sequence[str], draft: Sequence[str]) -> float:
        """Return the weight of the words that both have in the same order."""
        return self.total(common(base, draft))

    def overlap(self, base: Words, draft: Words) -> float:
        """Return the share of words that both have, from 0 to 1, whatever their order."""
        shared = self.total((base.counts & draft.counts).elements())
        return 2 * shared / ((self.total(base.sequence) + self.total(draft.sequence)) or 1)

    def likeness(self, base: Words, draft: Words) -> float:
        """Return the share of words that both have in the same order, from 0 to 1."""
        shared = self.shared(base.sequence, draft.sequence)
        return 2 * shared / ((self.total(base.sequence) + self.total(draft.sequence)) or 1)


def common(base: Sequence[str], draft: Sequence[str]) -> list[str]:
    """Return the longest series of words that both sequences have in this order.

    >>> common("the keeper of lamps".split(), "a keeper of many lamps".split())
    ['keeper', 'of', 'lamps']
    """
    from rapidfuzz.distance import LCSseq

    blocks = LCSseq.opcodes(base, draft)
    return [word for block in blocks if block.tag == "equal" for word in base[block.src_start : block.src_end]]

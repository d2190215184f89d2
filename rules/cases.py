"""Words in small and capital letters, for cues of rules that read both."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product


def in_any_case(words: Iterable[str]) -> frozenset[str]:
    """Short words in all the ways of writing them with small letters and capitals: twice as many for each letter.

    >>> sorted(in_any_case(["on"]))
    ['ON', 'On', 'oN', 'on']
    """
    return frozenset(
        "".join(letters)
        for word in words
        for letters in product(*({letter.lower(), letter.upper()} for letter in word))
    )

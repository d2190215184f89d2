"""The longest part of a sequence that is in order; what is left was moved."""

from __future__ import annotations

from collections.abc import Sequence


def longest_increasing(values: Sequence[int], weights: Sequence[int] | None = None) -> list[int]:
    """Return the indices of the heaviest increasing part of a sequence of different values; by default, the longest.

    >>> longest_increasing([0, 4, 1, 2, 3])
    [0, 2, 3, 4]
    >>> longest_increasing([1, 0], weights=[5, 9])
    [1]
    """
    if weights is None:
        weights = [1] * len(values)
    ranks = {value: rank for rank, value in enumerate(sorted(values), 1)}
    best = [(0, -1)] * (len(values) + 1)  # a Fenwick tree: the heaviest part that ends below a rank, and its last index
    before = [-1] * len(values)
    heaviest = (0, -1)
    for index, value in enumerate(values):
        rank = ranks[value] - 1
        top = (0, -1)
        while rank:
            top = max(top, best[rank])
            rank &= rank - 1
        before[index] = top[1]
        here = (top[0] + weights[index], index)
        heaviest = max(heaviest, here)
        rank = ranks[value]
        while rank <= len(values):
            best[rank] = max(best[rank], here)
            rank += rank & -rank
    found: list[int] = []
    index = heaviest[1]
    while index >= 0:
        found.append(index)
        index = before[index]
    return found[::-1]

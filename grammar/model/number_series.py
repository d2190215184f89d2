"""Where a series of numbers that is to run on by ones does not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum
from typing import NamedTuple


class Break(Enum):
    """How a number departs from the one that is due."""

    GAP = "gap"
    REPEAT = "repeat"
    """It has been there, or the series goes back."""


class Violation(NamedTuple):
    """A number that is not the one due."""

    at: int
    """The index of the number."""
    kind: Break
    due: int
    alone: bool
    """Whether the numbers behind it go on as if the due one stood here: it is mistyped, and nothing is missing."""


def violations(numbers: Sequence[int], first: int = 1) -> Iterator[Violation]:
    """The breaks of a series that is to begin with `first`, each told once; what it drags along is not told.

    >>> [(slip.at, slip.kind.value, slip.due) for slip in violations([1, 2, 4, 5, 5, 6])]
    [(2, 'gap', 3), (4, 'repeat', 6)]
    >>> [(slip.at, slip.due, slip.alone) for slip in violations([1, 2, 13, 4, 5])]
    [(2, 3, True)]
    """
    due, index = first, 0
    while index < len(numbers):
        number = numbers[index]
        after = numbers[index + 1] if index + 1 < len(numbers) else None
        if number == due:
            due += 1
        elif after == due and number == due + 1:  # these two have changed places
            yield Violation(index, Break.REPEAT, due, alone=False)
            due, index = due + 2, index + 1
        else:
            kind = Break.GAP if number > due else Break.REPEAT
            alone = after == due + 1 and number != due + 1
            yield Violation(index, kind, due, alone)
            due = due + 1 if alone else number + 1
        index += 1

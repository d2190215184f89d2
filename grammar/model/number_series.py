"""Breaks in a series of numbers that must be consecutive."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from enum import Enum
from typing import NamedTuple


class Break(Enum):
    """How a number differs from the expected one."""

    GAP = "gap"
    REPEAT = "repeat"
    """The number occurred before, or the series goes backwards."""


class Violation(NamedTuple):
    """A number that is not the expected one."""

    at: int
    """The index of the number."""
    kind: Break
    due: int
    alone: bool
    """Whether the next numbers continue as if the expected one were here: it is mistyped, and nothing is missing."""


def violations(numbers: Sequence[int], first: int = 1) -> Iterator[Violation]:
    """Yield the breaks of a series that must begin with `first`; what follows from a break is not reported again.

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
        elif after == due and number == due + 1:  # two numbers in the wrong order
            yield Violation(index, Break.REPEAT, due, alone=False)
            due, index = due + 2, index + 1
        else:
            kind = Break.GAP if number > due else Break.REPEAT
            alone = after == due + 1 and number != due + 1
            yield Violation(index, kind, due, alone)
            due = due + 1 if alone else number + 1
        index += 1


def describe(
    slip: Violation, numbers: Sequence[int], labels: Sequence[str], noun: str, show: Callable[[int], str] = str
) -> str:
    """Return the message for a break.

    Args:
        slip: the break.
        numbers: the series.
        labels: the numbers as written in the text.
        noun: what the numbers are, such as “paragraph number”.
        show: writes a number as the text does.

    >>> numbers = [1, 2, 6, 6, 3]
    >>> labels = [str(number) for number in numbers]
    >>> for violation in violations(numbers):
    ...     describe(violation, numbers, labels, "section number")
    'Section numbers 3 to 5 are missing: 6 follows 2'
    'Repeated section number 6'
    'Section number 3 is out of order after 6'
    """
    name = noun[:1].upper() + noun[1:]
    number, here, expected = numbers[slip.at], labels[slip.at], show(slip.due)
    if slip.alone:
        return f"{name} must be {expected}, not {here}"
    if slip.kind is Break.GAP:
        where = f"{here} follows {labels[slip.at - 1]}" if slip.at else f"{here} comes first"
        last = number - 1
        if last == slip.due:
            return f"{name} {expected} is missing: {where}"
        return f"{name}s {expected} {'and' if last == slip.due + 1 else 'to'} {show(last)} are missing: {where}"
    if number > slip.due:
        return f"{name}s {here} and {expected} are out of order"
    if number in numbers[: slip.at]:
        return f"Repeated {noun} {here}"
    return f"{name} {here} is out of order after {labels[slip.at - 1]}"

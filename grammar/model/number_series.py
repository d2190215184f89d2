"""Breaks in a series of numbers that must be consecutive."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from enum import Enum

from ..text.named_tuple import NamedTuple


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
    expected: int
    alone: bool
    """Whether the next numbers continue as if the expected one were here: it is mistyped, and nothing is missing."""


def violations(numbers: Sequence[int], first: int = 1) -> Iterator[Violation]:
    """Yield the breaks of a series that must begin with `first`; what follows from a break is not reported again.

    >>> [(violation.at, violation.kind.value, violation.expected) for violation in violations([1, 2, 4, 5, 5, 6])]
    [(2, 'gap', 3), (4, 'repeat', 6)]
    >>> [(violation.at, violation.expected, violation.alone) for violation in violations([1, 2, 13, 4, 5])]
    [(2, 3, True)]
    """
    if [*numbers] == [*range(first, first + len(numbers))]:
        return  # the usual case
    expected, index = first, 0
    while index < len(numbers):
        number = numbers[index]
        after = numbers[index + 1] if index + 1 < len(numbers) else None
        if number == expected:
            expected += 1
        elif after == expected and number == expected + 1:  # two numbers in the wrong order
            yield Violation(index, Break.REPEAT, expected, alone=False)
            expected, index = expected + 2, index + 1
        else:
            kind = Break.GAP if number > expected else Break.REPEAT
            alone = after == expected + 1 and number != expected + 1
            yield Violation(index, kind, expected, alone)
            expected = expected + 1 if alone else number + 1
        index += 1


def describe(
    violation: Violation, numbers: Sequence[int], labels: Sequence[str], noun: str, show: Callable[[int], str] = str
) -> str:
    """Return the message for a break.

    Args:
        violation: the break.
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
    number, here, expected = numbers[violation.at], labels[violation.at], show(violation.expected)
    if violation.alone:
        return f"{name} must be {expected}, not {here}"
    if violation.kind is Break.GAP:
        where = f"{here} follows {labels[violation.at - 1]}" if violation.at else f"{here} comes first"
        last = number - 1
        if last == violation.expected:
            return f"{name} {expected} is missing: {where}"
        return (
            f"{name}s {expected} {'and' if last == violation.expected + 1 else 'to'} {show(last)} are missing: {where}"
        )
    if number > violation.expected:
        return f"{name}s {here} and {expected} are out of order"
    if number in numbers[: violation.at]:
        return f"Repeated {noun} {here}"
    return f"{name} {here} is out of order after {labels[violation.at - 1]}"

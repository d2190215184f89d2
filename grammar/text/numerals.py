"""Roman numerals."""

from __future__ import annotations

from itertools import zip_longest

_SIGNS = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_VALUES = {sign: value for value, sign in _SIGNS if len(sign) == 1}


def value(numeral: str) -> int:
    """Return the value of a numeral of the letters I to C.

    >>> value("XIV"), value("XLIX")
    (14, 49)
    """
    values = [_VALUES[sign] for sign in numeral.upper()]
    return sum(-this if this < after else this for this, after in zip_longest(values, values[1:], fillvalue=0))


def written(number: int) -> str:
    """Return the numeral of a number.

    >>> written(14), written(49)
    ('XIV', 'XLIX')
    """
    signs = ""
    for size, sign in _SIGNS:
        signs += sign * (number // size)
        number %= size
    return signs

"""Roman numerals."""

from __future__ import annotations

from itertools import zip_longest

_SIGNS = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_VALUES = {sign: value for value, sign in _SIGNS if len(sign) == 1}


def roman_value(numeral: str) -> int:
    """Return the value of a Roman numeral; letters in an unusual order are added up.

    >>> roman_value("XIV"), roman_value("xlix")
    (14, 49)
    """
    values = [_VALUES[sign] for sign in numeral.upper()]
    return sum(-this if this < after else this for this, after in zip_longest(values, values[1:], fillvalue=0))


def roman_numeral(number: int) -> str:
    """Return the Roman numeral of a positive number.

    >>> roman_numeral(14), roman_numeral(49), roman_numeral(1948)
    ('XIV', 'XLIX', 'MCMXLVIII')
    """
    signs = ""
    for size, sign in _SIGNS:
        signs += sign * (number // size)
        number %= size
    return signs

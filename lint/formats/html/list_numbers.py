"""The labels of automatic lists, as HTML numbers them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from ....grammar.text.numerals import roman_numeral
from ..xml_tree import name

_STYLES = {"1": "decimal", "a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman"}
_WHOLE = re.compile(r"-?\d{1,6}")


@dataclass(slots=True)
class Counter:
    """Counts the items of one list."""

    style: str
    value: int = 1

    @classmethod
    def of(cls, element: etree._Element, declared: str | None) -> Counter:
        """Return the counter of a list, from its attributes or its declared style."""
        style = "bullet" if name(element) == "ul" else _STYLES.get(element.get("type") or "1", "decimal")
        return cls(
            {"lower-latin": "lower-alpha", "upper-latin": "upper-alpha"}.get(declared or "", declared or style),
            _number(element.get("start"), 1),
        )

    def next(self, value: str | None = None) -> str:
        """Return the label of the next item, which may set its value.

        >>> counter = Counter("lower-roman", 4)
        >>> counter.next(), counter.next("9")
        ('(iv)', '(ix)')
        """
        now = _number(value, self.value)
        self.value = now + 1
        return label(now, self.style)


def label(number: int, style: str) -> str:
    """Return a number as drafts have it: ``1.``, ``(a)``, ``(iv)``.

    >>> label(2, "decimal"), label(28, "lower-alpha"), label(14, "upper-roman"), label(1, "disc")
    ('2.', '(ab)', '(XIV)', '-')
    """
    if style.startswith("decimal"):
        return f"{number}."
    if not style.endswith(("-alpha", "-roman")):
        return "-"
    letters = _letters(number) if style.endswith("alpha") else _roman(number)
    return f"({letters.upper() if style.startswith('upper') else letters})"


def _letters(number: int) -> str:
    letters = ""
    while number > 0:
        number, place = divmod(number - 1, 26)
        letters = chr(ord("a") + place) + letters
    return letters or "0"


def _roman(number: int) -> str:
    return roman_numeral(number).lower() if 0 < number < 4000 else str(number)


def _number(text: str | None, otherwise: int) -> int:
    return int(text) if text and _WHOLE.fullmatch(text.strip()) else otherwise

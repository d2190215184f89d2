"""The labels of automatic lists, as HTML numbers them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from ....grammar.text.numerals import roman_numeral
from ..xml_tree import name

_STYLES = {"1": "decimal", "a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman"}
_PART = re.compile(
    r"""(?P<text>"[^"]*"|'[^']*')|counters?\(\s*(?P<counter>[\w-]+)\s*(?:,\s*["'][^"']*["']\s*)?(?:,\s*(?P<style>[\w-]+)\s*)?\)"""
)
"""A part of what CSS shows before an item."""
_ESCAPE = re.compile(r"\\([0-9a-fA-F]{1,6})\s?")
_WHOLE = re.compile(r"-?\d{1,6}")


@dataclass(slots=True)
class Counter:
    """Counts the items of one list."""

    style: str
    value: int = 1
    step: int = 1
    content: str | None = None
    """What the list shows before its items, as CSS."""
    named: dict[str, int] = field(default_factory=dict)
    """The values of the counters of the page."""

    @classmethod
    def of(cls, element: etree._Element, declared: str | None, content: str | None, named: dict[str, int]) -> Counter:
        """Return the counter of a list, from its attributes and its declared style and content."""
        style = "bullet" if name(element) == "ul" else _STYLES.get(element.get("type") or "1", "decimal")
        style = {"lower-latin": "lower-alpha", "upper-latin": "upper-alpha"}.get(declared or "", declared or style)
        back = name(element) == "ol" and "reversed" in element.attrib
        first = sum(name(child) == "li" for child in element) if back else 1
        return cls(style, _number(element.get("start"), first), -1 if back else 1, content, named)

    def next(self, value: str | None = None) -> str:
        """Return the label of the next item, which may set its value; empty if none is shown.

        >>> counter = Counter("lower-roman", 4)
        >>> counter.next(), counter.next("9")
        ('(iv)', '(ix)')
        >>> Counter("none", 2, content='"(" counter(item, lower-latin) ") "').next()
        '(b)'
        """
        now = _number(value, self.value)
        self.value = now + self.step
        if self.content is None:
            return "" if self.style == "none" else label(now, self.style)
        return self._shown(now)

    def _shown(self, now: int) -> str:
        """Return the content that is shown before an item with this value."""
        parts = list(_PART.finditer(self.content or ""))
        counters = [part["counter"] for part in parts if part["counter"]]
        if counters:
            self.named[counters[-1]] = now
        shown = ""
        for part in parts:
            if part["counter"]:
                shown += _digits(self.named.get(part["counter"], 1), (part["style"] or "decimal").lower())
            else:
                shown += _ESCAPE.sub(lambda match: chr(int(match[1], 16) % 0xD800), part["text"][1:-1])
        shown = shown.strip()
        return "-" if shown and not any(map(str.isalnum, shown)) else shown


def label(number: int, style: str) -> str:
    """Return a number as drafts have it: ``1.``, ``(a)``, ``(iv)``.

    >>> label(2, "decimal"), label(28, "lower-alpha"), label(14, "upper-roman"), label(1, "disc")
    ('2.', '(ab)', '(XIV)', '-')
    """
    if style.startswith("decimal"):
        return f"{number}."
    if not style.endswith(("-alpha", "-roman")):
        return "-"
    return f"({_digits(number, style)})"


def _digits(number: int, style: str) -> str:
    """Return a number in the digits or letters of a style."""
    if not style.endswith(("-alpha", "-latin", "-roman")):
        return str(number)
    letters = _roman(number) if style.endswith("roman") else _letters(number)
    return letters.upper() if style.startswith("upper") else letters


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

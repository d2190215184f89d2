"""The numbers of lists, as they are shown."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element

from .namespaces import name, tag_of

_DEEPEST = 10
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"))
_ROMAN_SMALL = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


class Counter:
    """The numbers of one list, or of the headings, by level from 1."""

    def __init__(self, style: _Element | None) -> None:
        """Begin to count; the style has one element for each level."""
        levels = () if style is None else style
        self._levels = {each.get(name("text:level"), ""): each for each in levels if tag_of(each)}
        self.counts: dict[int, int] = {}

    def next(self, level: int, start: str | None = None) -> str:
        """Count an item and return its label with the gap after it; a hyphen for a bullet, or nothing."""
        level = min(level, _DEEPEST)
        style = self._levels.get(str(level))
        for deeper in [each for each in self.counts if each > level]:
            del self.counts[deeper]
        if start is not None and start.isdigit():
            self.counts[level] = int(start)
        elif level in self.counts:
            self.counts[level] += 1
        else:
            self.counts[level] = self._first(level)
        if style is None:
            return ""
        if style.tag == name("text:list-level-style-bullet"):
            return "- "
        return self._shown(style, level)

    def _shown(self, style: _Element, level: int) -> str:
        if not style.get(name("style:num-format")):
            own = "".join((style.get(name("style:num-prefix"), ""), style.get(name("style:num-suffix"), ""))).strip()
            return f"{own} " if own else ""
        displayed = style.get(name("text:display-levels"), "1")
        first = max(level - (int(displayed) if displayed.isdigit() else 1) + 1, 1)
        numbers = ".".join(filter(None, (self._number(each) for each in range(first, level + 1))))
        return (
            f"{style.get(name('style:num-prefix'), '')}{numbers}{style.get(name('style:num-suffix'), '')}".strip() + " "
        )

    def _number(self, level: int) -> str:
        style = self._levels.get(str(level))
        form = "1" if style is None else style.get(name("style:num-format"), "")
        number = self.counts.get(level, self._first(level))
        return formatted(
            number, form, together=style is not None and style.get(name("style:num-letter-sync")) == "true"
        )

    def _first(self, level: int) -> int:
        style = self._levels.get(str(level))
        start = "1" if style is None else style.get(name("text:start-value"), "1")
        return int(start) if start.isdigit() else 1


def formatted(number: int, form: str, *, together: bool = False) -> str:
    """Return a number in a form: ``1``, ``a``, ``A``, ``i``, ``I`` or none.

    >>> formatted(4, "i"), formatted(28, "a"), formatted(28, "a", together=True), formatted(3, "1")
    ('iv', 'ab', 'bb', '3')
    """
    if not form:
        return ""
    if form in "iI" and 0 < number < 4000:
        roman = "".join(_roman(number))
        return roman.upper() if form == "I" else roman
    if form in "aA" and number > 0:
        letters = _letters(number, together=together)
        return letters.upper() if form == "A" else letters
    return str(number)


def _roman(number: int) -> Iterator[str]:
    for value, sign in (*_ROMAN, *_ROMAN_SMALL):
        yield sign * (number // value)
        number %= value


def _letters(number: int, *, together: bool) -> str:
    if together:
        return chr(97 + (number - 1) % 26) * min((number - 1) // 26 + 1, 20)
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(97 + rest) + letters
    return letters

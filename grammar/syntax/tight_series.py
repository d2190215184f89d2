"""Paragraphs that follow one another without blank lines, where the mark at the end of the line above is missing.

A line that continues the series of numbers, letters or bullets above it, or that begins like the lines around it, begins
a paragraph although the line above is not closed: the missing mark is what is reported.
"""

from __future__ import annotations

from ..text import compile_cache
from ..text.positions import Span
from .inline import head
from .language import Language
from .list_nesting import Value, readings
from .markers import BULLET, LETTERED, NUMBERED
from .tree import Mark

_CAPITAL = compile_cache.pattern(r"(?:[*_]{1,3}|<\w{1,6}>){0,2}\p{Lu}")


class TightSeries:
    """The marks and openers of the lines of a group, as far as they have been read."""

    def __init__(self, language: Language) -> None:
        self._openers = language.openers
        self._sentences = language.sentences
        self._reached: set[Value] = set()
        self._bullet = ""
        self._opens = (False, False)

    def begin(self, text: str) -> None:
        """Note the first line of a paragraph."""
        values = _values(text)
        self._reached.update(values)
        bullet = BULLET.match(text)
        self._bullet = bullet["mark"] if bullet and not values else ""
        self._opens = self._openers.opens(head(text, 0)) if not values and _CAPITAL.match(text) else (False, False)

    def begins(self, text: str, before: str, following: str) -> bool:
        """Return whether a line begins a paragraph by its mark or opener, whatever ends the line before it."""
        values = _values(text)
        if values:
            if not any(self._continues(value) or _leads(value, following) for value in values):
                return False
            return not self._sentences.open(before)
        bullet = BULLET.match(text)
        if bullet:
            return bullet["mark"] == self._bullet
        if not any(self._opens) or not _CAPITAL.match(text) or self._sentences.open(before):
            return False
        recalls, operates = self._openers.opens(head(text, 0))
        return operates or (recalls and self._opens[0])

    def _continues(self, value: Value) -> bool:
        """Return whether a mark is the next one of a series above it, with the same signs."""
        return value._replace(value=value.value - 1) in self._reached


def _leads(value: Value, following: str) -> bool:
    """Return whether a mark is the first of its series and the next line has the second."""
    return value.value == 1 and value._replace(value=2) in _values(following)


def _values(text: str) -> tuple[Value, ...]:
    """Return the interpretations of the mark that a line begins with; none without a number or letter."""
    number = NUMBERED.match(text)
    if number:
        digits = number["number"] or number["number2"] or number["number3"]
        if not (number["gap"] or text[number.end() : number.end() + 1].isupper()):
            return ()
        return readings(Mark(Span(0, 0), number["mark"], digits, int(digits)))
    letter = LETTERED.match(text)
    if letter:
        label = letter["l1"] or letter["l2"] or letter["l3"]
        return readings(Mark(Span(0, 0), letter["mark"], label, None))
    return ()

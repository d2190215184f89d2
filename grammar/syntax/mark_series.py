"""The marks of the lists in a group of lines, so that a line that continues one begins a paragraph.

A list that is written line by line may lack the marks that end its items, by mistake or by the custom of a conference.
"""

from __future__ import annotations

from collections.abc import Iterable

from ..text.positions import Span
from .list_nesting import Value, readings
from .markers import LETTERED, NUMBERED
from .tree import Mark

_FURTHEST = 3
"""The greatest distance in a series: one or two items may be missing."""


class MarkSeries:
    """The last mark of each series, by its signs and kind."""

    def __init__(self, cites: frozenset[str]) -> None:
        self._cites = cites
        """Words after which a mark at the beginning of a line is cited."""
        self._last: dict[tuple[str, str], int] = {}

    def add(self, text: str) -> None:
        """Note the mark of a line that begins a paragraph."""
        values = _values(text)
        if values and values[0].kind == "number" and values[0].signs != "(x)":
            self._last.clear()  # the lists of the previous paragraph have ended
        for value in values:
            self._last[value.kind, value.signs] = value.value

    def continued_by(self, text: str, before: str, *, deeper: bool) -> bool:
        """Return whether a line begins with the next mark of a series or, if it is indented `deeper`, a new one."""
        if before.rstrip().rpartition(" ")[2].lower() in self._cites:
            return False
        for value in _values(text):
            last = self._last.get((value.kind, value.signs))
            if last is not None and 1 <= value.value - last <= _FURTHEST:
                return True
            if deeper and value.value == 1 and value.kind != "bullet":
                return True
        return False


def begins_list(text: str, following: Iterable[str]) -> bool:
    """Return whether a line begins with the first mark of a list whose second mark begins a line soon after it."""
    first = {(value.kind, value.signs) for value in _values(text) if value.value == 1 and value.kind != "bullet"}
    return bool(first) and any(
        value.value == 2 and (value.kind, value.signs) in first for line in following for value in _values(line)
    )


def _values(text: str) -> tuple[Value, ...]:
    match = LETTERED.match(text)
    if match:
        label = match.group("l1") or match.group("l2") or match.group("l3")
        return readings(Mark(Span(0, 0), match.group("mark"), label, None))
    number = NUMBERED.match(text)
    if not number or not number.group("gap"):
        return ()
    label = number.group("number") or number.group("number2")
    if label is None:
        return ()
    return readings(Mark(Span(0, 0), number.group("mark"), label, int(label)))

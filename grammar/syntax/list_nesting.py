"""The depth of sub-paragraph marks: (a), (i), a., i. and bullets, decided by the marks before and after."""

from __future__ import annotations

from ..text import compile_cache
from ..text.named_tuple import NamedTuple
from ..text.numerals import roman_numeral
from .tree import Mark

DEEPEST = 8
"""The greatest depth, which keeps the time linear on hostile input."""
_COUNTED = compile_cache.standard_pattern(r"[a-zA-Z]+|\d+")
_ROMAN_VALUES = {roman_numeral(value).lower(): value for value in range(1, 26)}


class Value(NamedTuple):
    """An interpretation of a mark: its kind, its value from 1, and the signs around it."""

    kind: str
    """``letter``, ``roman``, ``number`` or ``bullet``."""
    value: int
    signs: str
    """The mark with ``x`` instead of its letters: ``(x)``, ``x.``, ``x)``."""


def readings(mark: Mark) -> tuple[Value, ...]:
    """Return the interpretations of a mark, the likeliest first: ``(i)`` is the ninth letter or a roman numeral."""
    label = mark.label.lower()
    signs = _COUNTED.sub("x", mark.text, count=1)
    if mark.number is not None:
        return (Value("number", mark.number, signs),)
    if not label:
        return (Value("bullet", 1, mark.text),)
    found = []
    if len(label) == 1:
        found.append(Value("letter", ord(label) - ord("a") + 1, signs))
    if label in _ROMAN_VALUES:
        found.append(Value("roman", _ROMAN_VALUES[label], signs))
    if len(label) == 2 and label[0] == label[1]:
        found.append(Value("letter", 26 + ord(label[0]) - ord("a") + 1, signs))
    return tuple(found) or (Value("letter", 1, signs),)


class ListNesting:
    """The open levels of the lists of a paragraph, from the outermost."""

    def __init__(self) -> None:
        self._open: list[Value] = []
        self._ended: dict[tuple[str, str], int] = {}

    @property
    def depth(self) -> int:
        """The number of open levels."""
        return len(self._open)

    @property
    def ended(self) -> bool:
        """Whether a list of the same paragraph has ended."""
        return bool(self._ended)

    def goes_on(self, mark: Mark) -> bool:
        """Return whether a mark is the next in an open list, or in one of the same paragraph that has ended."""
        reached = {(value.kind, value.value) for value in self._open}
        reached.update((kind, value) for (kind, _), value in self._ended.items())
        return any((value.kind, value.value - 1) in reached for value in readings(mark))

    def close(self) -> int:
        """Close all levels and return their number."""
        depth = len(self._open)
        if depth:
            self._end(0)
        return depth

    def forget(self) -> None:
        """Begin another paragraph, whose lists do not continue earlier ones."""
        self._ended.clear()

    def _end(self, level: int) -> None:
        for value in self._open[level:]:
            self._ended[value.kind, value.signs] = value.value
        del self._open[level:]

    def close_one(self) -> None:
        """Close the innermost level."""
        self._end(len(self._open) - 1)

    def place(self, mark: Mark, coming: Mark | None) -> int:
        """Place a mark at its level; `coming` is the mark after it.

        Return 1 if it is one level deeper, or else 0 or minus the number of levels that it closes.
        """
        values = readings(mark)
        after = readings(coming) if coming else ()
        best = self._successor(values, after)
        resumed = self._resumed(values, after) if best is None and len(self._open) < DEEPEST else None
        if resumed is not None:
            self._open.append(resumed)
            return 1
        if best is None:
            first = next((v for v in values if v.value == 1 or v.kind == "bullet"), None)
            if first is None:
                best = self._same_kind(values) or self._gone_back(values)
            if best is None:
                if len(self._open) >= DEEPEST:
                    self._open[-1] = first or values[0]
                    return 0
                self._open.append(first or values[0])
                return 1
        level, value = best
        out = level - len(self._open) + 1
        self._end(level + 1)
        del self._open[level:]
        self._open.append(value)
        return out

    def _successor(self, values: tuple[Value, ...], after: tuple[Value, ...]) -> tuple[int, Value] | None:
        """Return the level that a mark continues: preferably with its signs, roman only if the next mark agrees."""
        found: list[tuple[int, int, Value]] = []
        for level in range(len(self._open) - 1, -1, -1):
            here = self._open[level]
            for value in values:
                if value.kind != here.kind:
                    continue
                if value.kind == "bullet":
                    if value.signs == here.signs:
                        found.append((0, level, value))
                elif value.value == here.value + 1:
                    found.append((0 if value.signs == here.signs else 1, level, value))
        if not found:
            return None
        _, level, value = min(found, key=lambda item: (item[0], -item[1]))
        if value.kind == "letter" and len(values) > 1:
            begins_roman = any(v.kind == "roman" and v.value == 1 for v in values)
            goes_roman = any(v.kind == "roman" and v.value == 2 for v in after)
            if begins_roman and goes_roman:
                return None
        return level, value

    def _resumed(self, values: tuple[Value, ...], after: tuple[Value, ...]) -> Value | None:
        """Return the reading by which a mark continues an ended list, below another heading or head (i), (ii)."""
        for value in values:
            if value.value > 1 and self._ended.get((value.kind, value.signs)) == value.value - 1:
                roman = value.kind == "letter" and any(v.kind == "roman" and v.value == 1 for v in values)
                if not (roman and any(v.kind == "roman" and v.value == 2 for v in after)):
                    return value
        return None

    def _same_kind(self, values: tuple[Value, ...]) -> tuple[int, Value] | None:
        """Return the innermost level of the same kind and signs with a lower value: a letter is missing."""
        # (ii) is the 35th letter only after (hh)
        values = tuple(v for v in values if v.value <= 26 or len(values) == 1)
        for same_signs in (True, False):
            for level in range(len(self._open) - 1, -1, -1):
                here = self._open[level]
                for value in values:
                    if (
                        value.kind == here.kind
                        and (value.signs == here.signs) >= same_signs
                        and value.value >= here.value
                    ):
                        return level, value
        return None

    def _gone_back(self, values: tuple[Value, ...]) -> tuple[int, Value] | None:
        """Return the innermost level of the same kind and signs: items have changed places."""
        for level in range(len(self._open) - 1, -1, -1):
            here = self._open[level]
            for value in values:
                if value.kind == here.kind and value.signs == here.signs:
                    return level, value
        return None

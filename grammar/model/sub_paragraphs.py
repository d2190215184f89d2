"""Lists of sub-paragraphs and their marks."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from ..syntax.list_nesting import Value, readings
from ..syntax.tree import Mark, Paragraph, SubParagraph
from ..text.named_tuple import NamedTuple
from ..text.numerals import roman_numeral
from .number_series import Violation, violations


class Marked(NamedTuple):
    """A sub-paragraph with its mark."""

    paragraph: SubParagraph
    mark: Mark


class MarkedList:
    """Consecutive sub-paragraphs of one level."""

    def __init__(self, above: Paragraph, depth: int, items: tuple[Marked, ...]) -> None:
        self.above = above
        """The paragraph that introduces it."""
        self.depth = depth
        """1 for the first level."""
        self.items = items

    @cached_property
    def kind(self) -> str | None:
        """``letter``, ``roman``, ``number`` or ``bullet``; none where the marks cannot be of one kind."""
        kinds = [{value.kind for value in readings(item.mark)} for item in self.items]
        common = set.intersection(*kinds)
        if len(common) < 2:
            return next(iter(common), None)
        return min(sorted(common), key=lambda kind: (len(list(violations(self._numbers(kind)))), kind != "roman"))

    @cached_property
    def violations(self) -> tuple[Violation, ...]:
        """The breaks in the letters; none for bullets and for marks of mixed kinds."""
        if self.kind is None or self.kind == "bullet":
            return ()
        return tuple(violations(self._numbers(self.kind)))

    def value(self, index: int) -> Value | None:
        """Return the value of an item's mark, read as one of the list's kind."""
        return next((value for value in readings(self.items[index].mark) if value.kind == self.kind), None)

    def _numbers(self, kind: str) -> list[int]:
        return [next(v.value for v in readings(item.mark) if v.kind == kind) for item in self.items]


def lists(paragraph: Paragraph, depth: int = 1) -> Iterator[MarkedList]:
    """Yield the lists below a paragraph, each before the lists within it."""
    if not paragraph.children:
        return  # the usual case
    found: list[Marked] = []
    for child in (*paragraph.children, None):
        if isinstance(child, SubParagraph) and child.mark is not None:
            found.append(Marked(child, child.mark))
        elif found:
            yield MarkedList(paragraph, depth, tuple(found))
            for item in found:
                yield from lists(item.paragraph, depth + 1)
            found = []


def label(kind: str, value: int) -> str:
    """Return the letters of a value.

    >>> label("letter", 3), label("letter", 28), label("roman", 14)
    ('c', 'bb', 'xiv')
    """
    if kind == "letter":
        return chr(ord("a") + (value - 1) % 26) * ((value - 1) // 26 + 1)
    if kind == "number":
        return str(value)
    return roman_numeral(value).lower()

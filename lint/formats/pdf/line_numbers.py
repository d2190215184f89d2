"""Line numbers in the margin of a draft."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ....grammar.text.named_tuple import NamedTuple
from .layout import Letters, Line, Page, raised, with_gaps

_NUMBER = re.compile(r"\d{1,4}")
_FEWEST = 5  # on a page
_STEPS = frozenset({1, 2, 5, 10})
_ALIGNED = 2  # points by which their edges differ
_APART = 0.25  # of the size: the least distance from the text
_REST = 0.9  # of the other lines begin after the numbers


class _Number(NamedTuple):
    """A number at the left or right edge of a line."""

    line: Line
    letters: Letters
    left: bool


def without_line_numbers(pages: list[Page]) -> list[Page]:
    """Return pages without the numbers of their lines.

    The numbers of a page are recognized if they form a series; on other pages, numbers at the same place are dropped.
    """
    edges: list[tuple[bool, float]] = []
    for page in pages:
        for left in (True, False):
            edge = _edge(page, [number for number in _numbers(page) if number.left is left])
            if edge is not None and not any(side is left and abs(known - edge) <= _ALIGNED for side, known in edges):
                edges.append((left, edge))
    return [_without(page, edges) for page in pages] if edges else pages


def _numbers(page: Page) -> Iterator[_Number]:
    for line in page.lines:
        shown = [letters for letters in line.letters if letters.text.strip()]
        size, base = line.size, line.base
        for left in (True, False):
            letters, beside = (shown[0], shown[1:2]) if left else (shown[-1], shown[-2:-1])
            if not _NUMBER.fullmatch(letters.text.strip()) or (beside and raised(letters, size, base)):
                continue
            gaps = [known.left - letters.right if left else letters.left - known.right for known in beside]
            if all(gap > _APART * size for gap in gaps):
                yield _Number(line, letters, left)


def _edge(page: Page, numbers: list[_Number]) -> float | None:
    """Return where the line numbers of a page end, or begin if they are left-aligned; none if there are none."""
    for side in ("right", "left"):
        for first in numbers[:3]:
            edge: float = getattr(first.letters, side)
            aligned = [number for number in numbers if abs(getattr(number.letters, side) - edge) <= _ALIGNED]
            values = [int(number.letters.text) for number in aligned]
            steps = {after - before for before, after in pairwise(values)}
            if len(values) < _FEWEST or not steps or min(steps) < 1:
                continue
            if min(steps) in _STEPS and all(step % min(steps) == 0 for step in steps) and _set_apart(page, aligned):
                return edge
    return None


def _set_apart(page: Page, numbers: list[_Number]) -> bool:
    """Return whether the numbers are outside the text of a page."""
    left = numbers[0].left
    taken = {id(number.line) for number in numbers}
    inner = max(number.letters.right for number in numbers) if left else min(number.letters.left for number in numbers)
    others = [line for line in page.lines if id(line) not in taken]
    clear = sum(line.left > inner if left else line.right < inner for line in others)
    for number in numbers:
        words = [letters for letters in number.line.letters if letters is not number.letters and letters.text.strip()]
        if words and (min(known.left for known in words) < inner if left else max(k.right for k in words) > inner):
            return False
    return clear >= _REST * len(others)


def _without(page: Page, edges: list[tuple[bool, float]]) -> Page:
    dropped: dict[int, list[Letters]] = {}
    for number in _numbers(page):
        at = (number.letters.left, number.letters.right)
        if any(side is number.left and min(abs(edge - known) for known in at) <= _ALIGNED for side, edge in edges):
            dropped.setdefault(id(number.line), []).append(number.letters)
    for line in page.lines:
        gone = dropped.get(id(line), ())
        line.letters = [letters for letters in line.letters if letters not in gone]
    return page._replace(lines=with_gaps([line for line in page.lines if line.text.strip()]))

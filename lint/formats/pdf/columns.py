"""Columns of a page, and text beside the main text."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from statistics import median

from ....grammar.text.named_tuple import NamedTuple
from .layout import Line

_WORD = re.compile(r"[^\W\d_]{2,}")
_GUTTER = 3  # points between columns
_EDGE = 2  # points by which the lines of a column begin farther left than most
_LINES = 4  # fewest of a column
_FULL = 0.7  # of a column's width: lines of running text are no shorter, except the last of a paragraph
_MOST, _SOME = 0.55, 0.3  # of the lines of one column, and of the column beside it, are full
_NARROW = 0.5  # of the width of the main text: narrower text is beside it
_LEAD = 2.2  # of the size: lines of a paragraph are nearer to each other
_STARTS = 8  # places where columns may begin
_DEPTH = 4  # columns on a page


class _Split(NamedTuple):
    above: list[Line]
    left: list[Line]
    right: list[Line]
    below: list[Line]


def in_columns(pieces: list[Line]) -> tuple[list[list[Line]], list[Line]]:
    """Return the parts of a page in the order in which they are read, and text beside the main text.

    The pieces of a line that are in different columns must be separate. Sets the `column` of each.
    """
    asides: list[Line] = []
    regions = _regions(pieces, asides, _DEPTH)
    for number, region in enumerate(regions):
        for piece in region:
            piece.column = number
    return regions, asides


def _regions(pieces: list[Line], asides: list[Line], depth: int) -> list[list[Line]]:
    split = _split(pieces) if depth and len(pieces) >= 2 * _LINES else None
    if split is None:
        return [pieces] if pieces else []
    regions = _regions(split.above, asides, depth - 1)
    narrow, wide = sorted((split.left, split.right), key=_width)
    if _is_aside(narrow, wide) and _split(wide) is None:
        asides += narrow
        regions.append(wide)
    else:
        regions += _regions(split.left, asides, depth - 1) + _regions(split.right, asides, depth - 1)
    return regions + _regions(split.below, asides, depth - 1)


def _split(pieces: list[Line]) -> _Split | None:
    """Return the two columns of the first part of the page that has any, and what is above and below them."""
    starts = Counter(round(piece.left) for piece in pieces)
    measured = sorted(((-piece.base, piece.left, piece.right, piece) for piece in pieces), key=lambda known: known[0])
    for start, _ in starts.most_common(_STARTS):
        edge = start - _EDGE
        band: list[Line] = []
        for _, left, right, piece in [*measured, (0.0, 0.0, 1e6, Line(0))]:
            if left < edge and right > edge - _GUTTER:  # across both
                if found := _columns(band, edge):
                    return _around(pieces, *found)
                band = []
            else:
                band.append(piece)
    return None


def _columns(band: list[Line], edge: float) -> tuple[list[Line], list[Line]] | None:
    """Return the pieces left and right of an edge if both are running text."""
    right = [piece for piece in band if piece.left >= edge]
    if len(right) < _LINES:
        return None
    top, foot = max(piece.base for piece in right), min(piece.base for piece in right)
    height = max(piece.size for piece in right) * 1.5
    left = [piece for piece in band if piece.left < edge]
    beside = [piece for piece in left if foot - height < piece.base < top + height]
    if not _is_dense(right) or (_is_aside(right, beside) and _in_rows(right, beside)):
        return None
    if min(_fullness(right), _fullness(beside)) < _SOME or max(_fullness(right), _fullness(beside)) < _MOST:
        return None
    return left, right


def _fullness(pieces: list[Line]) -> float:
    """Return which part of the lines of running text is full; 0 for cells, marks and headings."""
    words = [len(_WORD.findall(piece.text)) for piece in pieces]
    if len(pieces) < _LINES or median(words) < 2 or 2 * sum(words) < 3 * len(pieces):
        return 0
    width, begin = _width(pieces), min(piece.left for piece in pieces)
    return sum(piece.right - begin > _FULL * width for piece in pieces) / len(pieces)


def _is_dense(pieces: list[Line]) -> bool:
    """Return whether most pieces are as near to each other as the lines of a paragraph."""
    bases = sorted(piece.base for piece in pieces)
    near = sum(after - before < _LEAD * pieces[0].size for before, after in pairwise(bases))
    return near >= _MOST * (len(pieces) - 1)


def _is_aside(one: list[Line], other: list[Line]) -> bool:
    """Return whether one of two columns is much narrower than the other."""
    narrow, wide = sorted((_width(one), _width(other)))
    return narrow < _NARROW * wide


def _in_rows(right: list[Line], left: list[Line]) -> bool:
    """Return whether most lines of two columns are beside each other, as in a table."""
    bases = [piece.base for piece in left]
    return 2 * sum(any(abs(piece.base - base) < 1 for base in bases) for piece in right) > len(right)


def _width(pieces: list[Line]) -> float:
    return max((piece.right for piece in pieces), default=0.0) - min((piece.left for piece in pieces), default=0.0)


def _around(pieces: list[Line], left: list[Line], right: list[Line]) -> _Split:
    top = max(piece.base for piece in (*left, *right))
    inside = {id(piece) for piece in (*left, *right)}
    rest = [piece for piece in pieces if id(piece) not in inside]
    return _Split(
        [piece for piece in rest if piece.base >= top], left, right, [piece for piece in rest if piece.base < top]
    )

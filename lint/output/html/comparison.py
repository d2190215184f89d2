"""A comparison as one self-contained HTML page: both texts side by side, word by word, readable without colour."""

from __future__ import annotations

from collections.abc import Iterator

from ....grammar.compare.comparison import Change, Pair
from ....grammar.compare.difference import difference
from ....grammar.compare.units import Unit
from ....grammar.text.named_tuple import NamedTuple
from ...comparison import FileComparison
from ..comparison_text import DIFFERENCES, PARTS, name, summary
from .template import rendered


class Piece(NamedTuple):
    """Some words of a cell, and whether they are in the other text too."""

    words: str
    changed: bool


class Row(NamedTuple):
    """One pair: a row of the table."""

    change: str
    part: str
    base_mark: str
    draft_mark: str
    base: tuple[Piece, ...]
    draft: tuple[Piece, ...]
    renumbered: bool
    note: str


class Section(NamedTuple):
    """The rows of one resolution."""

    title: str
    rows: tuple[Row, ...]


def page(comparison: FileComparison) -> Iterator[str]:
    """Return the page, in pieces."""
    yield from rendered(
        "comparison.html",
        base=comparison.base.name,
        draft=comparison.draft.name,
        summary=summary(comparison),
        sections=tuple(_sections(comparison)),
    )


def _sections(comparison: FileComparison) -> Iterator[Section]:
    language = comparison.draft.document.language
    for one in comparison.resolutions:
        yield Section(
            name(one),
            tuple(_row(pair, DIFFERENCES.get(difference(pair, language), "")) for pair in one.pairs),
        )


def _row(pair: Pair, note: str) -> Row:
    change = pair.change.value
    if len(pair.draft) > 1:
        change = "split"
    elif len(pair.base) > 1:
        change = "merged"
    elif pair.change is Change.MOVED and pair.edits:
        note = f"and changed{f': {note}' if note else ''}"
    return Row(
        change,
        PARTS[pair.part],
        _marks(pair.base),
        _marks(pair.draft),
        _pieces(pair.base_text, [edit.base for edit in pair.edits], whole=pair.change is Change.REMOVED),
        _pieces(pair.draft_text, [edit.draft for edit in pair.edits], whole=pair.change is Change.ADDED),
        pair.renumbered,
        note,
    )


def _marks(units: tuple[Unit, ...]) -> str:
    return ", ".join(unit.mark for unit in units if unit.mark)


def _pieces(text: str, ranges: list[tuple[int, int]], *, whole: bool) -> tuple[Piece, ...]:
    """Return a text as pieces, those in the ranges marked as changed."""
    if whole:
        return (Piece(text, changed=True),)
    found: list[Piece] = []
    at = 0
    for start, end in ranges:
        if at < start:
            found.append(Piece(text[at:start], changed=False))
        if start < end:
            found.append(Piece(text[start:end], changed=True))
        at = end
    if at < len(text):
        found.append(Piece(text[at:], changed=False))
    return tuple(found)

"""Lay out canonical text, and map each of its letters to its source."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import Enum
from itertools import groupby

from lxml.etree import _Element

from ....grammar.text.named_tuple import NamedTuple
from ...engine.source_map import SourceMap
from .body_reader import Block, Table, TextCell
from .fields import Guard
from .layout_tables import holds_paper, laid_out
from .namespaces import w
from .styles import Look

_MARKUP = re.compile(r"[\\*<`]|(?<!\w)_|_(?!\w)|\^(?=\w)|\[(?=[^\[\]]*\]\(|\^)")
_LINK = re.compile(r"(?:https?://|mailto:)(?:[^()\s<>]|\([^()\s<>]*\))+")
_BLANK = " \n"
_MARKS = ((Look.UNDERLINE, "<u>", "</u>"), (Look.BOLD, "**", "**"), (Look.ITALIC, "*", "*"))


class Kind(Enum):
    """The kind of a piece."""

    TEXT = "text"
    """Letters of a run."""
    FOOTNOTE_REFERENCE = "footnote reference"
    """A footnote reference."""
    MARK = "mark"
    """A mark that gives the style of the letters after it."""
    NUMBER = "number"
    """The automatic number of a paragraph."""
    MADE = "made"
    """Other text that is in no run: the addresses of links, the frames of tables and footnotes."""


class Piece(NamedTuple):
    """A range of canonical text with one source."""

    start: int
    end: int
    kind: Kind
    look: Look = Look.PLAIN
    """The displayed style."""
    source: _Element | None = None
    offset: int = 0


@dataclass(slots=True)
class LaidOutText:
    """The text laid out so far."""

    pieces: list[Piece] = field(default_factory=list)
    footnote_references: dict[str, _Element] = field(default_factory=dict)
    """The first reference to each footnote, by label."""
    footnotes: dict[int, str] = field(default_factory=dict)
    """The label of each footnote, by the offset of its text."""
    guards: dict[_Element, Guard] = field(default_factory=dict)
    """What guards the letters of a source against changes."""
    _words: list[str] = field(default_factory=list)
    _length: int = 0
    _places: list[tuple[int, str]] = field(default_factory=list)
    _starts: list[int] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The canonical text."""
        return "".join(self._words)

    def origins(self) -> SourceMap:
        """Return the names of the places in it."""
        return SourceMap(tuple(start for start, _ in self._places), tuple(name for _, name in self._places))

    def over(self, start: int, end: int) -> Iterator[Piece]:
        """Return the pieces that overlap a range, each cut to it."""
        if len(self._starts) != len(self.pieces):
            self._starts = [piece.start for piece in self.pieces]
        index = max(bisect_right(self._starts, start) - 1, 0)
        while index < len(self.pieces) and self.pieces[index].start < end:
            piece = self.pieces[index]
            first, last = max(piece.start, start), min(piece.end, end)
            if first < last:
                yield piece._replace(start=first, end=last, offset=piece.offset + first - piece.start)
            index += 1

    def blocks(self, blocks: Iterable[Block]) -> None:
        """Lay out blocks, with a blank line after each."""
        for block in blocks:
            if isinstance(block, Table):
                if holds_paper(block):
                    self.blocks(laid_out(block))
                else:
                    self._table(block)
            elif any(cell.text.strip() for cell in block.cells):
                self._place(block.place)
                if block.heading:
                    self._put("#" * block.heading + " ")
                self._put(block.label, Kind.NUMBER)
                self._cells(block.cells, quiet=block.heading > 0)
                self._put("\n\n")

    def footnote(self, label: str, cells: list[TextCell], place: str) -> None:
        """Lay out a footnote."""
        self._place(place)
        self.footnotes[self._length] = label
        self._put(f"[^{label}]: ")
        self._cells(cells)
        self._put("\n\n")

    def _table(self, table: Table) -> None:
        for number, row in enumerate(table.rows):
            self._put("|")
            for cell in row:
                self._put(" ")
                for paragraph in cell:
                    if any(each.text.strip() for each in paragraph.cells):
                        self._place(paragraph.place)
                        self._put(paragraph.label, Kind.NUMBER)
                        self._cells([each._replace(text=each.text.replace("\n", " ")) for each in paragraph.cells])
                        self._put(" ")
                self._put("|")
            self._put("\n")
            if number == 0:
                self._put("|" + " --- |" * len(row) + "\n")
        self._put("\n")

    def _place(self, name: str) -> None:
        self._places.append((self._length, name))

    def _put(
        self, words: str, kind: Kind = Kind.MADE, look: Look = Look.PLAIN, cell: TextCell | None = None, at: int = 0
    ) -> None:
        if not words:
            return
        source, offset = (cell.source, cell.offset + at) if cell else (None, 0)
        if kind is Kind.TEXT and source is None:
            kind = Kind.MADE
        self.pieces.append(Piece(self._length, self._length + len(words), kind, look, source, offset))
        self._words.append(words)
        self._length += len(words)

    def _cells(self, cells: list[TextCell], *, quiet: bool = False) -> None:
        shown = _trimmed(cells)
        if quiet or _all_bold(shown):
            hidden = Look.BOLD | (Look.ITALIC | Look.UNDERLINE if quiet else Look.PLAIN)
            shown = [cell._replace(look=cell.look & ~hidden) for cell in shown]
        for look, same in groupby(_smoothed(shown), key=lambda cell: Look.PLAIN if cell.is_reference else cell.look):
            self._group(look, list(same))

    def _group(self, look: Look, cells: list[TextCell]) -> None:
        """Add letters of one style between their marks, with white space at either end outside."""
        if look is Look.PLAIN:
            self._linked(cells)
            return
        lead, core, tail = _split(cells)
        for cell in lead:
            self._letters(cell, Look.PLAIN)
        if core:
            marks = [mark for mark in _MARKS if mark[0] & look]
            for flag, mark, _ in marks:
                self._put(mark, Kind.MARK, flag)
            self._linked(core, look)
            for flag, _, mark in reversed(marks):
                self._put(mark, Kind.MARK, flag)
        for cell in tail:
            self._letters(cell, Look.PLAIN)

    def _linked(self, cells: list[TextCell], look: Look = Look.PLAIN) -> None:
        for target, same in groupby(cells, key=lambda cell: None if cell.is_reference else cell.target):
            address = target if target and _LINK.fullmatch(target) else None
            self._put("[" if address else "")
            for cell in same:
                self._letters(cell, look)
            self._put(f"]({address})" if address else "")

    def _letters(self, cell: TextCell, look: Look) -> None:
        if cell.is_reference:
            if cell.source is not None:
                self.footnote_references.setdefault(cell.text, cell.source)
            self._put(f"[^{cell.text}]", Kind.FOOTNOTE_REFERENCE, cell=cell)
            return
        at = 0
        for sign in _MARKUP.finditer(cell.text):
            self._put(cell.text[at : sign.start()], Kind.TEXT, look, cell, at)
            self._put("\\", Kind.MARK)
            at = sign.start()
        self._put(cell.text[at:], Kind.TEXT, look, cell, at)


def _trimmed(cells: list[TextCell]) -> list[TextCell]:
    """Remove white space before the first letter and after the last, and repeated tabs."""
    left: list[TextCell] = []
    for cell in cells:
        blank = not cell.text.strip(_BLANK) and not cell.is_reference
        if not blank or (left and not (_tab(cell) and _tab(left[-1]))):
            left.append(cell)
    while left and not left[-1].is_reference and not left[-1].text.strip(_BLANK):
        left.pop()
    if left and not left[0].is_reference:
        text = left[0].text.lstrip(_BLANK)
        left[0] = left[0]._replace(text=text, offset=left[0].offset + len(left[0].text) - len(text))
    if left and not left[-1].is_reference:
        left[-1] = left[-1]._replace(text=left[-1].text.rstrip(_BLANK))
    return [cell for cell in left if cell.text]


def _tab(cell: TextCell) -> bool:
    return cell.source is not None and cell.source.tag == w("tab")


def _all_bold(cells: list[TextCell]) -> bool:
    return all(Look.BOLD in cell.look for cell in cells if cell.text.strip() and not cell.is_reference)


def _smoothed(cells: list[TextCell]) -> list[TextCell]:
    """Give white space between letters of one style that style."""
    smooth = list(cells)
    for index in range(1, len(smooth) - 1):
        cell, before, after = smooth[index], smooth[index - 1], smooth[index + 1]
        if not cell.text.strip() and not before.is_reference and not after.is_reference and before.look == after.look:
            smooth[index] = cell._replace(look=before.look)
    return smooth


def _split(cells: list[TextCell]) -> tuple[list[TextCell], list[TextCell], list[TextCell]]:
    """Return the white space before, the letters, and the white space after."""
    lead: list[TextCell] = []
    core = list(cells)
    tail: list[TextCell] = []
    while core and not core[0].text.strip(_BLANK):
        lead.append(core.pop(0))
    while core and not core[-1].text.strip(_BLANK):
        tail.insert(0, core.pop())
    if core:
        first = core[0].text
        if gap := len(first) - len(first.lstrip(_BLANK)):
            lead.append(core[0]._replace(text=first[:gap]))
            core[0] = core[0]._replace(text=first[gap:], offset=core[0].offset + gap)
        last = core[-1].text
        if gap := len(last) - len(last.rstrip(_BLANK)):
            end = len(last) - gap
            tail.insert(0, core[-1]._replace(text=last[end:], offset=core[-1].offset + end))
            core[-1] = core[-1]._replace(text=last[:end])
    return lead, core, tail

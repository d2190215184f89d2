"""Footnotes of a PDF: their references, which are raised, and the notes at the foot of pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from ....grammar.text.characters import SUPERSCRIPTS
from ..markdown_writer import MarkdownWriter, Run, plain
from .layout import Letters, Line, raised
from .line_ends import join

_NOTE_SIZE = 0.93  # of the size of the text: letters of footnotes are no larger
_LABEL = re.compile(r"\s*(\d{1,4}|\*{1,3}|[a-z])(?![^\s\d])\s*")
_GLUED = re.compile(r"\s*(\d{1,4}|\*{1,3})(?=\D)")


@dataclass(slots=True)
class _Note:
    """A footnote that is being read."""

    label: str
    place: str
    runs: list[Run]


class Notes:
    """Reads the footnotes of a file, page by page."""

    def __init__(self, writer: MarkdownWriter, words: Counter[str], size: float, gap: float) -> None:
        """Read into a writer; the size of the text, and the least distance between its last line and the notes."""
        self._writer, self._words, self._size, self._gap = writer, words, size, gap
        self._open: _Note | None = None
        self._put: set[tuple[str, str]] = set()
        self._referenced: set[str] = set()

    def parted(self, lines: list[Line]) -> tuple[list[Line], list[Line]]:
        """Return the text of a page or column, and the footnotes at its foot."""
        self._referenced.update(label for line in lines for label in _references(line))
        foot = len(lines)
        while foot and lines[foot - 1].size <= self._size * _NOTE_SIZE:
            foot -= 1
        foot = min(foot, next((at for at in range(len(lines)) if self._begins(lines, at)), foot))
        goes_on = self._open is not None and not _ended(plain(self._open.runs))
        while foot < len(lines) and not goes_on and not label_of(lines[foot]):
            foot += 1
        return [line for line in lines[:foot] if line.text.strip(" _-—\xa0")], lines[foot:]

    def _begins(self, lines: list[Line], at: int) -> bool:
        """Return whether a line begins footnotes of normal size: a raised label after a gap."""
        line = lines[at]
        if not raised(line.letters[0], line.size, line.base) or not label_of(line):
            return False
        if at * 2 <= len(lines):
            return False
        label = label_of(line)
        return line.gap_above > self._gap or (label in self._referenced and lines[at - 1].text.rstrip().endswith("."))

    def read(self, lines: list[Line]) -> None:
        """Read the footnotes of a page; the last may continue at the foot of the next."""
        left = min((line.left for line in lines), default=0.0)
        for line in lines:
            label = label_of(line)
            if label and not raised(line.letters[0], line.size, line.base):
                after = str(int(self._open.label) + 1) if self._open and self._open.label.isdigit() else label
                if line.left > left + 3 or label not in {after, "1"}:
                    label = ""
            if label:
                self.end()
                self._open = _Note(label, f"page {line.page}", list(_words_after_label(line)))
            elif self._open:
                join(self._open.runs, self._words, line)
                self._open.runs += line_runs(line)

    def end(self) -> None:
        """Add the footnote that is being read, unless an earlier page has it, too."""
        note, self._open = self._open, None
        if note and (key := (note.label, plain(note.runs))) not in self._put:
            self._put.add(key)
            self._writer.footnote(note.label, note.runs, note.place)


def _references(line: Line) -> Iterator[str]:
    """Return the labels of the footnote references in a line."""
    size, base = line.size, line.base
    yield from (known.text.strip() for known in line.letters[1:] if raised(known, size, base))


def line_runs(line: Line) -> Iterator[Run]:
    """Return the words of a line with their style, and its footnote references."""
    size, base = line.size, line.base
    for letters in line.letters:
        if raised(letters, size, base):
            yield from _raised(letters)
        else:
            yield Run(letters.text, italic=letters.italic, bold=letters.bold)


def label_of(line: Line, *, raised_only: bool = False) -> str:
    """Return the label of the footnote that begins with a line; empty if none does."""
    first = next((known for known in line.letters if known.text.strip()), None)
    if first is None:
        return ""
    small = raised(first, line.size, line.base)
    match = (_GLUED if small else _LABEL).match(line.text) or _LABEL.match(line.text)
    if match is None or match.end() >= len(line.text):
        return ""
    plain_label = not raised_only and match[1].isdigit() and len(match[1]) < 4 and match[0][-1].isspace()
    return match[1] if small or plain_label else ""


def next_note(before: Line, line: Line) -> bool:
    """Return whether a line begins the next footnote: “2 A/80/999” is then not a page number with a symbol."""
    label, after = label_of(before), label_of(line)
    return label.isdigit() and after.isdigit() and int(after) == int(label) + 1 and line.size == before.size


def _words_after_label(line: Line) -> Iterator[Run]:
    """Return the words of a footnote's first line after its label."""
    label = label_of(line)
    skip = line.text.index(label) + len(label)
    for letters in line.letters:
        taken = min(skip, len(letters.text))
        skip -= taken
        if text := letters.text[taken:]:
            yield Run(text, italic=letters.italic)


def _raised(letters: Letters) -> Iterator[Run]:
    """Return footnote references and what is between them."""
    for piece in re.split(r"([\s,]+)", letters.text):
        if piece.isdigit() and piece.isascii():
            yield Run("".join(SUPERSCRIPTS[int(digit)] for digit in piece))
        elif re.fullmatch(r"\*{1,3}|[a-z]", piece):
            yield Run(piece, is_reference=True)
        elif piece and not piece.startswith(","):
            yield Run(piece)


def _ended(footnote: str) -> bool:
    """Return whether a footnote is complete: with a full stop, and no open bracket."""
    return footnote.endswith(".") and footnote.count("(") <= footnote.count(")")

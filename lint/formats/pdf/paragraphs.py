"""Where paragraphs begin: inferred from marks, indents, distances and the ends of lines."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ....grammar.text.named_tuple import NamedTuple
from .layout import Line

_GAP = 1.3  # of the usual distance between lines: more separates paragraphs
_INDENT = 8  # points by which the first line of a paragraph is indented
_FULL = 0.12  # of the width: a line that ends closer to the margin is full
_SHORT = 0.2  # of the width: a line that ends farther from the margin than this ends its paragraph
_FAR = 0.85  # of the farthest line: other lines do not show where the margin is
_NEAR = 15  # points from the margin to a line that confirms it
_LETTER_WIDTH, _CAPITAL_WIDTH = 0.5, 0.75  # of the size
_BRIEF = 0.65  # of the width: a line of a list of short lines is no longer
_SAME = 2  # points by which the left edges of lines differ
MARK = re.compile(
    r"""(?:
        \d{1,3}\.(?!\d) | \(\d{1,3}\) | \d{1,2}\)(?=\s)
      | \((?:[a-z]{1,2}|[ivxl]{1,6})\) | (?:[a-z]|[ivxl]{1,6})[.)](?=\s) | [•–▪●◦]
    )\s*(?=\S)""",
    re.VERBOSE,
)
"""The number, letter or bullet of a paragraph."""
_CLOSED = re.compile(r"[.;:,?!][”’\"\d)]*\s*$")
_JOINED = re.compile(r"\b(?:and|or)\s*$")
_FIRST_WORD = re.compile(r"\s*\S+(?:[ \xa0]\d\S*)?")
_PARTICIPLE = re.compile(
    r"""\s*(?!(?:Working|Meeting|Housing|Training|Nursing|Beijing)\b)
    (?:[A-Z]\w+ing|Guided|Mindful|Aware|Conscious|Convinced|Concerned|Alarmed|Determined|Encouraged|Disturbed)\b""",
    re.VERBOSE,
)
"""The beginning of a preambular paragraph."""
_CAPITAL = re.compile(r"\s*[“\"‘(\[]*[A-Z]")


class Margins(NamedTuple):
    """The edges of a column, in points from the left."""

    left: float
    usual: float
    """Where three quarters of the lines have ended."""
    right: float
    """The farthest that a line reaches, if another confirms it."""


@dataclass(slots=True)
class Paragraph:
    """A paragraph that is being read."""

    lines: list[Line]
    margins: Margins
    """Of the column of its last line."""

    def add(self, line: Line, margins: Margins) -> None:
        """Add a line in a column with these margins."""
        self.lines.append(line)
        self.margins = margins

    @property
    def last(self) -> Line:
        """The last line so far."""
        return self.lines[-1]

    def ended_before(self, line: Line) -> bool:
        """Return whether the last line ends though the first word of the next, a capital or mark, has space there."""
        word = _FIRST_WORD.match(line.text)
        if word is None or not _may_open(line):
            return False
        limit = min(self.margins.right, max((known.right for known in self.lines[:-1]), default=self.margins.right))
        return self.last.right + _width(f" {word[0].strip()}", line.size) < limit


class Breaks:
    """Decides where paragraphs begin."""

    def __init__(self, size: float, lead: float) -> None:
        """Use the usual size of letters, and the usual distance between the lines of a paragraph."""
        self._size, self._lead = size, lead

    def begins(self, paragraph: Paragraph, line: Line, margins: Margins) -> bool:
        """Return whether a line begins a paragraph; the margins are those of its column."""
        last = paragraph.last
        left, right = margins.left, margins.usual
        closed = _closed(last, line)
        other = line.size != last.size and abs(line.size - last.size) > 0.6
        if other or (line.bold != last.bold and (paragraph.lines[0].bold or len(paragraph.lines) == 1)):
            return other or closed or last.bold
        marked = bool(MARK.match(line.text.lstrip()))
        indented = line.left > left + _INDENT
        several = len(paragraph.lines) > 1
        ended = paragraph.ended_before(line)
        if marked and indented and not several and not _wide(last, right):
            return True  # a number below a single line
        set_off = line.letters[0].italic and not last.letters[-1].italic
        if line.gap_above <= 0:  # the first of a page or column
            opens = closed and (indented or marked or set_off or ended or _opens_after(last, line))
            return opens or self._ends_part(paragraph, margins)
        if line.gap_above > self._lead * line.size / self._size * _GAP:
            return True
        if closed and (marked or (indented and (set_off or (several and line.left > last.left + _INDENT)))):
            return True
        if closed and _opens_alike(paragraph.lines[0], line, set_off=set_off):
            return True
        if ended and not line.bold and (closed or marked or _is_label(last, line, right)):
            return True
        return not _wide(last, right) and closed and (indented or several)

    @staticmethod
    def _ends_part(paragraph: Paragraph, margins: Margins) -> bool:
        """Return whether the last line of a page or column is too short to continue in the next, which has margins."""
        last, right = paragraph.last, paragraph.margins.usual
        if paragraph.margins.left == margins.left:
            right = max(right, margins.usual)
        return last.right < right - _SHORT * (right - last.left)


def margins(lines: list[Line]) -> Margins:
    """Return the edges of the column that lines are in."""
    ends = sorted(line.right for line in lines)
    far = [end for end in ends if end > _FAR * ends[-1]]
    confirmed = (end for before, end in zip(far[-2::-1], far[:0:-1], strict=False) if end - before < _NEAR)
    return Margins(min(line.left for line in lines), ends[len(ends) * 3 // 4], next(confirmed, ends[-1]))


def _closed(last: Line, line: Line) -> bool:
    """Return whether a line may be the last of its paragraph: with a mark, or “and” before a capital or mark."""
    if _CLOSED.search(last.text):
        return True
    return bool(_JOINED.search(last.text)) and _may_open(line)


def _may_open(line: Line) -> bool:
    return bool(_CAPITAL.match(line.text) or MARK.match(line.text.lstrip()))


def _width(text: str, size: float) -> float:
    """Return about how wide words are, rather more than less."""
    capitals = sum(map(str.isupper, text))
    return size * (_CAPITAL_WIDTH * capitals + _LETTER_WIDTH * (len(text) - capitals))


def _opens_after(last: Line, line: Line) -> bool:
    """Return whether the first words of a page cannot continue the last line of the page before it."""
    start = _CAPITAL.match(line.text)
    return start is not None and (last.text.rstrip().endswith(";") or bool(_PARTICIPLE.match(line.text)))


def _opens_alike(first: Line, line: Line, *, set_off: bool) -> bool:
    """Return whether a line opens as its paragraph does: with italics and a capital, or with a participle."""
    if abs(line.left - first.left) > _SAME or not _CAPITAL.match(line.text):
        return False
    if set_off and first.letters[0].italic:
        return True
    return bool(_PARTICIPLE.match(first.text) and _PARTICIPLE.match(line.text))


def _is_label(last: Line, line: Line, right: float) -> bool:
    """Return whether a line is one of a list of short lines, as at the head of a draft."""
    return abs(line.left - last.left) < _SAME and last.right - last.left < _BRIEF * (right - last.left)


def _wide(line: Line, right: float) -> bool:
    return line.right > right - _FULL * (right - line.left)

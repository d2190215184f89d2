"""The lines of a PDF's pages: their text, style and position."""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

_ITALIC, _BOLD = 1 << 6, 1 << 18  # flags of a font descriptor
_HYPHENS = frozenset("\x02\ufffe\xad")  # a hyphen at the end of a line, as reported by pdfium
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl"}
_LONG = 1000  # characters of a run, which is copied for each character
_INVISIBLE = 3  # the rendering mode of text over a scanned image


class Letters(NamedTuple):
    """Letters of one style on one line; lengths in points."""

    text: str
    italic: bool
    bold: bool
    size: float
    base: float
    """The distance of their baseline from the foot of the page."""
    left: float
    right: float


@dataclass(slots=True)
class Line:
    """A line of a page."""

    page: int
    """From 1."""
    letters: list[Letters] = field(default_factory=list)
    gap_above: float = 0
    """The distance from the baseline of the previous line; 0 for the first."""

    @property
    def text(self) -> str:
        """The words."""
        return "".join(known.text for known in self.letters)

    @property
    def left(self) -> float:
        """The left edge."""
        return next((known.left for known in self.letters if known.text.strip()), 0.0)

    @property
    def right(self) -> float:
        """The right edge."""
        return max((known.right for known in self.letters if known.text.strip()), default=0.0)

    @property
    def size(self) -> float:
        """The size of most letters."""
        sizes: Counter[float] = Counter()
        for known in self.letters:
            sizes[known.size] += len(known.text.strip())
        return max(sizes, key=lambda size: (sizes[size], size), default=0.0)

    @property
    def base(self) -> float:
        """The distance of the baseline of most letters from the foot of the page."""
        size = self.size
        return next((known.base for known in self.letters if known.size == size), 0.0)


class Page(NamedTuple):
    """A page of a file."""

    number: int
    """From 1."""
    height: float
    lines: list[Line]
    scanned: bool
    """Whether the text is an invisible layer over an image."""


def pages(document: pypdfium2.PdfDocument) -> Iterator[Page]:
    """Return the pages of a document, one by one."""
    for index in range(len(document)):
        page = document[index]
        text = page.get_textpage()
        try:
            lines = list(_lines(text.raw, index + 1))
            yield Page(index + 1, page.get_height(), lines, bool(lines) and _scanned(page))
        finally:
            text.close()
            page.close()


def _scanned(page: pypdfium2.PdfPage) -> bool:
    """Return whether the first text of a page is drawn invisibly."""
    for index in range(min(pdfium.FPDFPage_CountObjects(page.raw), 50)):
        drawn = pdfium.FPDFPage_GetObject(page.raw, index)
        if pdfium.FPDFPageObj_GetType(drawn) == pdfium.FPDF_PAGEOBJ_TEXT:
            return bool(pdfium.FPDFTextObj_GetTextRenderMode(drawn) == _INVISIBLE)
    return False


def _lines(text: Any, number: int) -> Iterator[Line]:
    """Return the lines of a page from top to bottom, in whatever order they were drawn."""
    drawn = [Line(number)]
    for letters in _stretches(_characters(text)):
        if drawn[-1].letters and _breaks(drawn[-1].letters, letters):
            drawn.append(Line(number))
        if drawn[-1].letters or letters.text.strip():
            drawn[-1].letters.append(letters)
    before = 0.0
    for line in sorted((line for line in drawn if line.text.strip()), key=lambda line: -round(line.base)):
        line.gap_above = before - line.base if before else 0.0
        before = line.base
        yield line


def _breaks(before: list[Letters], letters: Letters) -> bool:
    """Return whether letters are on another line than those before them."""
    if not letters.text.strip():
        return False
    main = max(before[-3:], key=lambda known: (bool(known.text.strip()), known.size))
    last = next((known for known in reversed(before) if known.text.strip()), before[-1])
    raised = any(len(text) < 4 and text.isdigit() for text in (main.text.strip(), letters.text.strip()))
    fallen = abs(letters.base - main.base) > (0.8 if raised else 0.6) * max(main.size, letters.size)
    return fallen or letters.left < last.left - 1 or letters.left < last.right - main.size


def _stretches(characters: Iterator[Letters]) -> Iterator[Letters]:
    """Join neighbours of one style."""
    held: Letters | None = None
    for letters in characters:
        if held is not None and not letters.text.strip() and letters.text != "\n":
            held = held._replace(text=held.text + letters.text)
        elif (
            held is not None
            and held[1:4] == letters[1:4]
            and abs(held.base - letters.base) < 0.5
            and len(held.text) < _LONG
            and -1 < letters.left - held.right < 2.5 * held.size
        ):
            held = held._replace(text=held.text + letters.text, right=letters.right)
        else:
            if held is not None:
                yield held
            held = letters
    if held is not None:
        yield held


def _characters(text: Any) -> Iterator[Letters]:
    """Return the characters of a page, each with its style."""
    name, flags = ctypes.create_string_buffer(128), ctypes.c_int()
    x, y = ctypes.c_double(), ctypes.c_double()
    right, unused = ctypes.c_double(), ctypes.c_double()
    matrix = pdfium.FS_MATRIX()
    at_flags, at_x, at_y = ctypes.byref(flags), ctypes.byref(x), ctypes.byref(y)
    at_right, at_unused = ctypes.byref(right), ctypes.byref(unused)
    before: Letters | None = None
    space: Letters | None = None  # one that may be only a gap
    for index in range(pdfium.FPDFText_CountChars(text)):
        code = pdfium.FPDFText_GetUnicode(text, index)
        char = chr(code) if code < 0x110000 else "\ufffd"
        if char in "\r\n\0":
            continue
        if char in _HYPHENS:
            char = "-"
        size = round(pdfium.FPDFText_GetFontSize(text, index) * _scale(text, index, matrix), 1)
        pdfium.FPDFText_GetFontInfo(text, index, name, 128, at_flags)
        font = name.value.lower()
        pdfium.FPDFText_GetCharOrigin(text, index, at_x, at_y)
        pdfium.FPDFText_GetCharBox(text, index, at_unused, at_right, at_unused, at_unused)
        letters = Letters(
            _LIGATURES.get(char, char),
            bool(flags.value & _ITALIC) or b"italic" in font or b"oblique" in font,
            bool(flags.value & _BOLD) or b"bold" in font,
            size,
            round(y.value, 1),
            x.value,
            max(right.value, x.value),
        )
        if char == " " and before is not None and before.text != " ":
            space = letters
            continue
        if space is not None and before is not None and not _touch(before, letters):
            yield space
        space, before = None, letters
        yield letters


def _scale(text: Any, index: int, matrix: Any) -> float:
    """Return the factor by which a character's matrix enlarges its height: many programs set the font size there."""
    if not pdfium.FPDFText_GetMatrix(text, index, ctypes.byref(matrix)):
        return 1.0
    width = math.hypot(matrix.a, matrix.b)
    return abs(matrix.a * matrix.d - matrix.b * matrix.c) / width if width else 1.0


def _touch(before: Letters, letters: Letters) -> bool:
    """Return whether a gap is no space: it is small, or next to a hyphen or before a footnote reference."""
    gap = letters.left - before.right
    raised = letters.base > before.base + 0.1 * before.size
    wide = 0.3 if raised else 0.2 if "-" in {before.text, letters.text} else 0.06
    return 0 <= gap < wide * before.size

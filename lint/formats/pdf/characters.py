"""The characters of a PDF's pages: their text, style and position."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from math import hypot
from typing import Any

import pypdfium2.raw as pdfium

from .layout import Letters

_ITALIC, _BOLD = 1 << 6, 1 << 18  # flags of a font descriptor
_HYPHENS = frozenset("\x02\ufffe\xad")  # a hyphen at the end of a line, as reported by pdfium
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_TURNED = 0.2  # of the scale: letters are not horizontal, as in a stamp across the page


@dataclass(slots=True)
class Tally:
    """Counts the letters of a page."""

    all: int = 0
    unmapped: int = 0
    """Letters whose font does not say which they are."""

    @property
    def part(self) -> float:
        """The part that is not mapped, from 0 to 1."""
        return self.unmapped / self.all if self.all else 0.0


def characters(text: Any, tally: Tally) -> list[Letters]:
    """Return the characters of a page in the order in which they are drawn, and count them."""
    read = list(_read(text, tally))
    level = [letters for letters, turned in read if not turned]
    return list(_without_gaps(level if 2 * len(level) > len(read) else [letters for letters, _ in read]))


def _read(text: Any, tally: Tally) -> Iterator[tuple[Letters, bool]]:
    """Return each character with its style, and whether it is turned."""
    name, flags = ctypes.create_string_buffer(128), ctypes.c_int()
    x, y = ctypes.c_double(), ctypes.c_double()
    right, unused = ctypes.c_double(), ctypes.c_double()
    matrix = pdfium.FS_MATRIX()
    at_flags, at_x, at_y = ctypes.byref(flags), ctypes.byref(x), ctypes.byref(y)
    at_right, at_unused, at_matrix = ctypes.byref(right), ctypes.byref(unused), ctypes.byref(matrix)
    for index in range(pdfium.FPDFText_CountChars(text)):
        code = pdfium.FPDFText_GetUnicode(text, index)
        generated = pdfium.FPDFText_IsGenerated(text, index) == 1
        char = chr(code) if code < 0x110000 else "\ufffd"
        if not generated and not char.isspace():
            tally.all += 1
            tally.unmapped += _unnamed(char) or pdfium.FPDFText_HasUnicodeMapError(text, index) == 1
        if char in "\r\n\0":
            continue
        if char in _HYPHENS:
            char = "-"
        pdfium.FPDFText_GetMatrix(text, index, at_matrix)
        scale = hypot(matrix.c, matrix.d) or 1.0
        pdfium.FPDFText_GetFontInfo(text, index, name, 128, at_flags)
        font = name.value.lower()
        pdfium.FPDFText_GetCharOrigin(text, index, at_x, at_y)
        pdfium.FPDFText_GetCharBox(text, index, at_unused, at_right, at_unused, at_unused)
        slanted = matrix.d > 0 and 0.1 < matrix.c / matrix.d < 0.6  # an upright font that is drawn aslant
        letters = Letters(
            _LIGATURES.get(char, char),
            bool(flags.value & _ITALIC) or b"italic" in font or b"oblique" in font or slanted,
            bool(flags.value & _BOLD) or b"bold" in font,
            round(pdfium.FPDFText_GetFontSize(text, index) * scale, 1),
            round(y.value, 1),
            x.value,
            max(right.value, x.value),
        )
        yield letters, not generated and abs(matrix.b) > _TURNED * scale


def _unnamed(char: str) -> bool:
    """Return whether the font of a character does not say which letter it is."""
    return char == "\ufffd" or (char < "\x20" and char not in "\t\r\n\x02") or "\ue000" <= char <= "\uf8ff"


def _without_gaps(characters: list[Letters]) -> Iterator[Letters]:
    """Drop spaces that are only gaps between letters."""
    before: Letters | None = None
    space: Letters | None = None  # one that may be only a gap
    for letters in characters:
        if letters.text == " " and before is not None and before.text != " ":
            space = letters
            continue
        if space is not None and before is not None and not _touch(before, letters):
            yield space
        space, before = None, letters
        yield letters


def _touch(before: Letters, letters: Letters) -> bool:
    """Return whether a gap is no space: it is small, or next to a hyphen or before a footnote reference."""
    gap = letters.left - before.right
    raised = letters.base > before.base + 0.1 * before.size
    wide = 0.3 if raised else 0.2 if "-" in {before.text, letters.text} else 0.06
    return 0 <= gap < wide * before.size

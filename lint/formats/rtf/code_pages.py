"""The encodings of bytes in a rich text file: that of the file, and those of its fonts."""

from __future__ import annotations

import codecs

USUAL = "cp1252"
WORDS = {"ansi": "cp1252", "mac": "mac-roman", "pc": "cp437", "pca": "cp850"}
"""The encoding that a control word at the beginning of a file gives."""
_CHARSETS = {
    0: "cp1252",
    77: "mac-roman",
    128: "cp932",
    129: "cp949",
    134: "cp936",
    136: "cp950",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
    255: "cp437",
}
"""By the number of a character set, as fonts have it."""


def of_charset(number: int | None) -> str | None:
    """Return the encoding of a font; none if it is that of the file."""
    return _CHARSETS.get(number) if number is not None else None


def of_page(number: int | None) -> str:
    """Return the encoding of a code page; the usual one if it is not known."""
    known = {65001: "utf-8", 10000: "mac-roman"}.get(number or 0, f"cp{number}")
    try:
        return codecs.lookup(known).name
    except LookupError:
        return USUAL

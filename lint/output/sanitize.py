"""Make text safe to show in a terminal, and measure its width there."""

from __future__ import annotations

import re
import unicodedata

_CONTROLS = (  # not compiled before it is needed
    r"[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]|\r(?!\n)"
)
"""Control characters except tab and line ends, marks of direction, separators of lines, and bytes of no encoding."""


def sanitize(text: str) -> str:
    r"""Replace invisible code points, so that a draft cannot control the terminal or reverse a line.

    >>> sanitize("a\tb\x1b[31m\u200e")
    'a b·[31m·'
    """
    if text.isprintable():
        return text
    return "".join(_sanitize(char) for char in text)


def _sanitize(char: str) -> str:
    if char.isprintable():
        return char
    return " " if char.isspace() or unicodedata.category(char) == "Zs" else "·"


def printable_lines(text: str) -> str:
    r"""Replace what controls a terminal or the direction of text, and keep line ends, tabs and spaces of any kind.

    A carriage return is kept only before a line feed: elsewhere a terminal would overwrite the line.

    >>> printable_lines("a\tb\x1b[31m\r\n\u202ec\rd\n")
    'a\tb·[31m\r\n·c·d\n'
    """
    return re.sub(_CONTROLS, "·", text)


def portable_name(name: str) -> str:
    r"""Return a file name as valid Unicode: bytes that are not UTF-8 are written ``\xff``.

    >>> portable_name("caf\udce9.md")
    'caf\\xe9.md'
    """
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def cells(char: str) -> int:
    """Return how many terminal cells a code point occupies: 0, 1 or 2."""
    if char < "\u0300":
        return 1
    if unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1

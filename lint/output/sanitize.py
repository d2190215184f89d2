"""Make text safe to show in a terminal, and measure its width there."""

from __future__ import annotations

import unicodedata


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


def cells(char: str) -> int:
    """Return how many terminal cells a code point occupies: 0, 1 or 2."""
    if char < "\u0300":
        return 1
    if unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1

"""Text made fit to be shown in a terminal, and how wide it is there."""

from __future__ import annotations

import unicodedata


def sanitize(text: str) -> str:
    r"""Each code point as one that shows: a draft must not be able to steer the terminal or turn a line around.

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
    """How many cells of a terminal a code point takes: none, one or two."""
    if char < "\u0300":
        return 1
    if unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1

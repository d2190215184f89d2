"""Colour for terminals, and text made fit to be shown on one."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from ...rules.finding import Level


@dataclass(frozen=True, slots=True)
class Ink:
    """Sets words off, where there is colour; elsewhere they stay as they are."""

    colour: bool

    def bold(self, words: str) -> str:
        """In bold."""
        return self._in("1", words)

    def faint(self, words: str) -> str:
        """In blue, as frames and places are."""
        return self._in("34", words)

    def help(self, words: str) -> str:
        """In green, as fixes are."""
        return self._in("32", words)

    def level(self, level: Level, words: str) -> str:
        """In the colour of a level."""
        return self._in({Level.ERROR: "1;31", Level.WARNING: "1;33", Level.INFO: "1;36"}[level], words)

    def _in(self, colour: str, words: str) -> str:
        return f"\x1b[{colour}m{words}\x1b[0m" if self.colour else words


def legible(text: str) -> str:
    r"""Each code point as one that shows: a draft must not be able to steer the terminal or turn a line around.

    >>> legible("a\tb\x1b[31m\u200e")
    'a b·[31m·'
    """
    if text.isprintable():
        return text
    return "".join(_legible(char) for char in text)


def _legible(char: str) -> str:
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

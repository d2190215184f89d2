"""Colour for terminals."""

from __future__ import annotations

from typing import NamedTuple

from ...rules.finding import Level


class Styles(NamedTuple):
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

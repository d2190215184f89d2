"""Colours for terminals."""

from __future__ import annotations

from ...grammar.text.named_tuple import NamedTuple
from ...rules.finding import Level


class Styles(NamedTuple):
    """Style text if colours are enabled; otherwise return it unchanged."""

    colour: bool

    def bold(self, words: str) -> str:
        """Return words in bold."""
        return self._in("1", words)

    def faint(self, words: str) -> str:
        """Return words in blue, for frames and places."""
        return self._in("34", words)

    def help(self, words: str) -> str:
        """Return words in green, for fixes."""
        return self._in("32", words)

    def removed(self, words: str) -> str:
        """Return words that were removed: in red, or in brackets as ``git diff --word-diff`` has them."""
        return self._in("31;9", words) if self.colour else f"[-{words}-]"

    def inserted(self, words: str) -> str:
        """Return words that were inserted: in green, or in braces as ``git diff --word-diff`` has them."""
        return self._in("32;4", words) if self.colour else f"{{+{words}+}}"

    def level(self, level: Level, words: str) -> str:
        """Return words in the colour of a level."""
        return self._in({Level.ERROR: "1;31", Level.WARNING: "1;33", Level.INFO: "1;36"}[level], words)

    def _in(self, colour: str, words: str) -> str:
        return f"\x1b[{colour}m{words}\x1b[0m" if self.colour else words

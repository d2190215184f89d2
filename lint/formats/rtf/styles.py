"""The paragraph styles of a rich text file, of which only the level as a heading is needed."""

from __future__ import annotations

import re

_HEADING = re.compile(r"heading (\d)", re.IGNORECASE)


class Styles:
    """The level of each style; the style sheet is read word by word."""

    def __init__(self) -> None:
        self._levels: dict[int, int] = {}
        self._style: int | None = 0
        self._level: int | None = None
        self._name = ""

    def property(self, word: str, number: int) -> None:
        """Read a control word of the style sheet."""
        if word == "s":
            self._style = number
        elif word in ("cs", "ds", "ts"):
            self._style = None
        elif word == "outlinelevel":
            self._level = number + 1

    def words(self, words: str) -> None:
        """Read a part of a name; a semicolon ends the style."""
        self._name += words
        if ";" not in words:
            return
        name = self._name.strip(" ;")
        if self._style is not None:
            named = _HEADING.fullmatch(name)
            level = int(named[1]) if named else 1 if name == "Title" else self._level
            if level:
                self._levels[self._style] = level
        self._style, self._level, self._name = 0, None, ""

    def heading(self, style: int) -> int:
        """Return the level of a style, from 1; 0 if it is not that of a heading."""
        return self._levels.get(style, 0)

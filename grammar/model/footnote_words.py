"""A language's words of footnotes, made into the patterns that the rules go by."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import regex

from ..syntax.language import Language
from ..text import compile_cache


class NoteWords(NamedTuple):
    """The words of notes in one language."""

    ibid: str
    note_nouns: frozenset[str]
    abbreviated: dict[str, str]
    """Long forms and their short ones."""
    roman: frozenset[str]
    """Short forms whose numbers are roman."""
    small: tuple[str, ...]
    sentence: tuple[str, ...]
    publisher: str
    publisher_short: tuple[str, ...]
    treaty_series: str
    treaty_short: str
    volume: tuple[str, str]
    """For one and for several."""
    number: str
    joined: str
    """What stands before the last of several numbers."""
    record: regex.Pattern[str]
    """What a source in a series of volumes begins with."""

    def base(self, record: str) -> str:
        """The series that a source belongs to; empty for “ibid.”, which goes on with the one before."""
        return "" if record.casefold() == self.ibid.casefold() else record.casefold()

    def opens_with_ibid(self, text: str) -> bool:
        """Whether a note refers to the one above it."""
        return text[: len(self.ibid)].casefold() == self.ibid.casefold() and not text[len(self.ibid) :][:1].isalpha()


@cache
def note_words(language: Language) -> NoteWords:
    """The words, read once for each language."""
    data = language.data("notes")
    series = data["treaty_series"]
    return NoteWords(
        ibid=data["ibid"],
        note_nouns=frozenset(data["note_nouns"]),
        abbreviated=data["abbreviated"],
        roman=frozenset(data["roman"]),
        small=tuple(data["small"]),
        sentence=tuple(data["sentence"]),
        publisher=series["publisher"],
        publisher_short=tuple(data["sales"]["publisher_short"]),
        treaty_series=series["title"],
        treaty_short=series["short"],
        volume=tuple(series["volume"]),
        number=series["number"],
        joined=series["joined"],
        record=compile_cache.pattern("|".join(map(regex.escape, data["records"])), regex.IGNORECASE),
    )

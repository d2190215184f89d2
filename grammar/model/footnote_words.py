"""The words that footnotes use in a language."""

from __future__ import annotations

from functools import cache

import regex

from ..syntax.language import Language
from ..text import compile_cache
from ..text.named_tuple import NamedTuple


class NoteWords(NamedTuple):
    """The words that footnotes use in one language."""

    ibid: str
    note_nouns: frozenset[str]
    abbreviated: dict[str, str]
    """The short form of each long form."""
    roman: frozenset[str]
    """Short forms that take Roman numerals."""
    small: tuple[str, ...]
    sentence: tuple[str, ...]
    publisher: str
    publisher_short: tuple[str, ...]
    treaty_series: str
    treaty_short: str
    volume: tuple[str, str]
    """The singular and the plural."""
    number: str
    joined: str
    """The word before the last of several numbers."""
    record: regex.Pattern[str]
    """The beginning of a source in a series of volumes."""

    def base(self, record: str) -> str:
        """Return the series of a source; empty for “ibid.”, which continues the previous series."""
        return "" if record.casefold() == self.ibid.casefold() else record.casefold()

    def opens_with_ibid(self, text: str) -> bool:
        """Return whether a footnote refers to the previous one."""
        return text[: len(self.ibid)].casefold() == self.ibid.casefold() and not text[len(self.ibid) :][:1].isalpha()


@cache
def note_words(language: Language) -> NoteWords:
    """Return the words, read once for each language."""
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

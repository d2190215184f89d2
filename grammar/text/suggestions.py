"""Suggest the known word that a mistyped one probably means."""

from __future__ import annotations

from collections.abc import Iterable


def suggestion(wrong: str, known: Iterable[str]) -> str:
    """Return ``; did you mean 'also-missing'?``, or an empty string if no known word is similar."""
    word = closest(wrong, known)
    return f"; did you mean {word!r}?" if word else ""


def closest(wrong: str, known: Iterable[str]) -> str | None:
    """Return the known word most similar to a wrong one, or None.

    >>> closest("also-mising", ["Also-Missing", "lamp"]), closest("zzz", ["lamp"])
    ('Also-Missing', None)
    """
    from difflib import get_close_matches

    words = {word.casefold(): str(word) for word in known}
    matches = get_close_matches(wrong.casefold(), words, n=1, cutoff=0.6)
    return words[matches[0]] if matches else None

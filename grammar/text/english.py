"""Numbers with their nouns, as messages and fix titles use them."""

from __future__ import annotations


def plural(count: int, noun: str, many: str | None = None) -> str:
    """Return a count with its noun in the right number.

    >>> plural(1, "footnote"), plural(2, "footnote"), plural(2, "entry", "entries")
    ('1 footnote', '2 footnotes', '2 entries')
    """
    return f"{count} {noun if count == 1 else many or noun + 's'}"

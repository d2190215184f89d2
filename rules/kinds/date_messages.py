"""Messages about dates that contradict the register."""

from __future__ import annotations

from ...grammar.database.citation_text import date_in_words
from ...grammar.database.resolution_index import NAME
from ...grammar.database.resolutions import Entry
from ...grammar.model.citation_dates import Wrong
from ...grammar.syntax.tree import Prose
from ...grammar.text.english import plural
from ..base import Context
from ..finding import Finding, Fix

_SHOWN = 3
"""Maximum number of suggested numbers."""


def date_mismatch(wrong: Wrong, fix: Fix | None, prose: Prose, context: Context) -> Finding:
    """Return the finding, at the date."""
    return Finding(prose.span(wrong.date.start, wrong.date.end), mismatch(wrong, context), fix)


def mismatch(wrong: Wrong, context: Context) -> str:
    """Return the message: the date of adoption, and other numbers that may be meant or the evidence for the date."""
    entry = wrong.entry
    day = date_in_words(wrong.right, context.language.citations)
    if wrong.meant:
        *others, last = (f"“{number}”" for number in wrong.meant[:_SHOWN])
        suggested = " or ".join(filter(None, (", ".join(others), last)))
        return f"Date does not match {entry.number} ({day}); did you mean {suggested}?"
    return f"Date does not match: {entry.number} was adopted on {day}{_evidence(entry)}"


def _evidence(entry: Entry) -> str:
    """Return the source of a date in brackets; nothing for the official lists.

    >>> _evidence(Entry("General Assembly", "resolution", "72/192", None, "", 2, NAME))
    ' (2 texts)'
    """
    if entry.agree is None:
        return "" if entry.source == NAME else f" ({entry.source})"
    return f" ({plural(entry.agree, 'text')})"


def source_of(entry: Entry) -> str:
    """Return the source of a date: an official list, a user's register, or the texts that cite it.

    >>> source_of(Entry("General Assembly", "resolution", "70/1", None, "", 385, NAME))
    'cited in 385 texts'
    """
    if entry.agree is None:
        return f"from {'the official list' if entry.source == NAME else entry.source}"
    return f"cited in {plural(entry.agree, 'text')}"

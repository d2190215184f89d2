"""What is said of a date that the register contradicts."""

from __future__ import annotations

from ...grammar.database.citation_text import date_in_words
from ...grammar.database.resolution_index import NAME
from ...grammar.database.resolutions import Entry
from ...grammar.model.citation_dates import Wrong
from ...grammar.syntax.tree import Prose
from ..base import Context
from ..finding import Finding, Fix

_SHOWN = 3


def date_mismatch(wrong: Wrong, fix: Fix | None, prose: Prose, context: Context) -> Finding:
    """The finding, at the date."""
    entry = wrong.entry
    start, end = wrong.date.start, wrong.date.end
    words = prose.text[start:end]
    right = date_in_words(wrong.right, context.language.citations)
    message = f"{entry.organ} {entry.kind} {entry.number} is of {right} {source_of(entry)}, not of {words}"
    if wrong.meant:
        others = " or ".join(wrong.meant[:_SHOWN])
        message += f"; or {others} is meant"
    return Finding(prose.span(start, end), message, fix)


def source_of(entry: Entry) -> str:
    """On whose word a register has a date.

    >>> source_of(Entry("General Assembly", "resolution", "70/1", None, "", 385, "resolutions.csv"))
    'in the 385 texts of the register that cite it'
    """
    if entry.agree is None:
        return "in the official list" if entry.source == NAME else f"in {entry.source}"
    return (
        "in the one text of the register that cites it"
        if entry.agree == 1
        else (f"in the {entry.agree} texts of the register that cite it")
    )

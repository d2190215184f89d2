"""The citation of a registered text, and dates in words."""

from __future__ import annotations

from datetime import date

from ..syntax.citations.citation_reader import CitationReader
from ..text.named_tuple import NamedTuple
from .resolutions import Entry


class Cited(NamedTuple):
    """The citation of an entry, for the organ that adopted it and for others."""

    text: str
    """At the first citation in running text."""
    own_text: str
    footnote: str
    own_note: str


def date_in_words(day: date, reader: CitationReader, *, glue: str = " ") -> str:
    """Return a date in United Nations style; `glue` separates day and month.

    >>> from resolint.grammar.syntax.language import language
    >>> date_in_words(date(2017, 12, 19), language().citations)
    '19 December 2017'
    """
    return f"{day.day}{glue}{reader.months[day.month - 1]} {day.year}"


def citation_text(entry: Entry, reader: CitationReader) -> Cited:
    """Return the citation of an entry.

    >>> from resolint.grammar.syntax.language import language
    >>> entry = Entry("General Assembly", "resolution", "72/1", date(2017, 9, 27), "", None, "resolutions.csv")
    >>> citation_text(entry, language().citations).own_note
    'Resolution 72/1.'
    """
    if entry.kind not in reader.kinds.values():
        return Cited(entry.number, entry.number, f"{entry.number}.", f"{entry.number}.")
    bare = f"{entry.kind} {entry.number}"
    dated = f"{bare} {reader.before_date} {date_in_words(entry.date, reader)}" if entry.date else bare
    return Cited(
        text=f"{entry.organ} {dated}",
        own_text=f"{reader.own} {dated}",
        footnote=f"{entry.organ} {bare}.",
        own_note=f"{bare[0].upper()}{bare[1:]}.",
    )

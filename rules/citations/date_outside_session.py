"""CIT005."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.citations import Citation, CitationReader
from ...grammar.organs import Organ
from ...grammar.tree import Note, Paragraph
from ..cited import plain, speaker, whose
from ..rule import Context, Finding, Level, Rule
from ..sessions import LAST_ROMAN, contradicts, said, window


class DateOutsideSession(Rule):
    """The date of a cited resolution cannot be that of its number.

    What it does:
        Reckons when an organ can have adopted a resolution of that number, and compares: sessions of the General
        Assembly run from September to September; the year in brackets is that of a Security Council resolution; the
        Economic and Social Council numbers by the year; the Human Rights Council has three sessions a year and some
        commissions one. A number whose organ is said further off, or not at all, is left alone if another organ's
        reckoning fits.
    Why:
        One of the two is wrong, and a reader who looks for the text finds nothing, or another.
    Wrong:
        *Recalling* its resolution 72/1 of 27 September 2019 on the lighting of channels,
        ---
        *Recalling* Security Council resolution 2347 (2017) of 24 March 2018 on the lighting of channels,
    Right:
        *Recalling* its resolution 72/1 of 27 September 2018 on the lighting of channels,
        ---
        *Recalling* its resolution 73/343 of 16 September 2019 on the lighting of channels,
    Source:
        The reckoning was held against 7,182 resolutions, dates and numbers as the United Nations prints them;
        September passes for both sessions that meet in it.
    """

    code = "CIT005"
    name = "date-outside-session"
    level = Level.ERROR
    looks_at = (Paragraph, Note)

    def check(self, node: Paragraph | Note, context: Context) -> Iterator[Finding]:
        prose = node.prose
        reader = context.language.citations
        for citation in plain(node):
            date = citation.date
            if date is None or citation.shares_date:
                continue
            name, beside = whose(citation, prose, context)
            organ = reader.organ(name if name is not None else speaker(context))
            if not contradicts(citation, date, organ):
                continue
            if not (beside and citation.organ) and _anothers(citation, organ, reader):
                continue
            months = window(citation, organ)
            if months is not None:
                words = prose.text[date.start : date.end]
                of = organ.name if organ is not None else "Security Council"
                yield Finding(
                    prose.span(date.start, date.end),
                    f"{of} {citation.kind} {citation.normal} was adopted {said(months)}, not on {words}",
                )


def _anothers(citation: Citation, organ: Organ | None, reader: CitationReader) -> bool:
    """Whether number and date fit an organ that the words may mean instead."""
    if citation.form != "session" or citation.date is None or citation.session is None:
        return False
    if organ is not None and organ.sessions is not None and organ.sessions.turn and citation.session <= LAST_ROMAN:
        return True
    others = (other for other in reader.organs if other.form == citation.form and other.sessions is not None)
    return any(not contradicts(citation, citation.date, other) for other in others if window(citation, other))

"""CIT005."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.database.citation_text import date_in_words
from ...grammar.model.citation_dates import date_fix, outside, wrong_date
from ...grammar.model.citations import CitingRule, unquoted_citations
from ...grammar.model.sessions import window_text
from ...grammar.syntax.tree import Footnote, Paragraph
from ..base import Applicability, Context, Finding, Level
from ..kinds.date_messages import source_of


class DateOutsideSession(CitingRule):
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
    Fix:
        Where the register knows the number, its date is written: safe under the same conditions as with
        `date-against-register`. Otherwise there is none.
    Source:
        The reckoning was held against 7,182 resolutions, dates and numbers as the United Nations prints them;
        September passes for both sessions that meet in it.
    """

    code = "CIT005"
    name = "date-outside-session"
    level = Level.ERROR
    node_types = (Paragraph, Footnote)
    fixable = Applicability.SAFE

    def check(self, node: Paragraph | Footnote, context: Context) -> Iterator[Finding]:
        prose = node.prose
        for citation in unquoted_citations(node):
            impossible = outside(citation, prose, context)
            date = citation.date
            if impossible is None or date is None:
                continue
            of = impossible.organ.name if impossible.organ is not None else "Security Council"
            words = prose.text[date.start : date.end]
            message = (
                f"{of} {citation.kind} {citation.normal} was adopted {window_text(impossible.months)}, not on {words}"
            )
            wrong = wrong_date(citation, prose, context)
            fix = None
            if wrong is not None:
                right = date_in_words(wrong.right, context.language.citations)
                message += f"; it is of {right} {source_of(wrong.entry)}"
                alone = all(other is citation or other.date != date for other in prose.citations)
                fix = date_fix(wrong._replace(alone=alone), prose, context)
            yield Finding(prose.span(date.start, date.end), message, fix)

"""CIT005."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.model.citation_dates import date_fix, outside, wrong_date
from ...grammar.model.citations import unquoted_citations
from ...grammar.model.sessions import window_text
from ...grammar.syntax.tree import Footnote, Paragraph
from ..base import Applicability, Context, Finding, Level
from ..kinds.citing_rule import DATED, CitingRule
from ..kinds.date_messages import mismatch


class DateOutsideSession(CitingRule):
    """The date of a cited resolution is outside the session or year of its number.

    What it does:
        Computes the period in which the organ can have adopted a resolution of that number, and compares it with the
        date. Sessions of the General Assembly run from September to September; the year in brackets is that of a
        Security Council resolution; the Economic and Social Council numbers by year; the Human Rights Council has three
        sessions a year and some commissions have one. If the organ of a number is named further away, or not at all,
        the rule reports nothing if the date is possible for another organ. “Its resolution” is one of the organ named
        before it, or of the organ of the draft if only that can have adopted it. Numbers of organs that the rule does
        not know are not checked.
    Why:
        Either the number or the date is wrong, and a reader who looks for the text finds nothing, or another text.
    Wrong:
        *Recalling* its resolution 72/1 of 27 September 2019 on the lighting of channels,
        ---
        *Recalling* Security Council resolution 2347 (2017) of 24 March 2018 on the lighting of channels,
    Right:
        *Recalling* its resolution 72/1 of 27 September 2018 on the lighting of channels,
        ---
        *Recalling* its resolution 73/343 of 16 September 2019 on the lighting of channels,
    Fix:
        Replaces the date with the one in the register, if the number is in it. Safe under the same conditions as for
        `date-mismatch`.
    Source:
        The computation was checked against 7,182 resolutions with dates and numbers as published by the United Nations.
        September is accepted for both sessions that meet in it.
    """

    code = "CIT005"
    name = "date-outside-session"
    level = Level.ERROR
    node_types = (Paragraph, Footnote)
    cited = DATED
    fixable = Applicability.SAFE

    def check(self, node: Paragraph | Footnote, context: Context) -> Iterator[Finding]:
        prose = node.prose
        for citation in unquoted_citations(node):
            impossible = outside(citation, prose, context)
            date = citation.date
            if impossible is None or date is None:
                continue
            named = citation.organ is not None or citation.own or impossible.organ is None
            organ = "" if named or impossible.organ is None else f"{impossible.organ.name} {citation.kind} "
            message = f"Date of {organ}{citation.normal} must be {window_text(impossible.months)}"
            wrong = wrong_date(citation, prose, context)
            fix = None
            if wrong is not None:
                message = mismatch(wrong, context)
                alone = all(other is citation or other.date != date for other in prose.citations)
                fix = date_fix(wrong._replace(alone=alone), prose, context)
            yield Finding(prose.span(date.start, date.end), message, fix)

"""CIT006."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.model.citations import CitingRule, cited_organ, unquoted_citations
from ...grammar.model.sessions import LAST_ROMAN
from ...grammar.syntax.citations.citation_reader import Citation
from ...grammar.syntax.citations.organs import Organ
from ...grammar.syntax.tree import Footnote, Paragraph
from ..base import Applicability, Context, Edit, Finding, Fix, Level

_LONG = 3
"""Figures of a number behind which a session in brackets is only mis-set: `number-misset` speaks then."""


class CitedNumberForm(CitingRule):
    """The number of a resolution is not in the form of its organ and time.

    What it does:
        Finds numbers that mix two forms: "3363/XXX" and "70 (1)", a roman session of the General Assembly after the
        thirtieth, an arabic one before the thirty-first, and "2347/2017", or 2347 without its year, for a Security
        Council resolution.
    Why:
        The Assembly changed from 3363 (XXX) to 31/1 in 1976. A number in no form cannot be looked up.
    Wrong:
        *Recalling* its resolution 3363/XXX of 26 September 1975 on the keeping of lighthouses,
        ---
        *Recalling* Security Council resolution 2347/2017 of 24 March 2017 on the keeping of lighthouses,
    Right:
        *Recalling* its resolution 3363 (XXX) of 26 September 1975 on the keeping of lighthouses,
        ---
        *Recalling* Security Council resolution 2347 (2017) of 24 March 2017 on the keeping of lighthouses,
    Fix:
        Writes "3363 (XXX)" for "3363/XXX" and "2347 (2017)" for "2347/2017". Unsafe: the number itself may be
        wrong.
    Source:
        United Nations Editorial Manual, on the identification of resolutions.
    """

    code = "CIT006"
    name = "cited-number-form"
    level = Level.ERROR
    node_types = (Paragraph, Footnote)
    fixable = Applicability.UNSAFE

    def check(self, node: Paragraph | Footnote, context: Context) -> Iterator[Finding]:
        prose = node.prose
        for citation in unquoted_citations(node):
            name, beside = cited_organ(citation, prose, context)
            wrong = _wrong(citation, context.language.citations.organ(name) if beside else None)
            if wrong is None:
                continue
            message, right = wrong
            place = prose.span(citation.start, citation.end)
            if right is None or not prose.unbroken(citation.start, citation.end):
                yield Finding(place, message)
            else:
                yield Finding(place, message, Fix(f"Write “{right}”", (Edit(place, right),), Applicability.UNSAFE))


def _wrong(citation: Citation, organ: Organ | None) -> tuple[str, str | None] | None:
    """What is wrong with a number, and how it is written right where that can be told."""
    number, session = citation.normal, citation.session or 0
    assembly = organ is not None and organ.sessions is not None and organ.sessions.turn is not None
    match citation.form:
        case "slash-roman" if citation.kind == "resolution" and (citation.ordinal or 0) > 99:
            right = f"{citation.ordinal} ({number.split('/')[1]})"
            return f"“{number}”: a roman session stands in brackets, {right}", right
        case "bracket-number" if len(str(citation.ordinal)) < _LONG or session > LAST_ROMAN:
            return f"“{number}”: a session in brackets is roman, and after the thirtieth it stands before a slash", None
        case "slash-year" if organ is None or organ.form == "bracket-year":
            right = f"{citation.ordinal} ({session})"
            return f"“{number}”: the year of a Security Council resolution stands in brackets, {right}", right
        case "bare" if organ is not None and organ.form == "bracket-year" and citation.organ:
            if citation.date is None:
                return f"“{number}”: the year of a {organ.name} resolution stands behind it, in brackets", None
            right = f"{citation.ordinal} ({citation.date.year})"
            return f"“{number}”: the year of a {organ.name} resolution stands behind it, {right}", right
        case "roman" if assembly and session > LAST_ROMAN and citation.date:
            return f"“{number}”: after its thirtieth session the Assembly numbers {session}/{citation.ordinal}", None
        case "session" if assembly and citation.organ and 0 < session <= LAST_ROMAN:
            return f"“{number}”: up to its thirtieth session the Assembly numbers with a roman session", None
        case _:
            return None

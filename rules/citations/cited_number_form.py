"""CIT006."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.model.citations import cited_organ, unquoted_citations
from ...grammar.model.sessions import LAST_ROMAN
from ...grammar.syntax.citations.citation_reader import Citation
from ...grammar.syntax.citations.organs import Organ
from ...grammar.syntax.tree import Footnote, Paragraph
from ..base import Applicability, Context, Edit, Finding, Fix, Level
from ..kinds.citing_rule import CitingRule

_LONG = 3
"""Number of digits from which an arabic session in brackets is reported by `malformed-number` instead."""


class CitedNumberForm(CitingRule):
    """The number of a resolution does not have the form that its organ used at the time.

    What it does:
        Finds numbers that mix two forms ("3363/XXX" and "70 (1)"), a roman session number of the General Assembly after
        the thirtieth session, and an arabic one before the thirty-first. For Security Council resolutions it finds
        "2347/2017", and 2347 without its year.
    Why:
        The General Assembly changed from 3363 (XXX) to 31/1 in 1976. A number in neither form cannot be looked up.
    Wrong:
        *Recalling* its resolution 3363/XXX of 26 September 1975 on the keeping of lighthouses,
        ---
        *Recalling* Security Council resolution 2347/2017 of 24 March 2017 on the keeping of lighthouses,
    Right:
        *Recalling* its resolution 3363 (XXX) of 26 September 1975 on the keeping of lighthouses,
        ---
        *Recalling* Security Council resolution 2347 (2017) of 24 March 2017 on the keeping of lighthouses,
    Fix:
        Replaces "3363/XXX" with "3363 (XXX)" and "2347/2017" with "2347 (2017)". Unsafe: the number itself may be
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
            if not _may_be_wrong(citation):
                continue
            name, beside = cited_organ(citation, prose, context)
            wrong = _wrong(citation, context.language.citations.organ(name) if beside else None)
            if wrong is None:
                continue
            message, right = wrong
            place = prose.span(citation.start, citation.end)
            if right is None or not prose.unbroken(citation.start, citation.end):
                yield Finding(place, message)
            else:
                yield Finding(
                    place, message, Fix(f"Replace with “{right}”", (Edit(place, right),), Applicability.UNSAFE)
                )


def _may_be_wrong(citation: Citation) -> bool:
    """Check whether a number can be malformed for any organ; a quick test, because nearly all numbers cannot."""
    if citation.form == "session":
        return citation.organ is not None and 0 < (citation.session or 0) <= LAST_ROMAN
    return citation.form != "bracket-year"


def _wrong(citation: Citation, organ: Organ | None) -> tuple[str, str | None] | None:
    """Return the message for a malformed number, and the correct number if it is known."""
    number, session = citation.normal, citation.session or 0
    assembly = organ is not None and organ.sessions is not None and organ.sessions.turn is not None
    match citation.form:
        case "slash-roman" if citation.kind == "resolution" and (citation.ordinal or 0) > 99:
            right = f"{citation.ordinal} ({number.split('/')[1]})"
            return f"Use “{right}” instead of “{number}”", right
        case "bracket-number" if len(str(citation.ordinal)) < _LONG or session > LAST_ROMAN:
            return f"Number “{number}” must have the form “72/1” or “3363 (XXX)”", None
        case "slash-year" if organ is None or organ.form == "bracket-year":
            right = f"{citation.ordinal} ({session})"
            return f"Use “{right}” instead of “{number}”", right
        case "bare" if organ is not None and organ.form == "bracket-year" and citation.organ:
            if citation.date is None:
                return f"Missing year in brackets after {organ.name} resolution {number}", None
            right = f"{citation.ordinal} ({citation.date.year})"
            return f"Use “{right}” instead of “{number}”", right
        case "roman" if assembly and session > LAST_ROMAN and citation.date:
            return f"“{number}” must have an arabic session number, as in “{session}/1”", None
        case "session" if assembly and citation.organ and 0 < session <= LAST_ROMAN:
            return f"“{number}” must have a roman session number, as in “3363 (XXX)”", None
        case _:
            return None

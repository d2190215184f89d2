"""Findings about first citations without a date."""

from __future__ import annotations

from ...grammar.model.citation_dates import dating
from ...grammar.model.undated_citations import Undated
from ..base import Context, Finding


def undated_finding(undated: Undated, context: Context) -> Finding:
    """Return the finding at a citation without its date, with the date in the database as its fix."""
    prose, citation = undated.prose, undated.citation
    half = context.language.citations.half_date.match(prose.text, citation.end)
    problem = "Missing date" if half is None else "Incomplete date"
    message = f"{problem} at the first citation of {citation.kind} {citation.normal}"
    return Finding(prose.span(citation.start, citation.end), message, dating(citation, prose, context))

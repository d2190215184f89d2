"""Findings about first citations without a date."""

from __future__ import annotations

from ...grammar.model.citation_dates import dating, malformed_date
from ...grammar.model.undated_citations import Undated
from ..base import Context, Finding


def undated_finding(undated: Undated, context: Context) -> Finding:
    """Return the finding at a citation without its date, with the date in the database as its fix."""
    prose, citation = undated.prose, undated.citation
    reader = context.language.citations
    text = f"{citation.kind} {citation.normal}"
    malformed = malformed_date(citation, prose, context)
    if malformed is not None and malformed["year"]:
        start, end = malformed.span("words")
        linked = prose.text[: start - 1].endswith(f" {reader.before_date}")
        start = start if linked else malformed.start() + len(malformed[0]) - len(malformed[0].lstrip(" ,(\u00a0"))
        message = f"Malformed date “{prose.text[start:end]}” of {text}"
        return Finding(prose.span(start, end), message, dating(citation, prose, context))
    half = malformed or reader.half_date.match(prose.text, citation.end)
    problem = "Missing date" if half is None else "Incomplete date"
    message = f"{problem} at the first citation of {text}"
    return Finding(prose.span(citation.start, citation.end), message, dating(citation, prose, context))

"""Citations that follow one another in a list."""

from __future__ import annotations

from itertools import pairwise

from ..syntax.citations.citation_reader import Citation
from ..syntax.paragraph_text import ParagraphText
from .citations import unquoted


def end_with_date(citation: Citation) -> int:
    """Return the end of a citation with its own date and title, as far as these are recognized."""
    date = citation.date.end if citation.date and not citation.shares_date else 0
    return max(citation.end, date, citation.title[1] if citation.title else 0)


def neighbours(paragraph_text: ParagraphText) -> tuple[tuple[Citation, Citation], ...]:
    """Return pairs of citations of one organ and one word with only a comma or a joining word between them."""
    return paragraph_text.memoized(_neighbours)


def _neighbours(paragraph_text: ParagraphText) -> tuple[tuple[Citation, Citation], ...]:
    joiners = paragraph_text.language.citations.joiners
    return tuple(
        (first, second)
        for first, second in pairwise(unquoted(paragraph_text))
        if first.group == second.group and first.form == second.form and first.organ == second.organ
        if " ".join(paragraph_text.text[end_with_date(first) : second.start].split()) in joiners
    )

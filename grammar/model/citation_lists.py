"""Citations that follow one another in a list."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ..syntax.citations.citation_reader import Citation, CitationReader
from ..syntax.tree import Footnote, Paragraph
from .citations import unquoted_citations


def end_with_date(citation: Citation) -> int:
    """Return the end of a citation with its own date and title, as far as these are recognized."""
    date = citation.date.end if citation.date and not citation.shares_date else 0
    return max(citation.end, date, citation.title[1] if citation.title else 0)


def neighbours(node: Paragraph | Footnote, reader: CitationReader) -> Iterator[tuple[Citation, Citation]]:
    """Yield pairs of citations of one organ and one word with only a comma or a joining word between them."""
    for first, second in pairwise(unquoted_citations(node)):
        if first.group == second.group and first.form == second.form and first.organ == second.organ:
            between = node.prose.text[end_with_date(first) : second.start]
            if " ".join(between.split()) in reader.joiners:
                yield first, second

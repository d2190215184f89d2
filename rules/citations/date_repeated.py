"""CIT019."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.model.citation_lists import neighbours
from ...grammar.model.citations import cited_organ, unquoted_citations
from ...grammar.syntax.citations.citation_lexer import CitedDate
from ...grammar.syntax.citations.citation_reader import Citation
from ...grammar.syntax.paragraph_text import ParagraphText
from ...grammar.syntax.tree import Annex, ListItem, Node, Paragraph, Provision, Resolution, children
from ...grammar.text.named_tuple import NamedTuple
from ..base import Applicability, Context, Edit, Finding, Fix, Level
from ..kinds.citing_rule import DATED, CitingRule

Day = tuple[int, int, int]

_APART = (Annex, ListItem, Provision)
"""Texts in their own right: a document that is adopted is read without the resolution."""


class DateRepeated(CitingRule):
    """The date of a resolution is repeated at a later citation.

    What it does:
        Follows each resolution from its preamble to its last paragraph. If one of two citations does not name its
        organ, the two are taken to be of the same text if they have the same date. The rule ignores numbers in a list
        with others, where all may have their dates for uniformity, as well as annexes, documents that are adopted, and
        quotations.
    Why:
        The date belongs to the first citation. A reader who finds it again may think that another text is meant.
    Wrong:
        *Recalling* its resolution 70/301 of 9 September 2016 on the keeping of lighthouses,

        1. *Reaffirms* its resolution 70/301 of 9 September 2016.
    Right:
        *Recalling* its resolution 70/301 of 9 September 2016 on the keeping of lighthouses,

        1. *Reaffirms* its resolution 70/301.
    Fix:
        Removes the later date. Unsafe: the two citations may be far apart.
    Source:
        United Nations usage: a repeated date occurs ten times in the texts adopted by the General Assembly at its
        sessions 76 and 77.
    """

    code = "CIT019"
    name = "date-repeated"
    aliases = ("date-again",)
    level = Level.INFO
    node_types = (Resolution,)
    cited = DATED
    fixable = Applicability.UNSAFE

    def check(self, node: Resolution, context: Context) -> Iterator[Finding]:
        if node.is_part:
            return
        dated: dict[tuple[str, str], list[_Dated]] = {}
        for paragraph in _paragraphs(node):
            for citation in unquoted_citations(paragraph):
                if citation.date is not None and citation.form != "bare":
                    cited = _Dated(paragraph, citation, citation.date)
                    dated.setdefault((citation.kind, citation.normal), []).append(cited)
        for several in dated.values():
            if len(several) > 1:
                yield from _repeated(several, context)


class _Dated(NamedTuple):
    """A citation with a date."""

    paragraph: Paragraph
    citation: Citation
    date: CitedDate


def _paragraphs(resolution: Resolution) -> Iterator[Paragraph]:
    pending: list[Node] = [resolution]
    while pending:
        here = pending.pop()
        pending.extend(child for child in reversed(children(here)) if not isinstance(child, _APART))
        if isinstance(here, Paragraph) and here.prose.citations:
            yield here


def _repeated(several: list[_Dated], context: Context) -> Iterator[Finding]:
    """Yield the findings at the citations of one number, in order."""
    reader = context.language.citations
    before: set[tuple[str | None, Day]] = set()
    for paragraph, citation, date in several:
        prose = paragraph.prose
        name, is_beside = cited_organ(citation, prose, context)
        organ = name if is_beside else None
        day = date.year, date.month, date.day
        again = any(organ == other or (day == then and None in (organ, other)) for other, then in before)
        before.add((organ, day))
        words = [word for word in prose.text[citation.end : date.start].split() if word.isalpha()]
        of_an_event = words not in ([], [reader.before_date])  # “adopted on” a date may be repeated
        if not again or of_an_event or citation.shares_date:
            continue
        if citation.start not in prose.paragraph_text.memoized(_listed):
            place = prose.span(date.start, date.end)
            whole = prose.unbroken(citation.end, date.end)
            edit = Edit(prose.span(citation.end, date.end), "")
            fix = Fix("Remove the date", (edit,), Applicability.UNSAFE) if whole else None
            yield Finding(place, f"Repeated date of {citation.kind} {citation.normal}", fix)


def _listed(paragraph_text: ParagraphText) -> frozenset[int]:
    """Return the starts of the citations in lists."""
    return frozenset(citation.start for pair in neighbours(paragraph_text) for citation in pair)

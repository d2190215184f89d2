"""CIT019."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.model.citation_lists import neighbours
from ...grammar.model.citations import cited_organ, unquoted_citations
from ...grammar.syntax.tree import Annex, ListItem, Node, Paragraph, Provision, Resolution, children
from ..base import Applicability, Context, Edit, Finding, Fix, Level
from ..kinds.citing_rule import CitingRule

Day = tuple[int, int, int]

_APART = (Annex, ListItem, Provision)
"""Texts in their own right: a document that is adopted is read without the resolution."""


class DateAgain(CitingRule):
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
    name = "date-again"
    level = Level.INFO
    node_types = (Resolution,)
    fixable = Applicability.UNSAFE

    def check(self, node: Resolution, context: Context) -> Iterator[Finding]:
        if node.is_part:
            return
        dated: dict[tuple[str, str], set[tuple[str | None, Day]]] = {}
        pending: list[Node] = [node]
        while pending:
            here = pending.pop()
            pending.extend(child for child in reversed(children(here)) if not isinstance(child, _APART))
            if not isinstance(here, Paragraph) or not here.prose.citations:
                continue
            prose = here.prose
            reader = context.language.citations
            listed = {c.start for pair in neighbours(here, reader) for c in pair}
            for citation in unquoted_citations(here):
                date = citation.date
                if date is None or citation.form == "bare":
                    continue
                name, is_beside = cited_organ(citation, prose, context)
                organ = name if is_beside else None
                day = date.year, date.month, date.day
                before = dated.setdefault((citation.kind, citation.normal), set())
                again = any(organ == other or (day == then and None in (organ, other)) for other, then in before)
                before.add((organ, day))
                words = [word for word in prose.text[citation.end : date.start].split() if word.isalpha()]
                of_an_event = words not in ([], [reader.before_date])  # “adopted on” a date may be repeated
                if again and not of_an_event and citation.start not in listed and not citation.shares_date:
                    place = prose.span(date.start, date.end)
                    whole = prose.unbroken(citation.end, date.end)
                    edit = Edit(prose.span(citation.end, date.end), "")
                    fix = Fix("Remove the date", (edit,), Applicability.UNSAFE) if whole else None
                    yield Finding(place, f"Repeated date of {citation.kind} {citation.normal}", fix)

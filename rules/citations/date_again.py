"""CIT019."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.model.citation_lists import neighbours
from ...grammar.model.citations import CitingRule, cited_organ, unquoted_citations
from ...grammar.syntax.tree import Annex, ListItem, Node, Paragraph, Provision, Resolution, children
from ..base import Applicability, Context, Edit, Finding, Fix, Level

Day = tuple[int, int, int]

_APART = (Annex, ListItem, Provision)
"""What is a text of its own: a document that is adopted is read without the resolution."""


class DateAgain(CitingRule):
    """A resolution that was cited with its date has it again at a later mention.

    What it does:
        Follows each resolution from its preamble to its last paragraph. Where one of two mentions does not say whose
        it is, they are of one text if they have the same date. Numbers in a list with others are left alone, where all
        may have their dates for the sake of the list, and so are annexes, documents that are adopted, and quotations.
    Why:
        The date belongs to the first mention. A reader who meets it again takes it for another text.
    Wrong:
        *Recalling* its resolution 70/301 of 9 September 2016 on the keeping of lighthouses,

        1. *Reaffirms* its resolution 70/301 of 9 September 2016.
    Right:
        *Recalling* its resolution 70/301 of 9 September 2016 on the keeping of lighthouses,

        1. *Reaffirms* its resolution 70/301.
    Fix:
        Takes the later date away. Unsafe: the two mentions may be far apart.
    Source:
        United Nations usage: ten times in the adopted texts of the General Assembly, sessions 76 and 77.
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
                name, said = cited_organ(citation, prose, context)
                organ = name if said else None
                day = date.year, date.month, date.day
                before = dated.setdefault((citation.kind, citation.normal), set())
                again = any(organ == other or (day == then and None in (organ, other)) for other, then in before)
                before.add((organ, day))
                words = [word for word in prose.text[citation.end : date.start].split() if word.isalpha()]
                of_the_deed = words not in ([], [reader.before_date])  # “adopted on” a date: that may be told again
                if again and not of_the_deed and citation.start not in listed and not citation.shares_date:
                    place = prose.span(date.start, date.end)
                    whole = prose.unbroken(citation.end, date.end)
                    edit = Edit(prose.span(citation.end, date.end), "")
                    fix = Fix("Take the date away", (edit,), Applicability.UNSAFE) if whole else None
                    yield Finding(place, f"{citation.normal} was cited with its date before", fix)

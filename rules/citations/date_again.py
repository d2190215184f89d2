"""CIT019."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.tree import Annex, ListItem, Node, Paragraph, Resolution, children
from ..cited import plain
from ..rule import Applicability, Context, Edit, Finding, Fix, Level, Rule
from .lists import neighbours


class DateAgain(Rule):
    """A resolution that was cited with its date has it again at a later mention.

    What it does:
        Follows each resolution from its preamble to its last paragraph. Numbers in a list with others are left alone,
        where all may have their dates for the sake of the list, and so are annexes and quotations.
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
    looks_at = (Resolution,)
    fixable = Applicability.UNSAFE

    def check(self, node: Resolution, context: Context) -> Iterator[Finding]:
        if node.is_part:
            return
        dated: set[tuple[str | None, bool, str]] = set()
        pending: list[Node] = [node]
        while pending:
            here = pending.pop()
            pending.extend(child for child in reversed(children(here)) if not isinstance(child, Annex | ListItem))
            if not isinstance(here, Paragraph) or not here.prose.citations:
                continue
            prose = here.prose
            listed = {c.start for pair in neighbours(here, context.language.citations) for c in pair}
            for citation in plain(here):
                date = citation.date
                if date is None or citation.form == "bare":
                    continue
                key = citation.organ, citation.own, citation.normal
                if key in dated and citation.start not in listed and not citation.shares_date:
                    place = prose.span(date.start, date.end)
                    whole = prose.unbroken(citation.end, date.end)
                    edit = Edit(prose.span(citation.end, date.end), "")
                    fix = Fix("Take the date away", (edit,), Applicability.UNSAFE) if whole else None
                    yield Finding(place, f"{citation.normal} was cited with its date before", fix)
                dated.add(key)

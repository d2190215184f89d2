"""NUM007."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, pairwise

from ...grammar.model.numbering import numbered
from ...grammar.syntax.tree import Operative, Resolution
from ..base import Context, Finding, Level, Rule


class SectionNumberingMixed(Rule):
    """Paragraph numbers start again in some sections and continue in others.

    What it does:
        Checks the first number in each section of a resolution with three or more sections. Either every section
        starts at 1, or the numbers continue through all sections.
    Why:
        If the numbers start again, a paragraph is cited with its section; if they continue, without it. A text that
        does both cannot be cited in either way.
    Wrong:
        ## I

        1. *Decides* to keep the lamps lit;

        ## II

        2. *Requests* the keepers to trim the wicks;

        ## III

        1. *Invites* mariners to report lamps that are out.
    Right:
        ## I

        1. *Decides* to keep the lamps lit;

        ## II

        2. *Requests* the keepers to trim the wicks;

        ## III

        3. *Invites* mariners to report lamps that are out.
    Source:
        Practice of the General Assembly, which uses both ways, but never in one text.
    """

    code = "NUM007"
    name = "section-numbering-mixed"
    level = Level.WARNING
    node_types = (Resolution,)

    def check(self, node: Resolution, context: Context) -> Iterator[Finding]:
        operative = (p for p in numbered(node) if isinstance(p.paragraph, Operative))
        sections = [list(group) for _, group in groupby(operative, key=lambda p: p.paragraph.section_id)]
        again = [section[0] for section in sections[1:] if section[0].number == 1]
        on = [section[0] for before, section in pairwise(sections) if section[0].number > max(before[-1].number, 1)]
        if again and on:
            odd, most = (again, on) if len(again) <= len(on) else (on, again)
            here, elsewhere = ("start again", "continue") if odd is again else ("continue", "start again")
            message = f"Paragraph numbers {here} in this section but {elsewhere} in others"
            yield Finding(odd[0].mark, message, related=((most[0].mark, "first number of another section"),))

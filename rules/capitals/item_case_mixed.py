"""CAP013."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.syntax.tree import Openable, SubParagraph
from ..base import Applicability, Context, Edit, Finding, Fix, Level, Rule

_FEW = 4
"""With fewer items than these one that differs is no slip yet."""


class ItemCaseMixed(Rule):
    """One sub-paragraph begins with a small letter, all others of its list with a capital.

    What it does:
        Compares the first letters of the sub-paragraphs of one list. Lists with fewer than four items are left alone,
        and so are those where more than one differs.
    Why:
        The items of a list are set alike.
    Wrong:
        1. *Requests* the keepers:

           (a) To light the lamps;

           (b) to trim the wicks;

           (c) To paint the towers;

           (d) To count the cranes.
    Right:
        1. *Requests* the keepers:

           (a) To light the lamps;

           (b) To trim the wicks;

           (c) To paint the towers;

           (d) To count the cranes.
    Fix:
        Writes the capital. Safe.
    Source:
        United Nations Editorial Manual, “Capitalization”; practice of the General Assembly.
    """

    code = "CAP013"
    name = "item-case-mixed"
    level = Level.WARNING
    node_types = (Openable,)
    fixable = Applicability.SAFE
    bodies = frozenset({"ga", "ecosoc", "hrc", "commission", "other"})
    eras = frozenset({"2010-2019", "2020+"})

    def check(self, node: Openable, context: Context) -> Iterator[Finding]:
        items = [child for child in node.children if isinstance(child, SubParagraph) and child.prose.text[:1].isalpha()]
        small = [item for item in items if item.prose.text[0].islower()]
        if len(items) < _FEW or len(small) != 1:
            return
        prose = small[0].prose
        place = prose.span(0, 1)
        capital = prose.text[0].upper()
        message = "The other items of the list begin with a capital"
        yield Finding(place, message, Fix(f"Write “{capital}”", (Edit(place, capital),)))

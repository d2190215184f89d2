"""CAP013."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.syntax.language import Language
from ...grammar.syntax.tree import Openable, SubParagraph
from ..base import Applicability, Context, Edit, Finding, Fix, Level, Prefilter, Rule
from ..node_traits import CHILDREN

_FEW = 4
"""The fewest items among which a single different one is taken for an error."""


class ItemCaseMixed(Rule):
    """One sub-paragraph of a list begins with a lower-case letter, and all others with a capital letter.

    What it does:
        Compares the first letters of the sub-paragraphs of a list. Lists with fewer than four items, and lists in which
        more than one item begins with a lower-case letter, are not reported, and neither are words such as “pH”.
    Why:
        The items of a list begin alike.
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
        Capitalizes the first letter. Safe: the first word of an item is decided by the others. Unsafe if the next word
        has a capital, as the two may be a name (“de Vries”).
    Source:
        United Nations Editorial Manual, “Capitalization”; practice of the General Assembly.
    """

    code = "CAP013"
    name = "item-case-mixed"
    level = Level.WARNING
    node_types = (Openable,)
    fixable = Applicability.SAFE
    bodies = frozenset({"ga", "ecosoc", "hrc", "commission"})
    eras = frozenset({"2010-2019", "2020+"})

    def prefilters(self, language: Language) -> tuple[Prefilter, ...]:
        """Return paragraphs below it."""
        return (Prefilter(node=CHILDREN),)

    def check(self, node: Openable, context: Context) -> Iterator[Finding]:
        if len(node.children) < _FEW:
            return
        items = [child for child in node.children if isinstance(child, SubParagraph) and child.prose.text[:1].isalpha()]
        small = [item for item in items if item.prose.text[0].islower()]
        if len(items) < _FEW or len(small) != 1:
            return
        prose = small[0].prose
        first, _, rest = prose.text.partition(" ")
        if not first.islower():
            return
        place = prose.span(0, 1)
        capital = prose.text[0].upper()
        mark = small[0].mark
        subject = f"Sub-paragraph {mark.text}" if mark and mark.label else "Sub-paragraph"
        message = f"{subject} must begin with a capital letter, like the others"
        sure = Applicability.UNSAFE if rest[:1].isupper() else Applicability.SAFE
        yield Finding(place, message, Fix("Capitalize the first letter", (Edit(place, capital),), sure))

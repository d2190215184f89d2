"""CIT003."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.model.citations import CitingRule
from ...grammar.model.profile import BODIES
from ...grammar.syntax.tree import Resolution
from ..base import Applicability, Context, Finding, Level
from ..kinds.undated_citation_rule import undated


class DateMissing(CitingRule):
    """A resolution is cited for the first time without its date.

    What it does:
        Follows each resolution from its preamble to its last paragraph, and reports the first citation of a number
        that its paragraph's opener leads to (“Recalling its resolutions...”) and that has no date, neither its own nor
        one shared with later numbers ("69/193 and 69/196 of 18 December 2014"), nor one further on in the sentence. It
        looks at the General Assembly, the two Councils below it and their commissions, and in texts of the General
        Assembly at the Security Council. Committees that are called by a number, and citations in brackets, quotations,
        agenda lists, notes and annexes are left alone, and so is a number with a note call of its own. A first citation
        further inside a sentence is left to `date-missing-in-passing`.
    Why:
        The date tells which session's text is meant, and whether the number is right.
    Wrong:
        *Recalling* its resolution 70/301 on the keeping of lighthouses,
        ---
        *Recalling* its resolution 75/45 on the keeping of lighthouses,
    Right:
        *Recalling* its resolution 70/301 of 9 September 2016 on the keeping of lighthouses,

        1. *Decides* to mark the anniversary of resolution 70/301.
    Fix:
        Puts the date that the register has behind the number. Safe where an official list has it and it is clear
        whose number it is, otherwise unsafe; none where the register does not know the number.
    Source:
        United Nations usage; in texts of the General Assembly, sessions 76 and 77, 468 of 484 resolutions of the
        Security Council have their dates where they are cited first.
    """

    code = "CIT003"
    name = "date-missing"
    level = Level.WARNING
    node_types = (Resolution,)
    fixable = Applicability.SAFE
    bodies = BODIES - {"sc"}

    def check(self, node: Resolution, context: Context) -> Iterator[Finding]:
        """One finding a number."""
        if not node.is_part:
            yield from (first.finding(context) for first in undated(node, context) if first.leading)

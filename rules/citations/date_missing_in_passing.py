"""CIT020."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.model.citations import CitingRule
from ...grammar.model.profile import BODIES
from ...grammar.syntax.tree import Resolution
from ..base import Applicability, Context, Finding, Level
from ..kinds.undated_citation_rule import undated


class DateMissingInPassing(CitingRule):
    """A resolution is cited for the first time, in passing, without its date.

    What it does:
        As `date-missing`, for first citations that are not what their paragraph's opener leads to, but stand further
        inside the sentence: “the group established pursuant to its resolution 70/301”, “paragraph 4 of its resolution
        70/301”.
    Why:
        Where a number only says which group or report is meant, adopted texts leave its date out more often.
    Wrong:
        1. *Takes note* of the report of the group established pursuant to its resolution 75/45;

        2. *Decides* to keep the lamps lit.
    Right:
        1. *Takes note* of the report of the group established pursuant to its resolution 75/45 of 7 December 2020;

        2. *Decides* to keep the lamps lit.
    Fix:
        As that of `date-missing`.
    Source:
        Measured on the seventy-sixth and seventy-seventh sessions of the General Assembly: 1 in 100 first citations in
        passing has no date, of those that an opener leads to 1 in 1,000.
    """

    code = "CIT020"
    name = "date-missing-in-passing"
    level = Level.INFO
    node_types = (Resolution,)
    fixable = Applicability.SAFE
    bodies = BODIES - {"sc"}

    def check(self, node: Resolution, context: Context) -> Iterator[Finding]:
        """One finding a number."""
        if not node.is_part:
            yield from (first.finding(context) for first in undated(node, context) if not first.leading)

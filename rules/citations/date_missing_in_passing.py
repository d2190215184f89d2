"""CIT020."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.model.profile import MEASURED
from ...grammar.model.undated_citations import undated
from ...grammar.syntax.tree import Resolution
from ..base import Applicability, Context, Finding, Level
from ..kinds.citing_rule import CitingRule
from ..kinds.undated_citation_rule import undated_finding


class DateMissingInPassing(CitingRule):
    """A resolution is cited for the first time, in passing, without its date.

    What it does:
        Applies the check of `date-missing` to first citations that the opener of the paragraph does not introduce, but
        that occur later in the sentence: “the group established pursuant to its resolution 70/301”, “paragraph 4 of its
        resolution 70/301”.
    Why:
        Adopted texts omit the date more often where a number only identifies a group or report.
    Wrong:
        1. *Takes note* of the report of the group established pursuant to its resolution 75/45;

        2. *Decides* to keep the lamps lit.
    Right:
        1. *Takes note* of the report of the group established pursuant to its resolution 75/45 of 7 December 2020;

        2. *Decides* to keep the lamps lit.
    Fix:
        As for `date-missing`.
    Source:
        Measured on the seventy-sixth and seventy-seventh sessions of the General Assembly: 1 in 100 first citations in
        passing has no date, compared with 1 in 1,000 of those that an opener introduces.
    """

    code = "CIT020"
    name = "date-missing-in-passing"
    level = Level.INFO
    node_types = (Resolution,)
    fixable = Applicability.SAFE
    bodies = MEASURED - {"sc"}

    def check(self, node: Resolution, context: Context) -> Iterator[Finding]:
        """Yield one finding for each number."""
        if not node.is_part:
            yield from (undated_finding(first, context) for first in undated(node, context) if not first.leading)

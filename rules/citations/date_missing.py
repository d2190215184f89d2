"""CIT003."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.model.profile import MEASURED
from ...grammar.model.undated_citations import undated
from ...grammar.syntax.tree import Resolution
from ..base import Applicability, Context, Finding, Level
from ..kinds.citing_rule import CitingRule
from ..kinds.undated_citation_rule import undated_finding


class DateMissing(CitingRule):
    """A resolution is cited for the first time without its date.

    What it does:
        Follows each resolution from its preamble to its last paragraph, and reports the first citation of a number if
        the opener of its paragraph introduces it (“Recalling its resolutions...”) and it has no date: neither its own,
        nor one shared with later numbers ("69/193 and 69/196 of 18 December 2014"), nor one later in the sentence. The
        rule checks resolutions of the General Assembly, the Economic and Social Council, the Human Rights Council and
        their commissions, and, in texts of the General Assembly, those of the Security Council. It ignores committees
        named by a number, numbers with more digits than a session reaches (`organ-number-mismatch`), and citations in
        brackets, quotations, agenda lists, footnotes and annexes. A malformed date, such as "of 31 December 202", is
        reported as such. First citations later in a sentence are reported by `date-missing-in-passing`.
    Why:
        The date shows which session's text is meant, and whether the number is right.
    Wrong:
        *Recalling* its resolution 70/301 on the keeping of lighthouses,
        ---
        *Recalling* its resolution 75/45 on the keeping of lighthouses,
    Right:
        *Recalling* its resolution 70/301 of 9 September 2016 on the keeping of lighthouses,

        1. *Decides* to mark the anniversary of resolution 70/301.
    Fix:
        Inserts the date in the register after the number. Safe if the date is from an official list and the organ of
        the number is clear, unsafe otherwise. There is no fix if the number is not in the register. A malformed date is
        replaced if the register has its month and its day or year. Unsafe: the number may be wrong.
    Source:
        United Nations usage; in texts of the General Assembly, sessions 76 and 77, 468 of 484 resolutions of the
        Security Council have their date at the first citation.
    """

    code = "CIT003"
    name = "date-missing"
    level = Level.WARNING
    node_types = (Resolution,)
    fixable = Applicability.SAFE
    bodies = MEASURED - {"sc"}

    def check(self, node: Resolution, context: Context) -> Iterator[Finding]:
        """Yield one finding for each number."""
        if not node.is_part:
            yield from (undated_finding(first, context) for first in undated(node, context) if first.leading)

"""CIT009."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.model.citation_dates import against_register, date_fix
from ...grammar.model.citations import CitingRule
from ...grammar.syntax.tree import Footnote, Paragraph
from ..base import Applicability, Context, Finding, Level
from ..kinds.date_messages import date_mismatch


class DateAgainstRegister(CitingRule):
    """The date of a cited resolution is not the one on which it was adopted, as official lists have it.

    What it does:
        Looks up the number in the register of adopted resolutions that comes with resolint, and in those that the
        setting `registers` names, and compares the date. What a register does not know is never a fault. Where the
        number and the date cannot belong together whatever the register says, `date-outside-session` speaks
        instead.
    Why:
        Number and date together tell which text is meant. If they disagree, one of them is wrong.
    Wrong:
        *Recalling* Security Council resolution 2347 (2017) of 25 March 2017 on the lighting of channels,
    Right:
        *Recalling* Security Council resolution 2347 (2017) of 24 March 2017 on the lighting of channels,
    Fix:
        Writes the registered date. Safe, unless a number that differs in one figure is of the date in the text, so
        that the number may be the slip; a link on the number, or the subject behind it, can tell that it is not.
    Source:
        Official lists of the resolutions of the General Assembly, sessions 74 to 80, and of the Security Council. Of
        the dates cited in the adopted texts of two sessions and three years fewer than one in a thousand contradict
        them, each a slip.
    """

    code = "CIT009"
    name = "date-against-register"
    level = Level.WARNING
    node_types = (Paragraph, Footnote)
    fixable = Applicability.SAFE

    def check(self, node: Paragraph | Footnote, context: Context) -> Iterator[Finding]:
        for wrong in against_register(node, context):
            if wrong.entry.certain:
                yield date_mismatch(wrong, date_fix(wrong, node.prose, context), node.prose, context)

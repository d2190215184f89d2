"""CIT009."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.model.citation_dates import against_register, date_fix
from ...grammar.syntax.tree import Footnote, Paragraph
from ..base import Applicability, Context, Finding, Level
from ..kinds.citing_rule import DATED, CitingRule
from ..kinds.date_messages import date_mismatch


class DateMismatch(CitingRule):
    """The date of a cited resolution is not its date of adoption in the official lists.

    What it does:
        Looks up the number in the register of adopted resolutions that is part of resolint, and in those named in the
        setting `registers`, and compares the dates. A number that is not in a register is never reported. If number and
        date are incompatible whatever the register says, `date-outside-session` reports them instead.
    Why:
        Number and date together identify a text. If they do not match, one of them is wrong.
    Wrong:
        *Recalling* Security Council resolution 2347 (2017) of 25 March 2017 on the lighting of channels,
    Right:
        *Recalling* Security Council resolution 2347 (2017) of 24 March 2017 on the lighting of channels,
    Fix:
        Replaces the date with the one in the register. Safe if the words name the organ and no number that differs in
        one digit has the date in the text; unsafe otherwise, because the error may then be in the number. The target of
        a link does not name the organ.
    Source:
        Official lists of the resolutions of the General Assembly, sessions 74 to 80, and of the Security Council. Fewer
        than one in a thousand of the dates cited in the adopted texts of two sessions and three years differ from them,
        and each of those is an error.
    """

    code = "CIT009"
    name = "date-mismatch"
    aliases = ("date-against-register",)
    level = Level.WARNING
    node_types = (Paragraph, Footnote)
    cited = DATED
    fixable = Applicability.SAFE

    def check(self, node: Paragraph | Footnote, context: Context) -> Iterator[Finding]:
        for wrong in against_register(node, context):
            if wrong.entry.certain:
                yield date_mismatch(wrong, date_fix(wrong, node.prose, context), node.prose, context)

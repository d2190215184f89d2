"""CIT010."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.model.citation_dates import against_register, date_fix
from ...grammar.syntax.tree import Footnote, Paragraph
from ..base import Applicability, Context, Finding, Level
from ..kinds.citing_rule import DATED, CitingRule
from ..kinds.date_messages import date_mismatch


class DateInconsistent(CitingRule):
    """The date of a cited resolution differs from the date that other texts give for it.

    What it does:
        Applies the check of `date-mismatch` to resolutions that are in none of the official lists, but whose
        date was collected from the texts that cite them. The message gives the number of texts that agree. A date that
        only one text gives is not used, because that text may itself be wrong.
    Why:
        Number and date together identify a text. If they differ from those in all other texts, they need to be checked.
    Wrong:
        *Recalling* its resolution 70/1 of 26 September 2015 on the lighting of channels,
    Right:
        *Recalling* its resolution 70/1 of 25 September 2015 on the lighting of channels,
    Fix:
        Replaces the date with the one in the other texts. Unsafe: these may be few, and the error may be in the number.
    Source:
        The dates of citations in resolutions of the General Assembly and the Security Council; for each number, the
        date that most texts give.
    """

    code = "CIT010"
    name = "date-inconsistent"
    aliases = ("date-against-citations",)
    level = Level.WARNING
    node_types = (Paragraph, Footnote)
    cited = DATED
    fixable = Applicability.UNSAFE

    def check(self, node: Paragraph | Footnote, context: Context) -> Iterator[Finding]:
        for wrong in against_register(node, context):
            if not wrong.entry.certain:
                yield date_mismatch(wrong, date_fix(wrong, node.prose, context), node.prose, context)

"""CIT010."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.model.citation_dates import against_register, date_fix
from ...grammar.model.citations import CitingRule
from ...grammar.syntax.tree import Footnote, Paragraph
from ..base import Applicability, Context, Finding, Level
from ..kinds.date_messages import date_mismatch


class DateAgainstCitations(CitingRule):
    """The date of a cited resolution is not the one with which other texts cite it.

    What it does:
        Does what `date-against-register` does for resolutions that are in no official list at hand, but whose date
        was gathered from the texts that cite them. The message says how many of them agree.
    Why:
        Number and date together tell which text is meant. If they disagree with all other texts, they are to be
        looked up.
    Wrong:
        *Recalling* its resolution 70/1 of 26 September 2015 on the lighting of channels,
    Right:
        *Recalling* its resolution 70/1 of 25 September 2015 on the lighting of channels,
    Fix:
        Writes the date that the others have. Unsafe: they may be few, and the number may be the slip.
    Source:
        The dates of citations in resolutions of the General Assembly and the Security Council, of each number the
        one that most texts have.
    """

    code = "CIT010"
    name = "date-against-citations"
    level = Level.WARNING
    node_types = (Paragraph, Footnote)
    fixable = Applicability.UNSAFE

    def check(self, node: Paragraph | Footnote, context: Context) -> Iterator[Finding]:
        for wrong in against_register(node, context):
            if not wrong.entry.certain:
                yield date_mismatch(wrong, date_fix(wrong, node.prose, context), node.prose, context)

"""CIT014."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.syntax.citations.citation_errors import NUMBERED
from ...grammar.syntax.language import Language
from ...grammar.syntax.tree import Footnote, Paragraph
from ..base import Applicability, Context, Edit, Finding, Fix, Level, Prefilter, Rule


class CitingWord(Rule):
    """The word resolution is abbreviated or misspelt before its number, or has more than the number behind it.

    What it does:
        Finds "res. 70/1", "resoluton 70/1" and "resolution No. 70/1". Quotations are left alone.
    Why:
        A resolution is cited by the word and its number. Other forms are missed by those who look for citations.
    Wrong:
        *Recalling* its res. 72/1 of 27 September 2017 on the lighting of channels,
        ---
        *Recalling* its resolution No. 72/1 of 27 September 2017 on the lighting of channels,
    Right:
        *Recalling* its resolution 72/1 of 27 September 2017 on the lighting of channels,
    Fix:
        Writes the word alone. Safe.
    Source:
        United Nations usage; none in the adopted texts of the General Assembly, sessions 76 and 77.
    """

    code = "CIT014"
    name = "citing-word"
    level = Level.WARNING
    node_types = (Paragraph, Footnote)
    fixable = Applicability.SAFE

    def prefilters(self, language: Language) -> tuple[Prefilter, ...]:
        """A number, or an organ by its letters."""
        return (Prefilter(words=language.citations.slips.organs, piece=NUMBERED),)

    def check(self, node: Paragraph | Footnote, context: Context) -> Iterator[Finding]:
        prose = node.prose
        for slip in context.language.citations.slips.read(prose.text):
            if prose.reading.quoted(slip.start, slip.end):
                continue
            words = prose.text[slip.start : slip.end]
            begins = not prose.text[: slip.start].strip()
            right = slip.right[0].upper() + slip.right[1:] if begins else slip.right
            place = prose.span(slip.start, slip.end)
            whole = prose.unbroken(slip.start, slip.end)
            fix = Fix(f"Write “{right}”", (Edit(place, right),)) if whole else None
            yield Finding(place, f"“{words}” before a number is written “{right}”", fix)

"""TYP011."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.model.profile import BODIES
from ...grammar.syntax.language import Language
from ...grammar.syntax.tree import Paragraph
from ...grammar.text import compile_cache
from ..base import Applicability, Context, Edit, Finding, Fix, Level, Prefilter, Rule

_LONG = compile_cache.pattern(r"(?:^|(?<=\p{Ll}[ \u00a0]))[1-9]\d{4,11}(?=[ \u00a0]\p{L})")


class ThousandsUnparted(Rule):
    """A number of five figures or more has no comma.

    What it does:
        Finds "20000 lamps". Numbers behind "No.", parts of symbols and addresses, and quotations, are left alone.
    Why:
        The eye counts no more than three figures at a glance.
    Wrong:
        1. *Approves* 1250000 dollars for lamp oil.
    Right:
        1. *Approves* 1,250,000 dollars for lamp oil, under treaty No. 39574.
    Fix:
        Puts the commas in. Safe.
    Source:
        Practice: 716 numbers with commas and none without in paragraphs of the General Assembly's sessions 76 and 77.
    """

    code = "TYP011"
    name = "thousands-unparted"
    level = Level.WARNING
    node_types = (Paragraph,)
    fixable = Applicability.SAFE
    bodies = BODIES - {"sc", "mun"}

    def prefilters(self, language: Language) -> tuple[Prefilter, ...]:
        """A number of five figures or more by itself."""
        return (Prefilter(piece=r"^[1-9]\d{4,11}$"),)

    def check(self, node: Paragraph, context: Context) -> Iterator[Finding]:
        prose = node.prose
        for match in _LONG.finditer(prose.text):
            if prose.reading.quoted(*match.span()) or not prose.unbroken(*match.span()):
                continue
            if any(link.start <= match.start() < link.end for link in prose.links):
                continue
            written = f"{int(match[0]):,}"
            place = prose.span(*match.span())
            yield Finding(
                place, f"“{match[0]}” is written “{written}”", Fix(f"Write “{written}”", (Edit(place, written),))
            )

"""TYP018."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.syntax.language import Language
from ...grammar.syntax.tree import Footnote, Heading, Paragraph
from ...grammar.text import compile_cache
from ..base import Applicability, Context, Edit, Finding, Fix, Level, Prefilter, Rule

_INSIDE = compile_cache.pattern(r"(?<=[“(]) +(?=[\w“])|(?<=[\w.”]) +(?=[”)])")


class SpaceInsideMarks(Rule):
    """A space stands inside quotation marks or brackets.

    What it does:
        Finds white space behind “ and (, and before ” and ).
    Why:
        The marks touch what they hold; at the end of a line they would be left behind.
    Wrong:
        1. *Welcomes* the report entitled “ Lamps and their keepers” ( LATK).
    Right:
        1. *Welcomes* the report entitled “Lamps and their keepers” (LATK).
    Fix:
        Takes the space out. Safe.
    Source:
        Editorial sense.
    """

    code = "TYP018"
    name = "space-inside-marks"
    level = Level.WARNING
    node_types = (Paragraph, Footnote, Heading)
    fixable = Applicability.SAFE
    eras = frozenset({"2010-2019", "2020+"})

    def prefilters(self, language: Language) -> tuple[Prefilter, ...]:
        """A mark that the words beside it do not touch."""
        return (Prefilter(piece="[“(]$|^[”)]"),)

    def check(self, node: Paragraph | Footnote | Heading, context: Context) -> Iterator[Finding]:
        prose = node.prose
        for match in _INSIDE.finditer(prose.text):
            start, end = match.span()
            if prose.unbroken(start - 1, end + 1):
                place = prose.span(start, end)
                message = f"A space stands inside “{prose.text[start - 1 : end + 1]}”"
                yield Finding(place, message, Fix("Take the space out", (Edit(place, ""),)))

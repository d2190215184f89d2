"""TYP018."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.syntax.language import Language
from ...grammar.syntax.tree import Footnote, Heading, Paragraph
from ...grammar.text import compile_cache
from ..base import Applicability, Context, Edit, Finding, Fix, Level, Prefilter, Rule

_INSIDE = compile_cache.pattern(r"(?<=[“(]) +(?=[\w“])|(?<=[\w.”]) +(?=[”)])")


_AFTER = {"“": "opening quotation mark", "(": "opening bracket"}
_BEFORE = {"”": "closing quotation mark", ")": "closing bracket"}


class SpaceInsideDelimiters(Rule):
    """There is a space inside quotation marks or brackets.

    What it does:
        Reports spaces after “ and (, and before ” and ).
    Why:
        Quotation marks and brackets touch the text that they enclose; a space could separate them at the end of a line.
    Wrong:
        1. *Welcomes* the report entitled “ Lamps and their keepers” ( LATK).
    Right:
        1. *Welcomes* the report entitled “Lamps and their keepers” (LATK).
    Fix:
        Removes the space. Safe.
    Source:
        General editorial practice.
    """

    code = "TYP018"
    name = "space-inside-delimiters"
    aliases = ("space-inside-marks",)
    level = Level.WARNING
    node_types = (Paragraph, Footnote, Heading)
    fixable = Applicability.SAFE
    eras = frozenset({"2010-2019", "2020+"})

    def prefilters(self, language: Language) -> tuple[Prefilter, ...]:
        """Require a mark that is separated from the text that it encloses."""
        return (Prefilter(piece="[“(]$|^[”)]"),)

    def check(self, node: Paragraph | Footnote | Heading, context: Context) -> Iterator[Finding]:
        prose = node.prose
        for match in _INSIDE.finditer(prose.text):
            start, end = match.span()
            if prose.unbroken(start - 1, end + 1):
                place = prose.span(start, end)
                before, after = prose.text[start - 1], prose.text[end]
                where = f"after {_AFTER[before]}" if before in _AFTER else f"before {_BEFORE[after]}"
                yield Finding(place, f"Unexpected space {where}", Fix("Remove the space", (Edit(place, ""),)))

"""TYP014."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.syntax.tree import Heading, Paragraph
from ...grammar.text import compile_cache
from ..base import Applicability, Context, Edit, Finding, Fix, Level, Rule

_SPACES = compile_cache.pattern(r"(?<=\S) {2,8}(?=\S)")


class DoubleSpace(Rule):
    """Two spaces stand between words.

    What it does:
        Finds two spaces or more inside a line of a paragraph or heading, where no markup or page break makes them.
    Why:
        It is mostly what a deleted word left behind, and sets words apart where nothing is meant by it.
    Wrong:
        1. *Decides* to keep  the lamps lit.
    Right:
        1. *Decides* to keep the lamps lit.
    Fix:
        Leaves one space. Safe.
    Source:
        Editorial sense. One in the General Assembly's sessions 76 and 77, at the edge of italics lost on the way.
    """

    code = "TYP014"
    name = "double-space"
    level = Level.INFO
    node_types = (Paragraph, Heading)
    fixable = Applicability.SAFE
    eras = frozenset({"2010-2019", "2020+"})

    def check(self, node: Paragraph | Heading, context: Context) -> Iterator[Finding]:
        prose = node.prose
        if "  " not in prose.text:
            return
        for match in _SPACES.finditer(prose.text):
            if prose.unbroken(*match.span()):
                place = prose.span(*match.span())
                yield Finding(place, "Two spaces between words", Fix("Leave one space", (Edit(place, " "),)))

"""TYP018."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar import kept
from ...grammar.language import Language
from ...grammar.tree import Heading, Note, Paragraph
from ..rule import Applicability, Context, Cue, Edit, Finding, Fix, Level, Rule

_INSIDE = kept.pattern(r"(?<=[“(]) +(?=[\w“])|(?<=[\w.”]) +(?=[”)])")


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
    looks_at = (Paragraph, Note, Heading)
    fixable = Applicability.SAFE
    eras = frozenset({"2010-2019", "2020+"})

    def cues(self, language: Language) -> tuple[Cue, ...]:
        """A mark that the words beside it do not touch."""
        return (Cue(piece="[“(]$|^[”)]"),)

    def check(self, node: Paragraph | Note | Heading, context: Context) -> Iterator[Finding]:
        prose = node.prose
        for match in _INSIDE.finditer(prose.text):
            start, end = match.span()
            if prose.unbroken(start - 1, end + 1):
                place = prose.span(start, end)
                message = f"A space stands inside “{prose.text[start - 1 : end + 1]}”"
                yield Finding(place, message, Fix("Take the space out", (Edit(place, ""),)))

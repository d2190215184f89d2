"""PUN007."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.model.terminal_punctuation import BESIDE
from ...grammar.syntax.language import Language
from ...grammar.syntax.tree import Footnote, Paragraph
from ...grammar.text import compile_cache
from ..base import Applicability, Context, Edit, Finding, Fix, Level, Prefilter, Rule

_SPACED = compile_cache.pattern(r"(?<=[\p{L}\p{N}”’»\"')\]])[ \t\u00a0\u202f]{1,8}[,;:.](?=[\s”’»\"')]|$)")


class SpaceBeforeMark(Rule):
    """A space stands before a comma, semicolon, colon or full stop.

    What it does:
        Finds white space of any kind between a word and the mark behind it. Left alone are spaces beside a note
        call, which the footnote rules look at, and words in quotation marks.
    Why:
        At a line's end the mark would begin the next line. A space there is mostly what a deleted word left behind.
    Wrong:
        1. *Decides* to keep the lamps lit ;

        2. *Requests* the keepers to trim the wicks .
    Right:
        1. *Decides* to keep the lamps lit;

        2. *Requests* the keepers to trim the wicks.
    Fix:
        Takes the space out. Safe.
    Source:
        Editorial sense; 1 in 40,000 paragraphs of the General Assembly's sessions 75 to 77, a true slip.
    """

    code = "PUN007"
    name = "space-before-mark"
    level = Level.WARNING
    node_types = (Paragraph, Footnote)
    fixable = Applicability.SAFE
    eras = frozenset({"2010-2019", "2020+"})

    def prefilters(self, language: Language) -> tuple[Prefilter, ...]:
        """A mark after a space."""
        return (BESIDE,)

    def check(self, node: Paragraph | Footnote, context: Context) -> Iterator[Finding]:
        prose = node.prose
        calls = {call.at for call in prose.footnote_references}
        for match in _SPACED.finditer(prose.text):
            start, end = match.span()
            if calls.intersection(range(start, end)) or prose.reading.quoted(start, end):
                continue
            if not prose.unbroken(start, end - 1):
                continue  # markup or a page break made the gap
            fix = Fix("Take the space out", (Edit(prose.span(start, end - 1), ""),))
            yield Finding(prose.span(start, end), f"A space stands before “{prose.text[end - 1]}”", fix)

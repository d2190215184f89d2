"""TYP019."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.model.profile import BODIES
from ...grammar.syntax.language import Language
from ...grammar.syntax.tree import Footnote, Heading, Paragraph
from ...grammar.text import compile_cache
from ..base import Context, Finding, Level, Prefilter, Rule

_BRACKET = compile_cache.pattern(r"[()]")
_LABEL = compile_cache.pattern(r"(?<![\w(])(?:\w{1,4}|\d{1,2}\.)$")
"""The text before the bracket of “a)”, the marker of an item."""
_CITED = compile_cache.pattern(r"(?<![\w(])(?:[a-z]|[ivx]{2,4}|\d{1,2})$")
"""The text before the bracket of a marker that may be cited within brackets: “(§ 78 a) of the Agenda)”."""


class BracketUnbalanced(Rule):
    """A bracket is opened but not closed, or closed but not opened.

    What it does:
        Matches the round brackets of each paragraph, footnote or heading. A closing bracket after a letter or a number,
        as in “a)”, counts as the marker of an item and needs no opening bracket.
    Why:
        Readers cannot see where the text in brackets begins or ends.
    Wrong:
        1. *Thanks* the Union of Lighthouse Keepers (ULK for its oil.
        ---
        1. *Thanks* the Union of Lighthouse Keepers ULKEEP) for its oil.
    Right:
        1. *Thanks* the Union of Lighthouse Keepers (ULK) for its oil, and asks it to a) buy more and b) store it.
    Source:
        General editorial practice.
    """

    code = "TYP019"
    name = "bracket-unbalanced"
    level = Level.WARNING
    node_types = (Paragraph, Footnote, Heading)
    bodies = BODIES
    eras = frozenset({"2010-2019", "2020+"})  # scanned texts contain stray marks

    def prefilters(self, language: Language) -> tuple[Prefilter, ...]:
        """Require a bracket."""
        return (Prefilter(signs="()"),)

    def check(self, node: Paragraph | Footnote | Heading, context: Context) -> Iterator[Finding]:
        prose = node.prose
        opened: list[int] = []
        cited = 0
        for match in _BRACKET.finditer(prose.text):
            at = match.start()
            if match.group() == "(":
                opened.append(at)
            elif opened:
                opened.pop()
                cited += _CITED.search(prose.text, max(0, at - 6), at) is not None
            elif cited:
                cited -= 1
            elif not _LABEL.search(prose.text, max(0, at - 6), at):
                yield Finding(prose.span(at, at + 1), "Missing opening bracket")
        for at in opened:
            yield Finding(prose.span(at, at + 1), "Missing closing bracket")

"""TYP019."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.syntax.language import Language
from ...grammar.syntax.tree import Footnote, Heading, Paragraph
from ...grammar.text import compile_cache
from ..base import Context, Finding, Level, Prefilter, Rule

_BRACKET = compile_cache.pattern(r"[()]")
_LABEL = compile_cache.pattern(r"(?<![\w(])(?:\w{1,4}|\d{1,2}\.)$")
"""What stands before the bracket of “a)”, the mark of an item."""


class BracketUnbalanced(Rule):
    """A bracket is opened and not closed, or closed and not opened.

    What it does:
        Looks for the other half of each round bracket of a paragraph, note or heading. A closing one behind a letter or
        number, as in “a)”, is taken for the mark of an item.
    Why:
        A reader cannot tell where the aside ends.
    Wrong:
        1. *Thanks* the Union of Lighthouse Keepers (ULK for its oil.
        ---
        1. *Thanks* the Union of Lighthouse Keepers ULKEEP) for its oil.
    Right:
        1. *Thanks* the Union of Lighthouse Keepers (ULK) for its oil, and asks it to a) buy more and b) store it.
    Source:
        Editorial sense.
    """

    code = "TYP019"
    name = "bracket-unbalanced"
    level = Level.WARNING
    node_types = (Paragraph, Footnote, Heading)
    eras = frozenset({"2010-2019", "2020+"})  # scanned texts have stray marks

    def prefilters(self, language: Language) -> tuple[Prefilter, ...]:
        """A bracket."""
        return (Prefilter(signs="()"),)

    def check(self, node: Paragraph | Footnote | Heading, context: Context) -> Iterator[Finding]:
        prose = node.prose
        opened: list[int] = []
        for match in _BRACKET.finditer(prose.text):
            at = match.start()
            if match.group() == "(":
                opened.append(at)
            elif opened:
                opened.pop()
            elif not _LABEL.search(prose.text, max(0, at - 6), at):
                yield Finding(prose.span(at, at + 1), "This bracket closes what was not opened")
        for at in opened:
            yield Finding(prose.span(at, at + 1), "This bracket is opened and not closed")

"""TYP019."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar import kept
from ...grammar.language import Language
from ...grammar.tree import Heading, Note, Paragraph
from ..rule import Context, Cue, Finding, Level, Rule

_BRACKET = kept.pattern(r"[()]")
_LABEL = kept.pattern(r"(?<![\w(])(?:\w{1,4}|\d{1,2}\.)$")
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
    looks_at = (Paragraph, Note, Heading)
    eras = frozenset({"2010-2019", "2020+"})  # scanned texts have stray marks

    def cues(self, language: Language) -> tuple[Cue, ...]:
        """A bracket."""
        return (Cue(signs="()"),)

    def check(self, node: Paragraph | Note | Heading, context: Context) -> Iterator[Finding]:
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

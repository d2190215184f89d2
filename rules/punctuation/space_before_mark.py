"""PUN007."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.model.terminal_punctuation import NAMES
from ...grammar.syntax.language import Language
from ...grammar.syntax.tree import Footnote, Paragraph
from ...grammar.text import compile_cache
from ..base import Applicability, Context, Edit, Finding, Fix, Level, Prefilter, Rule
from ..kinds.terminal_punctuation_rule import ADJACENT_MARKS

_SPACED = compile_cache.pattern(r"(?<=[\p{L}\p{N}”’»\"')\]])[ \t\u00a0\u202f]{1,8}[,;:.](?=[\s”’»\"')]|$)")


class SpaceBeforeMark(Rule):
    """There is a space before a comma, semicolon, colon or full stop.

    What it does:
        Finds white space of any kind between a word and the mark that follows it. Spaces next to a footnote reference,
        which the footnote rules check, and quotations are not reported.
    Why:
        The mark could begin a new line. Such a space usually remains from a deleted word.
    Wrong:
        1. *Decides* to keep the lamps lit ;

        2. *Requests* the keepers to trim the wicks .
    Right:
        1. *Decides* to keep the lamps lit;

        2. *Requests* the keepers to trim the wicks.
    Fix:
        Removes the space. Safe.
    Source:
        General editorial practice. One instance, an error, in 40,000 paragraphs of the seventy-fifth to
        seventy-seventh sessions of the General Assembly.
    """

    code = "PUN007"
    name = "space-before-mark"
    level = Level.WARNING
    node_types = (Paragraph, Footnote)
    fixable = Applicability.SAFE
    eras = frozenset({"2010-2019", "2020+"})

    def prefilters(self, language: Language) -> tuple[Prefilter, ...]:
        """Return the pattern for a mark after a space."""
        return (ADJACENT_MARKS,)

    def check(self, node: Paragraph | Footnote, context: Context) -> Iterator[Finding]:
        prose = node.prose
        calls = {call.at for call in prose.footnote_references}
        for match in _SPACED.finditer(prose.text):
            start, end = match.span()
            if calls.intersection(range(start, end)) or prose.reading.quoted(start, end):
                continue
            if not prose.unbroken(start, end - 1):
                continue  # the gap comes from markup or a page break
            fix = Fix("Remove the space", (Edit(prose.span(start, end - 1), ""),))
            yield Finding(prose.span(start, end), f"Unexpected space before a {NAMES[prose.text[end - 1]]}", fix)

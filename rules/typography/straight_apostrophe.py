"""TYP004."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.syntax.language import Language
from ...grammar.syntax.tree import Footnote, Heading, Paragraph
from ...grammar.text import compile_cache
from ..base import Applicability, Context, Edit, Finding, Fix, Level, Prefilter, Rule

_MARK = compile_cache.pattern(
    r"(?P<address>\S{0,200}(?:://|www\.|@)\S{0,400})|(?P<words>(?<![\w'])'(?=\w)[^'\n]{1,200}(?<=[\w.,])'(?!\w))|(?<=\p{L})'(?!')"
)


class StraightApostrophe(Rule):
    """A straight apostrophe stands where a curved one is due.

    What it does:
        Finds the mark ' behind a letter, and a pair of such marks round words. Behind a figure it may mean feet or
        minutes and is left alone, as it is in addresses of the web.
    Why:
        The house uses curved marks alone; a search for States’ does not find the other.
    Wrong:
        1. *Decides* to raise the keepers' pay and to mend the lamp's wick.
    Right:
        1. *Decides* to raise the keepers’ pay and to mend the lamp’s wick.
    Fix:
        Writes ’ behind a letter: safe. Round words it writes ‘ and ’: unsafe.
    Source:
        United Nations Editorial Manual, on quotations. None in 36,000 paragraphs and notes of the General Assembly's
        sessions 76 and 77; three in the Security Council's texts of 2021 to 2023, all of them slips.
    """

    code = "TYP004"
    name = "straight-apostrophe"
    level = Level.WARNING
    node_types = (Paragraph, Footnote, Heading)
    fixable = Applicability.SAFE
    eras = frozenset({"2010-2019", "2020+"})  # typewriters had no other

    def prefilters(self, language: Language) -> tuple[Prefilter, ...]:
        """The mark."""
        return (Prefilter(signs="'"),)

    def check(self, node: Paragraph | Footnote | Heading, context: Context) -> Iterator[Finding]:
        prose = node.prose
        for match in _MARK.finditer(prose.text):
            if match["address"]:
                continue
            if match["words"]:
                start, end = match.span("words")
                edits = (Edit(prose.span(start, start + 1), "‘"), Edit(prose.span(end - 1, end), "’"))
                fix = Fix("Write ‘ and ’", edits, Applicability.UNSAFE)
            else:
                start, end = match.span()
                fix = Fix("Write ’", (Edit(prose.span(start, end), "’"),))
            yield Finding(prose.span(start, end), "A straight mark where a curved one is due", fix)

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


_PRIME = compile_cache.pattern(r"(?<![\p{L}\p{N}])\p{Lu}'(?:[^\p{L}]|$)$")


class StraightApostrophe(Rule):
    """An apostrophe or a single quotation mark is straight.

    What it does:
        Reports the mark ' after a letter, and a pair of such marks around words. After a figure it may mean feet or
        minutes and is ignored, and so are web addresses.
    Why:
        United Nations documents use curved apostrophes only, and a search for one form does not find the other.
    Wrong:
        1. *Decides* to raise the keepers' pay and to mend the lamp's wick.
    Right:
        1. *Decides* to raise the keepers’ pay and to mend the lamp’s wick.
    Fix:
        Replaces a mark after a letter with ’. Safe: an apostrophe is the only mark in a word or at its end. Unsafe
        after a single capital letter, where it may be a prime (“point A'”). Replaces a pair around words with ‘ and ’.
        Unsafe: each may be an apostrophe.
    Source:
        United Nations Editorial Manual, on quotations. No case in 36,000 paragraphs and footnotes of the General
        Assembly's sessions 76 and 77; three in the Security Council's texts of 2021 to 2023, all of them errors.
    """

    code = "TYP004"
    name = "straight-apostrophe"
    level = Level.WARNING
    node_types = (Paragraph, Footnote, Heading)
    fixable = Applicability.SAFE
    eras = frozenset({"2010-2019", "2020+"})  # typewriters had no other mark

    def prefilters(self, language: Language) -> tuple[Prefilter, ...]:
        """Require a straight apostrophe."""
        return (Prefilter(signs="'"),)

    def check(self, node: Paragraph | Footnote | Heading, context: Context) -> Iterator[Finding]:
        prose = node.prose
        for match in _MARK.finditer(prose.text):
            if match["address"]:
                continue
            if match["words"]:
                start, end = match.span("words")
                edits = (Edit(prose.span(start, start + 1), "‘"), Edit(prose.span(end - 1, end), "’"))
                message = "Use curved quotation marks instead of straight ones"
                fix = Fix("Replace with ‘ and ’", edits, Applicability.UNSAFE)
            else:
                start, end = match.span()
                message = "Use a curved apostrophe instead of a straight one"
                sure = Applicability.UNSAFE if _PRIME.search(prose.text, endpos=end + 1) else Applicability.SAFE
                fix = Fix("Replace with ’", (Edit(prose.span(start, end), "’"),), sure)
            yield Finding(prose.span(start, end), message, fix)

"""TYP021."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.syntax.language import Language
from ...grammar.syntax.tree import Heading, Paragraph
from ...grammar.text import compile_cache
from ..base import Applicability, Context, Edit, Finding, Fix, Level, Prefilter, Rule

_SIGN = compile_cache.pattern(
    r"(?<![\w$])(?:US ?\$|USD|US dollars) ?(?P<amount>\d[\d,.]*\d|\d)(?P<many> (?:million|billion))?(?![\w.,]*\d)"
)


class MoneySign(Rule):
    """An amount of money has a sign or a code instead of words.

    What it does:
        Finds “US$ 300,000”, “USD 5 million” and “$20” in paragraphs. Tables and notes are left alone.
    Why:
        In the running text of a resolution money is named in words.
    Wrong:
        1. *Decides* to spend US$ 300,000 on oil.
    Right:
        1. *Decides* to spend 300,000 United States dollars on oil.
    Fix:
        Writes the amount before the words. Unsafe: a text that names the currency once may say “dollars”.
    Source:
        Practice of the General Assembly, whose appropriations are in United States dollars, then in dollars.
    """

    code = "TYP021"
    name = "money-sign"
    level = Level.INFO
    node_types = (Paragraph, Heading)
    fixable = Applicability.UNSAFE

    def prefilters(self, language: Language) -> tuple[Prefilter, ...]:
        """A sign or a code."""
        return (Prefilter(words=frozenset({"US", "USD"}), signs="$"),)

    def check(self, node: Paragraph | Heading, context: Context) -> Iterator[Finding]:
        prose = node.prose
        words = context.language.data("typography")["dollars"]
        for match in _SIGN.finditer(prose.text):
            if prose.reading.quoted(*match.span()):
                continue
            written = f"{match['amount']}{match['many'] or ''} {words}"
            place = prose.span(*match.span())
            fix = None
            if prose.unbroken(*match.span()):
                fix = Fix(f"Write “{written}”", (Edit(place, written),), Applicability.UNSAFE)
            yield Finding(place, f"“{match.group()}” is written “{written}”", fix)

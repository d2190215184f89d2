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


class CurrencySign(Rule):
    """An amount of money has a sign or a code instead of words.

    What it does:
        Reports amounts such as “US$ 300,000” and “USD 5 million” in paragraphs and headings. Tables, footnotes and
        quotations are ignored.
    Why:
        In the running text of a resolution, currencies are named in words.
    Wrong:
        1. *Decides* to spend US$ 300,000 on oil.
    Right:
        1. *Decides* to spend 300,000 United States dollars on oil.
    Fix:
        Places the amount before the name of the currency. Unsafe: a text that has named the currency may say “dollars”.
    Source:
        Practice of the General Assembly, whose appropriations are in United States dollars, and in dollars from the
        second mention on.
    """

    code = "TYP021"
    name = "currency-sign"
    aliases = ("money-sign",)
    level = Level.INFO
    node_types = (Paragraph, Heading)
    fixable = Applicability.UNSAFE

    def prefilters(self, language: Language) -> tuple[Prefilter, ...]:
        """Require a currency sign or code."""
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
                fix = Fix(f"Replace with “{written}”", (Edit(place, written),), Applicability.UNSAFE)
            yield Finding(place, f"Use “{written}” instead of “{match.group()}”", fix)

"""TYP021."""

from __future__ import annotations

from collections.abc import Mapping

import regex

from ...grammar.syntax.language import Language
from ...grammar.syntax.tree import Heading, Paragraph
from ...grammar.text import compile_cache
from ..base import Applicability, Level, Prefilter
from ..kinds.pattern_rule import PatternRule, quoted


class CurrencySign(PatternRule):
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
    pattern = compile_cache.pattern(
        r"(?<![\w$])(?:US ?\$|USD|US dollars) ?(?P<amount>\d[\d,.]*\d|\d)(?P<many> (?:million|billion))?(?![\w.,]*\d)"
    )
    required = (Prefilter(words=frozenset({"US", "USD"}), signs="$"),)
    excluded = (quoted(),)
    message = "Use “{right}” instead of “{found}”"

    def words(self, match: regex.Match[str], language: Language) -> Mapping[str, str]:
        return {"right": f"{match['amount']}{match['many'] or ''} {language.data('typography')['dollars']}"}

"""TYP024."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.syntax.language import Language
from ...grammar.syntax.tree import Heading, Paragraph
from ...grammar.text import compile_cache
from ..base import Applicability, Context, Edit, Finding, Fix, Level, Prefilter, Rule

_SIGN = compile_cache.pattern(r"(?<=\p{Ll}[ \u00a0])&(?=[ \u00a0]\p{Ll})")


class Ampersand(Rule):
    """“&” is used between words of a sentence.

    What it does:
        Reports “&” between two words in lower case. Names such as “Tallow & Sons” and quotations are ignored.
    Why:
        The ampersand belongs in the names of firms and in tables; a resolution is also read aloud.
    Wrong:
        1. *Requests* the keepers to trim the wicks & sweep the stairs.
    Right:
        1. *Requests* the keepers to trim the wicks and sweep the stairs, with the help of Tallow & Sons.
    Fix:
        Replaces the ampersand with “and”. Safe.
    Source:
        General editorial practice; the adopted texts have no example.
    """

    code = "TYP024"
    name = "ampersand"
    level = Level.WARNING
    node_types = (Paragraph, Heading)
    fixable = Applicability.SAFE

    def prefilters(self, language: Language) -> tuple[Prefilter, ...]:
        """Require an ampersand."""
        return (Prefilter(signs="&"),)

    def check(self, node: Paragraph | Heading, context: Context) -> Iterator[Finding]:
        prose, word = node.prose, context.language.data("numbers")["joined"]
        for match in _SIGN.finditer(prose.text):
            if prose.reading.quoted(*match.span()):
                continue
            place = prose.span(*match.span())
            yield Finding(place, f"Use “{word}” instead of “&”", Fix(f"Replace with “{word}”", (Edit(place, word),)))

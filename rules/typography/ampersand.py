"""TYP024."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.syntax.language import Language
from ...grammar.syntax.tree import Heading, Paragraph
from ...grammar.text import compile_cache
from ..base import Applicability, Context, Edit, Finding, Fix, Level, Prefilter, Rule

_SIGN = compile_cache.pattern(r"(?<=\p{Ll}[ \u00a0])&(?=[ \u00a0]\p{Ll})")


class Ampersand(Rule):
    """An ampersand stands between words of a sentence.

    What it does:
        Finds “&” between two words in small letters. Names keep theirs, and quotations are left alone.
    Why:
        It is a sign for names of firms and for tables; a resolution is read aloud.
    Wrong:
        1. *Requests* the keepers to trim the wicks & sweep the stairs.
    Right:
        1. *Requests* the keepers to trim the wicks and sweep the stairs, with the help of Tallow & Sons.
    Fix:
        Writes the word. Safe.
    Source:
        Editorial sense; none in the adopted texts.
    """

    code = "TYP024"
    name = "ampersand"
    level = Level.WARNING
    node_types = (Paragraph, Heading)
    fixable = Applicability.SAFE

    def prefilters(self, language: Language) -> tuple[Prefilter, ...]:
        """The sign."""
        return (Prefilter(signs="&"),)

    def check(self, node: Paragraph | Heading, context: Context) -> Iterator[Finding]:
        prose, word = node.prose, context.language.data("numbers")["joined"]
        for match in _SIGN.finditer(prose.text):
            if prose.reading.quoted(*match.span()):
                continue
            place = prose.span(*match.span())
            yield Finding(place, f"“&” is written “{word}”", Fix(f"Write “{word}”", (Edit(place, word),)))

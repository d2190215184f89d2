"""TYP001."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.model.number_words import number_words
from ...grammar.model.profile import BODIES
from ...grammar.syntax.language import Language
from ...grammar.syntax.tree import Footnote, Heading, Paragraph
from ...grammar.text import compile_cache
from ..base import Applicability, Context, Edit, Finding, Fix, Level, Prefilter, Rule

_SIGN = compile_cache.pattern(r"(?<=\d)[ \u00a0\u202f]?%(?!\w)")


class PerCentSign(Rule):
    """“%” is used in running text.

    What it does:
        Reports the sign after a number, with or without a space between them. Quotations and web addresses are ignored.
    Why:
        In running text, the United Nations writes “per cent”; the sign is for tables.
    Wrong:
        1. *Decides* to light 80% of the lamps.
    Right:
        1. *Decides* to light 80 per cent of the lamps.
    Fix:
        Replaces the sign with the words. Safe.
    Source:
        United Nations Editorial Manual, on numbers. In the General Assembly's sessions 76 and 77, the words occur 392
        times and the sign never; the Security Council uses both, and its texts are not checked.
    """

    code = "TYP001"
    name = "per-cent-sign"
    level = Level.WARNING
    node_types = (Paragraph, Footnote, Heading)
    fixable = Applicability.SAFE
    bodies = BODIES - {"sc", "mun"}

    def prefilters(self, language: Language) -> tuple[Prefilter, ...]:
        """Require a per cent sign."""
        return (Prefilter(signs="%"),)

    def check(self, node: Paragraph | Footnote | Heading, context: Context) -> Iterator[Finding]:
        prose = node.prose
        words = number_words(context.language).per_cent
        for match in _SIGN.finditer(prose.text):
            if prose.reading.quoted(*match.span()) or not prose.unbroken(*match.span()):
                continue
            place = prose.span(*match.span())
            yield Finding(
                place, f"Use “{words}” instead of “%”", Fix(f"Replace with “{words}”", (Edit(place, f" {words}"),))
            )

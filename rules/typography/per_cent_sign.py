"""TYP001."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar import kept
from ...grammar.language import Language
from ...grammar.tree import Heading, Note, Paragraph
from ..profile import BODIES
from ..rule import Applicability, Context, Cue, Edit, Finding, Fix, Level, Rule
from .numbers import number_words

_SIGN = kept.pattern(r"(?<=\d)[ \u00a0\u202f]?%(?!\w)")


class PerCentSign(Rule):
    """The sign % stands in running text.

    What it does:
        Finds the sign behind a number, also with a space between. Quotations and addresses of the web are left alone.
    Why:
        The house writes per cent, and keeps the sign for narrow tables.
    Wrong:
        1. *Decides* to light 80% of the lamps.
    Right:
        1. *Decides* to light 80 per cent of the lamps.
    Fix:
        Writes the words. Safe.
    Source:
        United Nations Editorial Manual, on numbers. In the General Assembly's sessions 76 and 77 the words stand 392
        times and the sign never; the Security Council has both, and the rule is silent there.
    """

    code = "TYP001"
    name = "per-cent-sign"
    level = Level.WARNING
    looks_at = (Paragraph, Note, Heading)
    fixable = Applicability.SAFE
    bodies = BODIES - {"sc", "mun"}

    def cues(self, language: Language) -> tuple[Cue, ...]:
        """The sign."""
        return (Cue(signs="%"),)

    def check(self, node: Paragraph | Note | Heading, context: Context) -> Iterator[Finding]:
        prose = node.prose
        words = number_words(context.language).per_cent
        for match in _SIGN.finditer(prose.text):
            if prose.reading.quoted(*match.span()) or not prose.unbroken(*match.span()):
                continue
            place = prose.span(*match.span())
            yield Finding(place, f"“%” is written “{words}”", Fix(f"Write “{words}”", (Edit(place, f" {words}"),)))

"""TYP022."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.model.number_words import number_words
from ...grammar.syntax.language import Language
from ...grammar.syntax.tree import Footnote, Heading, Paragraph
from ..base import Applicability, Context, Edit, Finding, Fix, Level, Prefilter, Rule


class SessionNotOrdinal(Rule):
    """The number of a session is a cardinal instead of an ordinal.

    What it does:
        Reports “seventy-eight session” and similar numbers from twenty to ninety-nine before “session” in the singular.
        Quotations are ignored.
    Why:
        The ending of an ordinal is easily lost, and a spelling checker does not notice: both forms are words.
    Wrong:
        1. *Decides* to return to the matter at its thirty-four session.
    Right:
        1. *Decides* to return to the matter at its thirty-fourth session, after thirty-four sessions of the keepers.
    Fix:
        Replaces the number with the ordinal. Safe.
    Source:
        General editorial practice; no case in the adopted texts.
    """

    code = "TYP022"
    name = "session-not-ordinal"
    level = Level.WARNING
    node_types = (Paragraph, Footnote, Heading)
    fixable = Applicability.SAFE

    def prefilters(self, language: Language) -> tuple[Prefilter, ...]:
        """Require “session”."""
        return (Prefilter(words=number_words(language).session_words),)

    def check(self, node: Paragraph | Footnote | Heading, context: Context) -> Iterator[Finding]:
        prose = node.prose
        words = number_words(context.language)
        for match in words.counted_session.finditer(prose.text):
            if prose.reading.quoted(*match.span()) or not prose.unbroken(*match.span()):
                continue
            written = words.ordinals[words.cardinals.index(match[0].lower())]
            cased = written.capitalize() if match[0][0].isupper() else written
            place = prose.span(*match.span())
            fix = Fix(f"Replace with “{cased}”", (Edit(place, cased),))
            yield Finding(place, f"Use “{cased}” instead of “{match[0]}” for a session", fix)

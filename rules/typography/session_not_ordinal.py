"""TYP022."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.model.number_words import number_words
from ...grammar.syntax.language import Language
from ...grammar.syntax.tree import Footnote, Heading, Paragraph
from ..base import Applicability, Context, Edit, Finding, Fix, Level, Prefilter, Rule


class SessionNotOrdinal(Rule):
    """The number of a session has lost the ending of an ordinal.

    What it does:
        Finds “seventy-eight session”, from twenty to ninety-nine, in the singular. Quotations are left alone.
    Why:
        The last letters are easily lost, and no spelling checker sees it: both are words.
    Wrong:
        1. *Decides* to return to the matter at its thirty-four session.
    Right:
        1. *Decides* to return to the matter at its thirty-fourth session, after thirty-four sessions of the keepers.
    Fix:
        Writes the ordinal. Safe.
    Source:
        Editorial sense; none in the adopted texts.
    """

    code = "TYP022"
    name = "session-not-ordinal"
    level = Level.WARNING
    node_types = (Paragraph, Footnote, Heading)
    fixable = Applicability.SAFE

    def prefilters(self, language: Language) -> tuple[Prefilter, ...]:
        """A session."""
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
            fix = Fix(f"Write “{cased}”", (Edit(place, cased),))
            yield Finding(place, f"“{match[0]}” session is written “{cased}”", fix)

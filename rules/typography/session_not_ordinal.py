"""TYP022."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.language import Language
from ...grammar.tree import Heading, Note, Paragraph
from ..rule import Applicability, Context, Cue, Edit, Finding, Fix, Level, Rule
from .numbers import number_words


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
    looks_at = (Paragraph, Note, Heading)
    fixable = Applicability.SAFE

    def cues(self, language: Language) -> tuple[Cue, ...]:
        """A session."""
        return (Cue(words=number_words(language).session_words),)

    def check(self, node: Paragraph | Note | Heading, context: Context) -> Iterator[Finding]:
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

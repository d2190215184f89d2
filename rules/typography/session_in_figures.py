"""TYP005."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.model.number_words import number_words
from ...grammar.model.profile import BODIES
from ...grammar.syntax.language import Language
from ...grammar.syntax.tree import Footnote, Heading, Paragraph
from ..base import Applicability, Context, Edit, Finding, Fix, Level, Prefilter, Rule


class SessionInFigures(Rule):
    """The number of a session is an ordinal in figures.

    What it does:
        Finds "28th session", up to 99th. Meetings keep their figures ("8th meeting"), and so do sessions from the
        hundredth on. Quotations are left alone.
    Why:
        Sessions are written in words, so that a session is not taken for a meeting.
    Wrong:
        1. *Decides* to return to the matter at its 28th session.
    Right:
        1. *Decides* to return to the matter at its twenty-eighth session, after its 8th meeting and the 103rd session
        of the Guild of Keepers.
    Fix:
        Writes the ordinal in words. Safe.
    Source:
        Practice: in the General Assembly's sessions 76 and 77 only sessions from the hundredth on stand in figures.
    """

    code = "TYP005"
    name = "session-in-figures"
    level = Level.WARNING
    node_types = (Paragraph, Footnote, Heading)
    fixable = Applicability.SAFE
    bodies = BODIES - {"sc", "mun"}

    def prefilters(self, language: Language) -> tuple[Prefilter, ...]:
        """A session, and an ordinal in figures."""
        return Prefilter(words=number_words(language).session_words), number_words(language).ordinal_figures

    def check(self, node: Paragraph | Footnote | Heading, context: Context) -> Iterator[Finding]:
        prose = node.prose
        words = number_words(context.language)
        for match in words.session.finditer(prose.text):
            number = int(match[1])
            if not number or prose.reading.quoted(*match.span()) or not prose.unbroken(*match.span()):
                continue
            written = words.ordinals[number - 1]
            place = prose.span(*match.span())
            fix = Fix(f"Write “{written}”", (Edit(place, written),))
            yield Finding(place, f"“{match[0]}” session is written “{written}”", fix)

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
        Reports "28th session" and similar ordinals, up to 99th. Meetings ("8th meeting"), sessions from the hundredth
        on and quotations are ignored.
    Why:
        The numbers of sessions are written in words, those of meetings in figures, so that the two are not confused.
    Wrong:
        1. *Decides* to return to the matter at its 28th session.
    Right:
        1. *Decides* to return to the matter at its twenty-eighth session, after its 8th meeting and the 103rd session
        of the Guild of Keepers.
    Fix:
        Replaces the figures with words. Safe.
    Source:
        Practice: in the General Assembly's sessions 76 and 77, only sessions from the hundredth on are in figures.
    """

    code = "TYP005"
    name = "session-in-figures"
    level = Level.WARNING
    node_types = (Paragraph, Footnote, Heading)
    fixable = Applicability.SAFE
    bodies = BODIES - {"sc", "mun"}

    def prefilters(self, language: Language) -> tuple[Prefilter, ...]:
        """Require “session”, and an ordinal in figures."""
        return Prefilter(words=number_words(language).session_words), Prefilter(
            piece=number_words(language).ordinal_figures
        )

    def check(self, node: Paragraph | Footnote | Heading, context: Context) -> Iterator[Finding]:
        prose = node.prose
        words = number_words(context.language)
        for match in words.session.finditer(prose.text):
            number = int(match[1])
            if not number or prose.reading.quoted(*match.span()) or not prose.unbroken(*match.span()):
                continue
            written = words.ordinals[number - 1]
            place = prose.span(*match.span())
            fix = Fix(f"Replace with “{written}”", (Edit(place, written),))
            yield Finding(place, f"Use “{written}” instead of “{match[0]}” for a session", fix)

"""TYP005."""

from __future__ import annotations

from collections.abc import Mapping

import regex

from ...grammar.model.number_words import number_words
from ...grammar.model.profile import MEASURED
from ...grammar.syntax.language import Language
from ...grammar.syntax.tree import Footnote, Heading, Paragraph
from ..base import Applicability, Level, Prefilter
from ..kinds.pattern_rule import PatternRule, divided, quoted
from ..prefilter_runs import DIGITS


class SessionInFigures(PatternRule):
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
        Replaces the figures with words. Safe: the number does not change.
    Source:
        Practice: in the General Assembly's sessions 76 and 77, only sessions from the hundredth on are in figures.
    """

    code = "TYP005"
    name = "session-in-figures"
    level = Level.WARNING
    node_types = (Paragraph, Footnote, Heading)
    fixable = Applicability.SAFE
    bodies = MEASURED - {"sc", "mun"}
    excluded = (quoted(), divided())
    message = "Use “{right}” instead of “{found}” for a session"

    def prefilters(self, language: Language) -> tuple[Prefilter, ...]:
        numbers = number_words(language)
        return Prefilter(words=numbers.session_words), Prefilter(piece=numbers.ordinal_figures, among=DIGITS)

    def pattern_for(self, language: Language) -> regex.Pattern[str]:
        return number_words(language).session

    def words(self, match: regex.Match[str], language: Language) -> Mapping[str, str] | None:
        number = int(match[1])
        return {"right": number_words(language).ordinals[number - 1]} if number else None

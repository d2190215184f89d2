"""TYP022."""

from __future__ import annotations

from collections.abc import Mapping

import regex

from ...grammar.model.number_words import COUNTED, number_words
from ...grammar.syntax.language import Language
from ...grammar.syntax.tree import Footnote, Heading, Paragraph
from ..base import Applicability, Level, Prefilter
from ..kinds.pattern_rule import PatternRule, divided, quoted


class SessionNotOrdinal(PatternRule):
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
        Replaces the number with the ordinal. Safe: a cardinal number requires the plural.
    Source:
        General editorial practice; no case in the adopted texts.
    """

    code = "TYP022"
    name = "session-not-ordinal"
    level = Level.WARNING
    node_types = (Paragraph, Footnote, Heading)
    fixable = Applicability.SAFE
    excluded = (quoted(), divided())
    message = "Use “{right}” instead of “{found}” for a session"

    def prefilters(self, language: Language) -> tuple[Prefilter, ...]:
        numbers = number_words(language)
        return Prefilter(words=numbers.session_words), Prefilter(words=numbers.tens)

    def pattern_for(self, language: Language) -> regex.Pattern[str]:
        return number_words(language).counted_session

    def words(self, match: regex.Match[str], language: Language) -> Mapping[str, str] | None:
        if COUNTED.match(match.string, match.end()):
            return None  # “thirty-four session documents”
        numbers = number_words(language)
        ordinal = numbers.ordinals[numbers.cardinals.index(match[0].lower())]
        return {"right": ordinal.capitalize() if match[0][0].isupper() else ordinal}

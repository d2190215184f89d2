"""TYP006."""

from __future__ import annotations

from collections.abc import Mapping

import regex

from ...grammar.model.number_words import COUNTED, number_words
from ...grammar.syntax.language import Language
from ...grammar.syntax.tree import Footnote, Heading, Paragraph, Prose
from ...grammar.text import compile_cache
from ..base import Applicability, Level, Prefilter
from ..kinds.pattern_rule import PatternRule, divided, quoted
from ..prefilter import Run, Sequence

_SEVERAL = compile_cache.pattern(r"(?:[ \u00a0\u202f]\p{L}+){0,3}[ \u00a0\u202f]sessions\b")


class OrdinalHyphenMissing(PatternRule):
    """An ordinal in words has no hyphen.

    What it does:
        Reports "twenty first session" and similar ordinals, up to ninety-ninth, before “session”. Quotations are
        ignored.
    Why:
        The tens and the units form one number.
    Wrong:
        1. *Decides* to return to the matter at its twenty first session.
    Right:
        1. *Decides* to return to the matter at its twenty-first session.
    Fix:
        Inserts the hyphen. Safe: the number belongs to one session. Unsafe before a noun in the plural, as in “twenty
        first session documents”.
    Source:
        General editorial practice; no case in the General Assembly's sessions 76 and 77.
    """

    code = "TYP006"
    name = "ordinal-hyphen-missing"
    aliases = ("ordinal-parted",)
    level = Level.WARNING
    node_types = (Paragraph, Footnote, Heading)
    fixable = Applicability.SAFE
    excluded = (quoted(), divided(1))
    replaced = 1
    message = "Missing hyphen in “{found}”; use “{right}”"
    title = "Insert a hyphen"
    content = "-"

    def prefilters(self, language: Language) -> tuple[Prefilter, ...]:
        numbers = number_words(language)
        unit = Run(any_case=frozenset(numbers.ordinals[:9]))
        return (Prefilter(sequences=(Sequence(Run(words=numbers.tens), unit),)),)

    def pattern_for(self, language: Language) -> regex.Pattern[str]:
        return number_words(language).parted

    def applicability(self, match: regex.Match[str], prose: Prose) -> Applicability:
        return Applicability.UNSAFE if COUNTED.match(match.string, match.end()) else Applicability.SAFE

    def words(self, match: regex.Match[str], language: Language) -> Mapping[str, str] | None:
        if _SEVERAL.match(match.string, match.end()):
            return None  # “twenty first sessions” may be the first twenty
        return {"right": "-".join(match[0].split())}

"""TYP024."""

from __future__ import annotations

from collections.abc import Mapping

import regex

from ...grammar.syntax.language import Language
from ...grammar.syntax.tree import Heading, Paragraph
from ...grammar.text import compile_cache
from ..base import Applicability, Level, Prefilter
from ..kinds.pattern_rule import PatternRule, quoted


class Ampersand(PatternRule):
    """“&” is used between words of a sentence.

    What it does:
        Reports “&” between two words in lower case. Names such as “Tallow & Sons” and quotations are ignored.
    Why:
        The ampersand belongs in the names of firms and in tables; a resolution is also read aloud.
    Wrong:
        1. *Requests* the keepers to trim the wicks & sweep the stairs.
    Right:
        1. *Requests* the keepers to trim the wicks and sweep the stairs, with the help of Tallow & Sons.
    Fix:
        Replaces the ampersand with “and”. Safe: between two words in lower case the sign has no other reading.
    Source:
        General editorial practice; the adopted texts have no example.
    """

    code = "TYP024"
    name = "ampersand"
    level = Level.WARNING
    node_types = (Paragraph, Heading)
    fixable = Applicability.SAFE
    pattern = compile_cache.pattern(r"(?<=\p{Ll}[ \u00a0])&(?=[ \u00a0]\p{Ll})")
    required = (Prefilter(signs="&"),)
    excluded = (quoted(),)
    message = "Use “{right}” instead of “&”"

    def words(self, match: regex.Match[str], language: Language) -> Mapping[str, str]:
        return {"right": language.data("numbers")["joined"]}

"""TYP001."""

from __future__ import annotations

from collections.abc import Mapping

import regex

from ...grammar.model.number_words import number_words
from ...grammar.model.profile import MEASURED
from ...grammar.syntax.language import Language
from ...grammar.syntax.tree import Footnote, Heading, Paragraph, Prose
from ...grammar.text import compile_cache
from ..base import Applicability, Level, Prefilter
from ..kinds.pattern_rule import PatternRule, divided, quoted

_DASHES = ("-", "‑", "–", "/")
_AFTER_RANGE = compile_cache.pattern(r"%[-‑–/][\d.,]+$")


class PerCentSign(PatternRule):
    """“%” is used in running text.

    What it does:
        Reports the sign after a number, with or without a space between them. Quotations and web addresses are ignored.
    Why:
        In running text, the United Nations writes “per cent”; the sign is for tables.
    Wrong:
        1. *Decides* to light 80% of the lamps.
    Right:
        1. *Decides* to light 80 per cent of the lamps.
    Fix:
        Replaces the sign with the words. Safe: the sign has no other reading. Unsafe in a range such as “5%–10%”, where
        the words are usual once.
    Source:
        United Nations Editorial Manual, on numbers. In the General Assembly's sessions 76 and 77, the words occur 392
        times and the sign never; the Security Council uses both, and its texts are not checked.
    """

    code = "TYP001"
    name = "per-cent-sign"
    level = Level.WARNING
    node_types = (Paragraph, Footnote, Heading)
    fixable = Applicability.SAFE
    bodies = MEASURED - {"sc", "mun"}
    pattern = compile_cache.pattern(r"(?<=\d)[ \u00a0\u202f]?%(?!\w)")
    required = (Prefilter(signs="%"),)
    excluded = (quoted(), divided())
    message = "Use “{right}” instead of “%”"
    content = " {right}"

    def applicability(self, match: regex.Match[str], prose: Prose) -> Applicability:
        in_range = match.string[match.end() : match.end() + 1] in _DASHES or _AFTER_RANGE.search(
            match.string, endpos=match.start()
        )
        return Applicability.UNSAFE if in_range else Applicability.SAFE

    def words(self, match: regex.Match[str], language: Language) -> Mapping[str, str]:
        return {"right": number_words(language).per_cent}

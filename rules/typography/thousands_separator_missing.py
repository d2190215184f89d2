"""TYP011."""

from __future__ import annotations

from collections.abc import Mapping

import regex

from ...grammar.model.profile import BODIES
from ...grammar.syntax.language import Language
from ...grammar.syntax.tree import Paragraph
from ...grammar.text import compile_cache
from ..base import Applicability, Level, Prefilter
from ..kinds.pattern_rule import PatternRule, divided, linked, quoted


class ThousandsSeparatorMissing(PatternRule):
    """A number of five or more digits has no comma.

    What it does:
        Reports "20000 lamps" and similar numbers before a word. Numbers after "No.", parts of symbols and web
        addresses, and quotations are ignored.
    Why:
        Long numbers are hard to read without groups of three digits.
    Wrong:
        1. *Approves* 1250000 dollars for lamp oil.
    Right:
        1. *Approves* 1,250,000 dollars for lamp oil, under treaty No. 39574.
    Fix:
        Inserts the commas. Safe.
    Source:
        Practice: 716 numbers with commas and none without in paragraphs of the General Assembly's sessions 76 and 77.
    """

    code = "TYP011"
    name = "thousands-separator-missing"
    aliases = ("thousands-unparted",)
    level = Level.WARNING
    node_types = (Paragraph,)
    fixable = Applicability.SAFE
    bodies = BODIES - {"sc", "mun"}
    pattern = compile_cache.pattern(r"(?:^|(?<=\p{Ll}[ \u00a0]))[1-9]\d{4,11}(?=[ \u00a0]\p{L})")
    required = (Prefilter(piece=r"^[1-9]\d{4,11}$"),)
    excluded = (quoted(), divided(), linked())
    message = "Use “{right}” instead of “{found}”"

    def words(self, match: regex.Match[str], language: Language) -> Mapping[str, str]:
        return {"right": f"{int(match[0]):,}"}

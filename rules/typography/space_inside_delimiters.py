"""TYP018."""

from __future__ import annotations

from collections.abc import Mapping

import regex

from ...grammar.syntax.language import Language
from ...grammar.syntax.tree import Footnote, Heading, Paragraph
from ...grammar.text import compile_cache
from ..base import Applicability, Level, Prefilter
from ..kinds.pattern_rule import PatternRule, divided


class SpaceInsideDelimiters(PatternRule):
    """There is a space inside quotation marks or brackets.

    What it does:
        Reports spaces after “ and (, and before ” and ).
    Why:
        Quotation marks and brackets touch the text that they enclose; a space could separate them at the end of a line.
    Wrong:
        1. *Welcomes* the report entitled “ Lamps and their keepers” ( LATK).
    Right:
        1. *Welcomes* the report entitled “Lamps and their keepers” (LATK).
    Fix:
        Removes the space. Safe: no word changes.
    Source:
        General editorial practice.
    """

    code = "TYP018"
    name = "space-inside-delimiters"
    aliases = ("space-inside-marks",)
    level = Level.WARNING
    node_types = (Paragraph, Footnote, Heading)
    fixable = Applicability.SAFE
    eras = frozenset({"2010-2019", "2020+"})
    pattern = compile_cache.pattern(r"(?<=[“(]) +(?=[\w“])|(?<=[\w.”]) +(?=[”)])")
    required = (Prefilter(piece="[“(]$|^[”)]", among="“(”)"),)
    excluded = (divided(around=1),)
    message = "Unexpected space {where}"
    title = "Remove the space"
    content = ""

    def words(self, match: regex.Match[str], language: Language) -> Mapping[str, str]:
        before, after = match.string[match.start() - 1], match.string[match.end()]
        return {"where": f"after {_AFTER[before]}" if before in _AFTER else f"before {_BEFORE[after]}"}


_AFTER = {"“": "opening quotation mark", "(": "opening bracket"}
_BEFORE = {"”": "closing quotation mark", ")": "closing bracket"}

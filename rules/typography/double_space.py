"""TYP014."""

from __future__ import annotations

from ...grammar.syntax.tree import Heading, Paragraph
from ...grammar.text import compile_cache
from ..base import Applicability, Level, Prefilter
from ..kinds.pattern_rule import PatternRule, divided


class DoubleSpace(PatternRule):
    """There is more than one space between two words.

    What it does:
        Reports two to eight consecutive spaces inside a line of a paragraph or heading, unless markup or a page break
        causes them. Spaces after a label at the beginning (“Forum:  Tidal Commission”) are not reported.
    Why:
        The extra space is usually left over from a deleted word, and suggests a separation that is not intended.
    Wrong:
        1. *Decides* to keep  the lamps lit.
    Right:
        1. *Decides* to keep the lamps lit.
    Fix:
        Replaces the spaces with a single one. Safe: no word changes.
    Source:
        General editorial practice. One case in the General Assembly's sessions 76 and 77, next to italics lost in
        conversion.
    """

    code = "TYP014"
    name = "double-space"
    level = Level.INFO
    node_types = (Paragraph, Heading)
    fixable = Applicability.SAFE
    eras = frozenset({"2010-2019", "2020+"})
    required = (Prefilter(text="  "),)
    pattern = compile_cache.pattern(r"(?<=\S)(?<!^[\p{L} -]{3,30}:) {2,8}(?=\S)")
    excluded = (divided(),)
    message = "Repeated space between words"
    title = "Replace with a single space"
    content = " "

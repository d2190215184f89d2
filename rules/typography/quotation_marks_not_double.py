"""TYP023."""

from __future__ import annotations

from collections.abc import Mapping

import regex

from ...grammar.syntax.language import Language
from ...grammar.syntax.tree import Footnote, Heading, Paragraph, Prose
from ...grammar.text import compile_cache
from ..base import Applicability, Level, Prefilter
from ..kinds.pattern_rule import PatternRule


def _quotation_inside_another(prose: Prose, match: regex.Match[str]) -> bool:
    """Exclude single marks, which are right inside double ones, if a double mark is open."""
    if not match[0].startswith("‘"):
        return False
    before = prose.text[: match.start()]
    return prose.reading.quoted(*match.span()) or before.count("“") > before.count("”")


class QuotationMarksNotDouble(PatternRule):
    """A quotation is not enclosed in double quotation marks.

    What it does:
        Reports words between ‘single marks’ outside a quotation, and words between «angle marks».
    Why:
        United Nations documents enclose quotations in double marks; single marks are for a quotation inside another
        one.
    Wrong:
        1. *Welcomes* the report entitled ‘Lamps and oil’.
    Right:
        1. *Welcomes* the report entitled “Lamps and oil: the ‘keeper’ in history”.
    Fix:
        Replaces the marks with “ and ”. Unsafe: the second single mark may be an apostrophe.
    Source:
        United Nations Editorial Manual, on quotations; four phrases in the adopted texts of the Security Council, none
        in those of the General Assembly.
    """

    code = "TYP023"
    name = "quotation-marks-not-double"
    aliases = ("quotation-mark-foreign",)
    level = Level.WARNING
    node_types = (Paragraph, Footnote, Heading)
    fixable = Applicability.UNSAFE
    eras = frozenset({"2010-2019", "2020+"})
    pattern = compile_cache.pattern(r"(?<!\w)(?:‘[^‘’“”«»]{2,200}’|«\s?[^‘’“”«»]{2,200}\s?»)(?!\w)")
    required = (Prefilter(signs="‘«"),)
    excluded = (_quotation_inside_another,)
    message = "Use double quotation marks (“ ”) instead of {opening} {closing}"
    title = "Replace with “ and ”"

    def words(self, match: regex.Match[str], language: Language) -> Mapping[str, str]:
        return {"opening": match[0][0], "closing": match[0][-1], "right": f"“{match[0][1:-1].strip()}”"}

"""TYP013."""

from __future__ import annotations

from ...grammar.syntax.tree import Heading, Paragraph
from ...grammar.text import compile_cache
from ..base import Applicability, Level, Prefilter
from ..kinds.pattern_rule import PatternRule, divided, quoted


class HyphenForDash(PatternRule):
    """A hyphen with a space on each side, or a double hyphen, is used as a dash.

    What it does:
        Reports " - " and "--" between words. Quotations, footnotes and web addresses are ignored.
    Why:
        A hyphen joins words; the parts of a sentence are separated by a dash.
    Wrong:
        1. *Welcomes* the three keepers - of lamp, oil and wick - to their posts.
    Right:
        1. *Welcomes* the three keepers – of lamp, oil and wick – to their posts.
    Fix:
        Replaces the hyphens with an en dash that has a space on each side. Safe.
    Source:
        Practice: 335 en dashes and no hyphen used as a dash in the General Assembly's sessions 76 and 77.
    """

    code = "TYP013"
    name = "hyphen-for-dash"
    level = Level.WARNING
    node_types = (Paragraph, Heading)
    fixable = Applicability.SAFE
    eras = frozenset({"2010-2019", "2020+"})
    pattern = compile_cache.pattern(r"(?<=[\p{L}\d)”’,])(?: -{1,3} |-{2,3})(?=[\p{L}\d(“‘])")
    required = (Prefilter(piece="^-$|--"),)  # a hyphen by itself, or two in succession
    excluded = (quoted(), divided())
    message = "Use a spaced en dash instead of “{found}”"
    title = "Replace with a spaced en dash"
    content = " – "

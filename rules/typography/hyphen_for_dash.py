"""TYP013."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.syntax.language import Language
from ...grammar.syntax.tree import Heading, Paragraph
from ...grammar.text import compile_cache
from ..base import Applicability, Context, Edit, Finding, Fix, Level, Prefilter, Rule

_DASH = compile_cache.pattern(r"(?<=[\p{L}\d)”’,])(?: -{1,3} |-{2,3})(?=[\p{L}\d(“‘])")


class HyphenForDash(Rule):
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

    def prefilters(self, language: Language) -> tuple[Prefilter, ...]:
        """Require a hyphen by itself, or two hyphens in succession."""
        return (Prefilter(piece="^-$|--"),)

    def check(self, node: Paragraph | Heading, context: Context) -> Iterator[Finding]:
        prose = node.prose
        for match in _DASH.finditer(prose.text):
            if prose.reading.quoted(*match.span()) or not prose.unbroken(*match.span()):
                continue
            place = prose.span(*match.span())
            fix = Fix("Replace with a spaced en dash", (Edit(place, " – "),))
            yield Finding(place, f"Use a spaced en dash instead of “{match[0].strip()}”", fix)

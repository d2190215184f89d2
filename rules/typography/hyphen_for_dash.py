"""TYP013."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.syntax.language import Language
from ...grammar.syntax.tree import Heading, Paragraph
from ...grammar.text import compile_cache
from ..base import Applicability, Context, Edit, Finding, Fix, Level, Prefilter, Rule

_DASH = compile_cache.pattern(r"(?<=[\p{L}\d)”’,])(?: -{1,3} |-{2,3})(?=[\p{L}\d(“‘])")


class HyphenForDash(Rule):
    """A hyphen with spaces on both sides, or two hyphens, stand for a dash.

    What it does:
        Finds " - " and "--" between words. Quotations, titles in notes and addresses are left alone.
    Why:
        A hyphen joins; what parts a sentence is the dash.
    Wrong:
        1. *Welcomes* the three keepers - of lamp, oil and wick - to their posts.
    Right:
        1. *Welcomes* the three keepers – of lamp, oil and wick – to their posts.
    Fix:
        Writes the en dash with a space on both sides. Safe.
    Source:
        Practice: 335 en dashes and no hyphen so used in the General Assembly's sessions 76 and 77.
    """

    code = "TYP013"
    name = "hyphen-for-dash"
    level = Level.WARNING
    node_types = (Paragraph, Heading)
    fixable = Applicability.SAFE
    eras = frozenset({"2010-2019", "2020+"})

    def prefilters(self, language: Language) -> tuple[Prefilter, ...]:
        """Hyphens that stand alone, or two together."""
        return (Prefilter(piece="^-$|--"),)

    def check(self, node: Paragraph | Heading, context: Context) -> Iterator[Finding]:
        prose = node.prose
        for match in _DASH.finditer(prose.text):
            if prose.reading.quoted(*match.span()) or not prose.unbroken(*match.span()):
                continue
            place = prose.span(*match.span())
            fix = Fix("Write an en dash", (Edit(place, " – "),))
            yield Finding(place, "A hyphen where a dash is due", fix)

"""TYP023."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.syntax.language import Language
from ...grammar.syntax.tree import Footnote, Heading, Paragraph
from ...grammar.text import compile_cache
from ..base import Applicability, Context, Edit, Finding, Fix, Level, Prefilter, Rule

_QUOTED = compile_cache.pattern(r"(?<!\w)(?:‘[^‘’“”«»]{2,200}’|«\s?[^‘’“”«»]{2,200}\s?»)(?!\w)")


class QuotationMarksNotDouble(Rule):
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

    def prefilters(self, language: Language) -> tuple[Prefilter, ...]:
        """Require an opening mark of one of these kinds."""
        return (Prefilter(signs="‘«"),)

    def check(self, node: Paragraph | Footnote | Heading, context: Context) -> Iterator[Finding]:
        prose = node.prose
        for match in _QUOTED.finditer(prose.text):
            start, end = match.span()
            if match[0].startswith("‘") and (prose.reading.quoted(start, end) or _inside(prose.text, start)):
                continue
            written = f"“{match[0][1:-1].strip()}”"
            edits = (Edit(prose.span(start, end), written),)
            fix = Fix("Replace with “ and ”", edits, Applicability.UNSAFE) if prose.unbroken(start, end) else None
            yield Finding(
                prose.span(start, end), f"Use double quotation marks (“ ”) instead of {match[0][0]} {match[0][-1]}", fix
            )


def _inside(text: str, at: int) -> bool:
    """Return whether a double quotation mark is open at an offset."""
    return text.count("“", 0, at) > text.count("”", 0, at)

"""TYP023."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.syntax.language import Language
from ...grammar.syntax.tree import Footnote, Heading, Paragraph
from ...grammar.text import compile_cache
from ..base import Applicability, Context, Edit, Finding, Fix, Level, Prefilter, Rule

_QUOTED = compile_cache.pattern(r"(?<!\w)(?:‘[^‘’“”«»]{2,200}’|«\s?[^‘’“”«»]{2,200}\s?»)(?!\w)")


class QuotationMarkForeign(Rule):
    """Words are quoted between marks of another house.

    What it does:
        Finds words between ‘single marks’ that do not stand inside a quotation, and between «angle marks».
    Why:
        The house quotes between double marks; single ones are for a quotation inside another.
    Wrong:
        1. *Welcomes* the report entitled ‘Lamps and oil’.
    Right:
        1. *Welcomes* the report entitled “Lamps and oil: the ‘keeper’ in history”.
    Fix:
        Writes “ and ”. Unsafe: the second single mark may be an apostrophe.
    Source:
        United Nations Editorial Manual, on quotations; four phrases in the adopted texts of the Security Council, none
        in those of the General Assembly.
    """

    code = "TYP023"
    name = "quotation-mark-foreign"
    level = Level.WARNING
    node_types = (Paragraph, Footnote, Heading)
    fixable = Applicability.UNSAFE
    eras = frozenset({"2010-2019", "2020+"})

    def prefilters(self, language: Language) -> tuple[Prefilter, ...]:
        """A mark that opens."""
        return (Prefilter(signs="‘«"),)

    def check(self, node: Paragraph | Footnote | Heading, context: Context) -> Iterator[Finding]:
        prose = node.prose
        for match in _QUOTED.finditer(prose.text):
            start, end = match.span()
            if match[0].startswith("‘") and (prose.reading.quoted(start, end) or _inside(prose.text, start)):
                continue
            written = f"“{match[0][1:-1].strip()}”"
            edits = (Edit(prose.span(start, end), written),)
            fix = Fix("Write “ and ”", edits, Applicability.UNSAFE) if prose.unbroken(start, end) else None
            yield Finding(prose.span(start, end), f"{match[0]} is written {written}", fix)


def _inside(text: str, at: int) -> bool:
    """Whether a quotation is open there that does not close, or begins further on."""
    return text.count("“", 0, at) > text.count("”", 0, at)

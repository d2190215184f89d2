"""TYP006."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.model.number_words import number_words
from ...grammar.syntax.language import Language
from ...grammar.syntax.tree import Footnote, Heading, Paragraph
from ..base import Applicability, Context, Edit, Finding, Fix, Level, Prefilter, Rule


class OrdinalParted(Rule):
    """The words of an ordinal are not joined by a hyphen.

    What it does:
        Finds "twenty first session" and its like, up to ninety ninth. Quotations are left alone.
    Why:
        The tens and the units make one number.
    Wrong:
        1. *Decides* to return to the matter at its twenty first session.
    Right:
        1. *Decides* to return to the matter at its twenty-first session.
    Fix:
        Puts the hyphen in. Safe.
    Source:
        Editorial sense; none in the General Assembly's sessions 76 and 77.
    """

    code = "TYP006"
    name = "ordinal-parted"
    level = Level.WARNING
    node_types = (Paragraph, Footnote, Heading)
    fixable = Applicability.SAFE

    def prefilters(self, language: Language) -> tuple[Prefilter, ...]:
        """Tens."""
        return (Prefilter(words=number_words(language).tens),)

    def check(self, node: Paragraph | Footnote | Heading, context: Context) -> Iterator[Finding]:
        prose = node.prose
        words = number_words(context.language)
        for match in words.parted.finditer(prose.text):
            if prose.reading.quoted(*match.span()) or not prose.unbroken(*match.span(1)):
                continue
            written = "-".join(match[0].split())
            fix = Fix(f"Write “{written}”", (Edit(prose.span(*match.span(1)), "-"),))
            yield Finding(prose.span(*match.span()), f"“{match[0]}” is written “{written}”", fix)

"""TYP006."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.language import Language
from ...grammar.tree import Heading, Note, Paragraph
from ..rule import Applicability, Context, Cue, Edit, Finding, Fix, Level, Rule
from .numbers import number_words


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
    looks_at = (Paragraph, Note, Heading)
    fixable = Applicability.SAFE

    def cues(self, language: Language) -> tuple[Cue, ...]:
        """Tens."""
        return (Cue(words=number_words(language).tens),)

    def check(self, node: Paragraph | Note | Heading, context: Context) -> Iterator[Finding]:
        prose = node.prose
        words = number_words(context.language)
        for match in words.parted.finditer(prose.text):
            if prose.reading.quoted(*match.span()) or not prose.unbroken(*match.span(1)):
                continue
            written = "-".join(match[0].split())
            fix = Fix(f"Write “{written}”", (Edit(prose.span(*match.span(1)), "-"),))
            yield Finding(prose.span(*match.span()), f"“{match[0]}” is written “{written}”", fix)

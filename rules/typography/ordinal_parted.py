"""TYP006."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.model.number_words import number_words
from ...grammar.syntax.language import Language
from ...grammar.syntax.tree import Footnote, Heading, Paragraph
from ...grammar.text import compile_cache
from ..base import Applicability, Context, Edit, Finding, Fix, Level, Prefilter, Rule

_SEVERAL = compile_cache.pattern(r"(?:[ \u00a0\u202f]\p{L}+){0,3}[ \u00a0\u202f]sessions\b")


class OrdinalParted(Rule):
    """An ordinal in words has no hyphen.

    What it does:
        Reports "twenty first session" and similar ordinals, up to ninety-ninth, before “session”. Quotations are
        ignored.
    Why:
        The tens and the units form one number.
    Wrong:
        1. *Decides* to return to the matter at its twenty first session.
    Right:
        1. *Decides* to return to the matter at its twenty-first session.
    Fix:
        Inserts the hyphen. Safe.
    Source:
        General editorial practice; no case in the General Assembly's sessions 76 and 77.
    """

    code = "TYP006"
    name = "ordinal-parted"
    level = Level.WARNING
    node_types = (Paragraph, Footnote, Heading)
    fixable = Applicability.SAFE

    def prefilters(self, language: Language) -> tuple[Prefilter, ...]:
        """Require one of the tens."""
        return (Prefilter(words=number_words(language).tens),)

    def check(self, node: Paragraph | Footnote | Heading, context: Context) -> Iterator[Finding]:
        prose = node.prose
        words = number_words(context.language)
        for match in words.parted.finditer(prose.text):
            if prose.reading.quoted(*match.span()) or not prose.unbroken(*match.span(1)):
                continue
            if _SEVERAL.match(prose.text, match.end()):
                continue  # “twenty first sessions” may be the first twenty
            written = "-".join(match[0].split())
            fix = Fix("Insert a hyphen", (Edit(prose.span(*match.span(1)), "-"),))
            yield Finding(prose.span(*match.span()), f"Missing hyphen in “{match[0]}”; use “{written}”", fix)

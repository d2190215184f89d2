"""FNT022."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.syntax.tree import Footnote
from ...grammar.text import compile_cache
from ...grammar.text.positions import Span
from ..base import Applicability, Context, Edit, Finding, Fix, Level, Rule

_WORD = compile_cache.pattern(r"\p{Ll}{2,}(?=[ \u00a0,]|\.(?:[, \u00a0]|$))")


class FootnoteNotCapitalized(Rule):
    """A footnote begins with a lower-case letter.

    What it does:
        Checks the first word of a footnote. Web addresses are not reported.
    Why:
        A footnote is a sentence of its own, with a capital letter and a full stop.
    Wrong:
        1. *Recalls* the rules on lamps.[^1]

        [^1]: see resolution 70/1, annex.
    Right:
        1. *Recalls* the rules on lamps.[^1]

        [^1]: See resolution 70/1, annex.
    Fix:
        Capitalizes the first letter. Safe.
    Source:
        Footnotes of the General Assembly, sessions 76 and 77: of 6,000, only web addresses begin with a lower-case
        letter.
    """

    code = "FNT022"
    name = "footnote-not-capitalized"
    aliases = ("note-small-letter",)
    level = Level.WARNING
    node_types = (Footnote,)
    fixable = Applicability.SAFE

    def check(self, node: Footnote, context: Context) -> Iterator[Finding]:
        prose = node.prose
        match = _WORD.match(prose.text)
        if match is None:
            return
        first = prose.span(0, 1)
        edit = Edit(Span(first.start, first.end), prose.text[0].upper())
        fix = Fix("Capitalize the first letter", (edit,))
        yield Finding(prose.span(*match.span()), "Footnote must begin with a capital letter", fix)

"""FNT022."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.syntax.tree import Footnote
from ...grammar.text import compile_cache
from ...grammar.text.positions import Span
from ..base import Applicability, Context, Edit, Finding, Fix, Level, Rule

_WORD = compile_cache.pattern(r"\p{Ll}{2,}(?=[ \u00a0,]|\.(?:[, \u00a0]|$))")


class NoteSmallLetter(Rule):
    """A note begins with a small letter.

    What it does:
        Looks at the first word of a note. Addresses on the web are left alone.
    Why:
        A note is a sentence of its own, with a capital letter and a full stop.
    Wrong:
        1. *Recalls* the rules on lamps.[^1]

        [^1]: see resolution 70/1, annex.
    Right:
        1. *Recalls* the rules on lamps.[^1]

        [^1]: See resolution 70/1, annex.
    Fix:
        Writes the capital. Safe.
    Source:
        Notes of the General Assembly, sessions 76 and 77: of 6,000, none but web addresses begins with a small
        letter.
    """

    code = "FNT022"
    name = "note-small-letter"
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
        yield Finding(prose.span(*match.span()), "A note begins with a capital letter", Fix("Write a capital", (edit,)))

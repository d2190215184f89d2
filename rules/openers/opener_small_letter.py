"""OPN009."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.syntax.tree import Operative, Preambular
from ..base import Applicability, Context, Edit, Finding, Fix, Level, Rule


class OpenerSmallLetter(Rule):
    """A paragraph begins with a small letter.

    What it does:
        Finds preambular and operative paragraphs whose opener is one of a resolution's, but begins with a small letter.
        Silent where the organ's name stands in the same line, as in decisions.
    Why:
        A paragraph's first word has a capital, though all of the resolution is one sentence.
    Wrong:
        *recalling* the storms of the last winter,

        1. *decides* to keep the lamps lit;

        2. *Invites* the keepers to trim the wicks.
    Right:
        *Recalling* the storms of the last winter,

        1. *Decides* to keep the lamps lit;

        2. *Invites* the keepers to trim the wicks.
    Fix:
        Writes a capital. Safe.
    Source:
        None in the adopted texts.
    """

    code = "OPN009"
    name = "opener-small-letter"
    level = Level.WARNING
    node_types = (Preambular, Operative)
    fixable = Applicability.SAFE

    def check(self, node: Preambular | Operative, context: Context) -> Iterator[Finding]:
        opener = node.opener
        if opener is None or not opener.listed or not opener.text[:1].islower():
            return
        prose = node.prose
        if node.mark is None and not _begins_line(context.document.source, prose.span(opener.start, opener.end).start):
            return
        first = prose.text[opener.start : opener.start + 1]
        place = prose.span(opener.start, opener.start + 1)
        fix = Fix(f"Write “{first.upper()}”", (Edit(place, first.upper()),))
        yield Finding(prose.span(opener.start, opener.end), f"“{opener.text}” wants a capital", fix)


def _begins_line(source: str, place: int) -> bool:
    """Whether nothing but white space and marks stands before a place in its line."""
    return not source[source.rfind("\n", 0, place) + 1 : place].strip(" \t\u00a0*_>-")

"""NUM010."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.syntax.tree import Preambular
from ...grammar.text.positions import Span
from ..base import Applicability, Context, Edit, Finding, Fix, Level, Rule


class PreambleNumbered(Rule):
    """A preambular paragraph bears a number.

    What it does:
        Looks for a number, a letter or ``PP2`` before the words of a preambular paragraph.
    Why:
        Only operative paragraphs are numbered; with numbers in the preamble "paragraph 2" names two paragraphs.
    Wrong:
        1. *Recalling* its resolution 81/4 of 3 November 2026,

        2. *Mindful* of the keepers of the outer lights,

        1. *Decides* to keep the lamps lit;

        2. *Requests* the keepers to trim the wicks.
    Right:
        *Recalling* its resolution 81/4 of 3 November 2026,

        *Mindful* of the keepers of the outer lights,

        1. *Decides* to keep the lamps lit;

        2. *Requests* the keepers to trim the wicks.
    Fix:
        Takes the number and the space behind it out. Safe.
    Source:
        Practice of the United Nations. Some specialized agencies do number the preamble; it is silent for them.
    """

    code = "NUM010"
    name = "preamble-numbered"
    level = Level.ERROR
    node_types = (Preambular,)
    fixable = Applicability.SAFE
    bodies = frozenset({"ga", "sc", "ecosoc", "hrc", "commission"})

    def check(self, node: Preambular, context: Context) -> Iterator[Finding]:
        mark = node.mark
        if mark is None or not mark.label:
            return
        words = node.prose.whole.start
        fix = Fix("Take the number out", (Edit(Span(mark.span.start, words), ""),)) if node.prose.text else None
        yield Finding(mark.span, f"A preambular paragraph bears no number: “{mark.text}”", fix)

"""NUM010."""

from __future__ import annotations

from ...grammar.syntax.language import Language
from ...grammar.syntax.tree import Preambular
from ...grammar.text.positions import Span
from ..base import Applicability, Context, Edit, Finding, Fix, Level, Prefilter, Rule
from ..node_traits import MARK


class PreambleNumbered(Rule):
    """A preambular paragraph is numbered.

    What it does:
        Finds a number, a letter or a mark such as ``PP2`` at the beginning of a preambular paragraph.
    Why:
        Only operative paragraphs are numbered. With numbers in the preamble, "paragraph 2" is ambiguous.
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
        Removes the number and the space after it. Safe: no preambular paragraph has one, and references are to
        operative paragraphs.
    Source:
        Practice of the United Nations. The rule does not apply to specialized agencies, some of which number the
        preamble.
    """

    code = "NUM010"
    name = "preamble-numbered"
    level = Level.ERROR
    node_types = (Preambular,)
    fixable = Applicability.SAFE
    bodies = frozenset({"ga", "sc", "ecosoc", "hrc", "commission"})

    def prefilters(self, language: Language) -> tuple[Prefilter, ...]:
        """Return a mark."""
        return (Prefilter(node=MARK),)

    def check(self, node: Preambular, context: Context) -> tuple[Finding, ...]:
        mark = node.mark
        if mark is None or not mark.label:
            return ()
        words = node.prose.start_after(mark.span.end)
        fix = Fix("Remove the number", (Edit(Span(mark.span.start, words), ""),)) if node.prose.text else None
        return (Finding(mark.span, f"Unexpected “{mark.text}” before a preambular paragraph", fix),)

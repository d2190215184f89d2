"""NUM011."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.syntax.tree import Operative, Resolution
from ...grammar.text.positions import Span
from ..base import Applicability, Context, Edit, Finding, Fix, Level, Rule


class SingleParagraphNumbered(Rule):
    """The only operative paragraph is numbered.

    What it does:
        Checks resolutions and parts with a single operative paragraph and no sections.
    Why:
        A number distinguishes a paragraph from the others. A single paragraph is cited by the resolution only.
    Wrong:
        *Recalling* its resolution 81/4 of 3 November 2026,

        1. *Decides* to keep the lamps lit.
    Right:
        *Recalling* its resolution 81/4 of 3 November 2026,

        *Decides* to keep the lamps lit.
    Fix:
        Removes the number. Unsafe: other texts may cite it.
    Source:
        Practice of the General Assembly.
    """

    code = "NUM011"
    name = "single-paragraph-numbered"
    level = Level.INFO
    node_types = (Resolution,)
    fixable = Applicability.UNSAFE
    bodies = frozenset({"ga", "ecosoc", "hrc", "commission", "sc"})

    def check(self, node: Resolution, context: Context) -> Iterator[Finding]:
        if len(node.numbered) != 1 or node.parts:
            return
        only = node.numbered[0]
        if not isinstance(only, Operative) or only.mark is None or only.mark.number != 1 or only.section is not None:
            return
        mark = only.mark
        edits = (Edit(Span(mark.span.start, only.prose.start_after(mark.span.end)), ""),)
        fix = Fix("Remove the number", edits, Applicability.UNSAFE)
        yield Finding(mark.span, "Single operative paragraph must not be numbered", fix)

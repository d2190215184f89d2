"""ITA006."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.model.opener_style import STYLES, closing, parts
from ...grammar.syntax.tree import Resolution
from ...grammar.text.positions import Span
from ..base import Applicability, Context, Edit, Finding, Fix, Level, Rule

_FEW = 2
"""The fewest openers that show a style."""


class OrganLineNotItalic(Rule):
    """The name of the organ is roman although the openers below it are italic.

    What it does:
        Checks the organ line of a resolution with at least two preambular openers, all of which are italic.
    Why:
        The name has the style of the openers, of which it is the subject.
    Wrong:
        The General Assembly,

        *Recalling* the charter of the lighthouse keepers,

        *Noting* that the lamps are lit,

        1. *Decides* to keep them lit.
    Right:
        *The General Assembly*,

        *Recalling* the charter of the lighthouse keepers,

        *Noting* that the lamps are lit,

        1. *Decides* to keep them lit.
    Fix:
        Gives the name the emphasis of the openers. Safe: no word changes, and all openers decide the style.
    Source:
        Practice: all resolutions of the General Assembly's sessions 76 and 77.
    """

    code = "ITA006"
    name = "organ-line-not-italic"
    level = Level.INFO
    node_types = (Resolution,)
    fixable = Applicability.SAFE
    bodies = frozenset({"ga", "ecosoc", "hrc", "commission", "sc"})

    def check(self, node: Resolution, context: Context) -> Iterator[Finding]:
        organ, preamble = node.organ, parts(node)[0]
        emphasis = preamble.emphasis
        if organ is None or emphasis is None or preamble.count_set_off < preamble.count:
            return
        prose = organ.prose
        if prose.emphases or preamble.count < _FEW:
            return
        place = prose.span(0, len(prose.text.rstrip(" ,:;.")))
        marks = (
            Edit(Span(place.start, place.start), emphasis.mark),
            Edit(Span(place.end, place.end), closing(emphasis)),
        )
        style = STYLES[emphasis.style]
        fix = Fix(f"Make the name {style}", marks)
        yield Finding(place, f"Name of the organ must be {style}, like the openers", fix)

"""ITA006."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.model.opener_style import closing, parts
from ...grammar.syntax.tree import Resolution
from ...grammar.text.positions import Span
from ..base import Applicability, Context, Edit, Finding, Fix, Level, Rule

_FEW = 2
"""With fewer openers than these nothing shows how they are set."""


class OrganLineNotItalic(Rule):
    """The organ's name is roman though the openers below it are italic.

    What it does:
        Looks at the organ line of a resolution whose preambular openers are nearly all italic.
    Why:
        The name is set like the openers, of which it is the subject.
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
        Puts the marks of the openers around the name. Safe.
    Source:
        Practice: so in all resolutions of the General Assembly's sessions 76 and 77.
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
        if organ is None or emphasis is None or preamble.count_set_off < len(preamble.openings):
            return
        prose = organ.prose
        if prose.emphases or len(preamble.openings) < _FEW:
            return
        place = prose.span(0, len(prose.text.rstrip(" ,:;.")))
        marks = (
            Edit(Span(place.start, place.start), emphasis.mark),
            Edit(Span(place.end, place.end), closing(emphasis)),
        )
        yield Finding(place, "The organ is italic, as the openers are", Fix("Make it italic", marks))

"""STR103."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.syntax.tree import Preambular, SubParagraph
from ..base import Context, Finding, Level, Rule


class PreambleDivided(Rule):
    """A preambular clause has sub-clauses.

    What it does:
        Finds sub-clauses below the preambular clauses of a Model United Nations paper.
    Why:
        Some conferences keep sub-clauses for the operative part, where they can be amended one by one.
    Wrong:
        Forum: The Tidal Commission

        Question of: The flooding of libraries

        The Tidal Commission,

        *Alarmed* by the tide, which wets:

        (a) The shelves,

        (b) The readers,

        1. *Requests* the sea to withdraw.
    Right:
        Forum: The Tidal Commission

        Question of: The flooding of libraries

        The Tidal Commission,

        *Alarmed* by the tide, which wets shelves and readers,

        1. *Requests* the sea to withdraw.
    Source:
        The guide of SPMUN. Others do not speak of it, and United Nations resolutions have such lists now and then.
    """

    code = "STR103"
    name = "preamble-divided"
    level = Level.INFO
    node_types = (Preambular,)
    bodies = frozenset({"mun"})

    def check(self, node: Preambular, context: Context) -> Iterator[Finding]:
        """One finding a clause, at its first mark."""
        marks = [child.mark for child in node.children if isinstance(child, SubParagraph)]
        if marks and marks[0] is not None:
            yield Finding(marks[0].span, "A preambular clause has no sub-clauses")

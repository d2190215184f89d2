"""STR103."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.syntax.tree import Preambular, SubParagraph
from ..base import Context, Finding, Level, Rule


class PreambularSubClauses(Rule):
    """A preambular clause has sub-clauses.

    What it does:
        Finds sub-clauses of preambular clauses in Model United Nations papers.
    Why:
        Some conferences allow sub-clauses only in the operative part, where each can be amended separately.
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
        The guide of SPMUN. Other guides do not mention the subject, and United Nations resolutions occasionally have
        such lists.
    """

    code = "STR103"
    name = "preambular-sub-clauses"
    aliases = ("preamble-divided",)
    level = Level.INFO
    node_types = (Preambular,)
    bodies = frozenset({"mun"})

    def check(self, node: Preambular, context: Context) -> Iterator[Finding]:
        """Yield one finding for each clause, at the mark of its first sub-clause."""
        marks = [child.mark for child in node.children if isinstance(child, SubParagraph)]
        if marks and marks[0] is not None:
            yield Finding(marks[0].span, "Unexpected sub-clauses in a preambular clause")

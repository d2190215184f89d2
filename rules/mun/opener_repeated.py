"""OPN103."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ...grammar.syntax.openers.lexicon import Opener
from ...grammar.syntax.tree import Operative, Preambular, Resolution
from ..base import Context, Finding, Level, Rule


class OpenerRepeated(Rule):
    """A clause has the same opener as the previous clause.

    What it does:
        Finds two consecutive clauses of a Model United Nations paper with the same opener, including its adverb:
        “Requests” twice, but not “Requests” and “Further requests”.
    Why:
        Guides advise a different opener for each clause, or the same opener with “Further” or “Strongly” before it.
        This is advice and not a requirement of form, so the level is info.
    Wrong:
        Forum: The Tidal Commission

        Question of: The flooding of libraries

        The Tidal Commission,

        *Alarmed* by the tide,

        1. *Requests* the sea to withdraw;

        2. *Requests* the moon to help.
    Right:
        Forum: The Tidal Commission

        Question of: The flooding of libraries

        The Tidal Commission,

        *Alarmed* by the tide,

        1. *Requests* the sea to withdraw;

        2. *Further requests* the moon to help.
    Source:
        The guide of the West Yorkshire conferences, and a delegate guide of 2020.
    """

    code = "OPN103"
    name = "opener-repeated"
    level = Level.INFO
    node_types = (Resolution,)
    bodies = frozenset({"mun"})

    def check(self, node: Resolution, context: Context) -> Iterator[Finding]:
        for part in (node.preamble, node.operative):
            yield from _repeated(part)


def _repeated(part: tuple[Preambular, ...] | tuple[Operative, ...]) -> Iterator[Finding]:
    for before, paragraph in pairwise(part):
        first, second = before.opener, paragraph.opener
        if first is None or second is None or _bare(first) != _bare(second):
            continue
        there = before.prose.span(first.start, first.end)
        here = paragraph.prose.span(second.start, second.end)
        yield Finding(here, f"Same opener as the previous clause: “{second.text}”", None, ((there, "previous clause"),))


def _bare(opener: Opener) -> str:
    return opener.text.lower().rstrip(",")

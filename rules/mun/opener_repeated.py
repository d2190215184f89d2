"""OPN103."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ...grammar.syntax.openers.lexicon import Opener
from ...grammar.syntax.tree import Operative, Preambular, Resolution
from ..base import Context, Finding, Level, Rule


class OpenerRepeated(Rule):
    """A clause begins with the very words that the one before it begins with.

    What it does:
        Looks in each part of a Model United Nations paper for two clauses in a row with one opener, word for word, the
        adverb included: “Requests” twice, not “Requests” and “Further requests”.
    Why:
        Guides advise a new phrase for each clause, or the same with “Further” or “Strongly” before it. It is advice,
        no more: the form does not suffer.
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
        yield Finding(here, f"“{second.text}” begins the clause before this as well", None, ((there, "here first"),))


def _bare(opener: Opener) -> str:
    return opener.text.lower().rstrip(",")

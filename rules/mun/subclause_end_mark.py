"""PUN101."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from ...grammar.model.sentence_frame import End, Role, ends
from ...grammar.model.terminal_punctuation import NAMES, Ending, close_with, shown
from ...grammar.syntax.tree import Resolution
from ...grammar.text.positions import Span
from ..base import Applicability, Context, Edit, Finding, Fix, Level, Rule

NONE = "none"
_MARKS = (",", ";")


@dataclass(frozen=True)
class Options:
    """The mark after sub-clauses that are followed by another."""

    mark: str = ""
    """``,``, ``;``, ``none``, or empty for the most frequent one in each list."""


class SubclauseEndMark(Rule):
    """The sub-clauses of a list end with different marks.

    What it does:
        Checks the marks after the sub-clauses in the operative part of a Model United Nations paper. The last one of a
        clause, which ends with the mark of the clause, and those that introduce further sub-clauses are not checked. If
        the style of the conference is unknown, the sub-clauses of a list must end alike: with a comma, with a semicolon
        or without a mark, whichever is most frequent in the list or, if there are as many of each, in the paper.
    Why:
        Guides differ in the mark, but all lists in their samples have only one.
    Wrong:
        Forum: The Tidal Commission

        Question of: The flooding of libraries

        The Tidal Commission,

        *Alarmed* by the tide,

        1. *Requests* the sea to withdraw:

        (a) from the shelves,

        (b) from the reading room;

        (c) from the stairs,

        (d) from the roof.
    Right:
        Forum: The Tidal Commission

        Question of: The flooding of libraries

        The Tidal Commission,

        *Alarmed* by the tide,

        1. *Requests* the sea to withdraw:

        (a) from the shelves,

        (b) from the reading room,

        (c) from the stairs,

        (d) from the roof.
    Fix:
        Inserts, replaces or removes the mark. Safe, but unsafe if as many sub-clauses of the list have another mark.
    Options:
        mark: “,”, “;” or “none”; if empty, the most frequent one in the list.
    Source:
        Comma: the editor of MUNOL, the guides of KINGMUN and SMUN, and two other templates. Semicolon: High Tech High.
        None: the annotated sample resolution of a THIMUN-affiliated conference.
    """

    code = "PUN101"
    name = "subclause-end-mark"
    level = Level.WARNING
    node_types = (Resolution,)
    fixable = Applicability.SAFE
    bodies = frozenset({"mun"})
    Options = Options

    def check(self, node: Resolution, context: Context) -> Iterator[Finding]:
        """Yield one finding for each sub-clause with another mark."""
        found = [(end, end.read()) for end in ends(node, Role.ITEM)]
        found = [(end, ending) for end, ending in found if not ending.settled and ending.mark in ("", *_MARKS)]
        paper = Counter(ending.mark for _, ending in found)
        for _, group in groupby(found, key=lambda pair: pair[0].whole.id):
            yield from _findings(list(group), self.options.mark, paper)


def _findings(items: list[tuple[End, Ending]], asked: str, paper: Counter[str]) -> Iterator[Finding]:
    here = Counter(ending.mark for _, ending in items)
    if asked:
        usual = "" if asked == NONE else asked
    else:
        first = {ending.mark: -index for index, (_, ending) in reversed(list(enumerate(items)))}
        usual = max(here, key=lambda mark: (here[mark], paper[mark], bool(mark), first[mark]))
    for end, ending in items:
        if ending.mark != usual:
            tied = not asked and 2 * here[usual] <= len(items)
            mark = end.paragraph.mark
            subject = f"Sub-clause {mark.text}" if mark and mark.label else "Sub-clause"
            must = f"end with a {NAMES[usual]}" if usual else "end without a mark"
            fix = close_with(end.prose, ending, usual) if usual else _without(end, ending)
            if tied:
                fix = Fix(fix.message, fix.edits, Applicability.UNSAFE)
            yield Finding(shown(end.prose, ending), f"{subject} must {must}{'' if asked else ', like the others'}", fix)


def _without(end: End, ending: Ending) -> Fix:
    place: Span = end.prose.span(ending.at, ending.at + 1)
    return Fix(f"Remove the {NAMES[ending.mark]}", (Edit(place, ""),))

"""PUN101."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ...grammar.model.sentence_frame import End, Role, ends
from ...grammar.model.sub_paragraphs import lists
from ...grammar.model.terminal_punctuation import NAMES, Ending, close_with, shown
from ...grammar.syntax.tree import Resolution
from ...grammar.text.named_tuple import NamedTuple
from ...grammar.text.positions import Span
from ...grammar.text.record import Record
from ..base import Applicability, Context, Edit, Finding, Fix, Level, Rule

NONE = "none"
_MARKS = (",", ";")


class Options(Record):
    """The mark after sub-clauses that are followed by another."""

    mark: str = ""
    """``,``, ``;``, ``none``, or empty for the most frequent one in each list."""


class SubclauseEndMark(Rule):
    """The sub-clauses of a list end with different marks.

    What it does:
        Checks the marks after the sub-clauses in the operative part of a Model United Nations paper. The last one of a
        clause, which ends with the mark of the clause, and those that introduce further sub-clauses are not checked. If
        the style of the conference is unknown, the sub-clauses of a list must end alike: with a comma, with a semicolon
        or without a mark, whichever is most frequent in the list or, if there are as many of each, in the paper. The
        last sub-clause within another may also end as the list outside does.
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
        found = [_Item(end, ending) for end in ends(node, Role.ITEM) if _comparable(ending := end.read())]
        by_paragraph = {item.end.paragraph.id: item for item in found}
        paper = Counter(item.ending.mark for item in found)
        required = "" if self.options.mark == NONE else self.options.mark
        for clause in node.operative:
            usual: dict[int, str] = {}  # by the item above a list
            for marked in lists(clause):
                inner = marked.depth > 1
                items = [item for each in marked.items if (item := by_paragraph.get(each.paragraph.id))]
                last = items[-1] if inner and items and items[-1].end.paragraph is marked.items[-1].paragraph else None
                counted = [item for item in items if item is not last]
                outside = usual.get(marked.above.id, "")
                here = required if self.options.mark else _usual(counted, paper)
                if not here and len(counted) == 1:
                    here = outside  # a single item without a mark shows no style
                for each in marked.items:
                    usual[each.paragraph.id] = here
                # the last item within an item ends as the list outside does, or like the others
                allowed = {here, outside} if inner else {here}
                for item in items:
                    if item.ending.mark != here and not (item is last and item.ending.mark in allowed):
                        tied = not self.options.mark and 2 * _count(counted, here) <= len(counted)
                        yield _finding(item, here, required=bool(self.options.mark), tied=tied)


class _Item(NamedTuple):
    end: End
    ending: Ending


def _comparable(ending: Ending) -> bool:
    return not ending.settled and ending.mark in ("", *_MARKS)


def _count(items: list[_Item], mark: str) -> int:
    return sum(item.ending.mark == mark for item in items)


def _usual(items: list[_Item], paper: Counter[str]) -> str:
    """Return the most frequent mark of a list; of equals, that of the paper, then any mark, then the first."""
    marks = list(dict.fromkeys(item.ending.mark for item in items))
    if not marks:
        return max(paper, key=lambda mark: paper[mark], default="")
    return max(marks, key=lambda mark: (_count(items, mark), paper[mark], bool(mark), -marks.index(mark)))


def _finding(item: _Item, usual: str, *, required: bool, tied: bool) -> Finding:
    mark = item.end.paragraph.mark
    subject = f"Sub-clause {mark.text}" if mark and mark.label else "Sub-clause"
    must = f"end with a {NAMES[usual]}" if usual else "end without a mark"
    fix = close_with(item.end.prose, item.ending, usual) if usual else _without(item)
    if tied:
        fix = Fix(fix.message, fix.edits, Applicability.UNSAFE)
    place = shown(item.end.prose, item.ending)
    return Finding(place, f"{subject} must {must}{'' if required else ', like the others'}", fix)


def _without(item: _Item) -> Fix:
    place = item.end.prose.span(item.ending.at, item.ending.at + 1)
    return Fix(f"Remove the {NAMES[item.ending.mark]}", (Edit(Span(*place), ""),))

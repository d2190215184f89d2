"""PUN005."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from ...grammar.model.sentence_frame import Role, ends
from ...grammar.model.terminal_punctuation import close_with, shown
from ...grammar.syntax.tree import Resolution
from ..base import Applicability, Context, Finding, Level, Rule


class ItemSemicolonMissing(Rule):
    """A sub-paragraph among others does not end with a semicolon.

    What it does:
        Looks at the items of an operative paragraph's list, the last left out, whose mark is the operative
        paragraph's. It speaks where half of the list or more is closed as it should be: a list that keeps to commas
        or stops has its reason. An "and" behind the semicolon is let by. It is silent for the Security Council,
        whose lists vary.
    Why:
        Items of one list are parts of one sentence and are closed alike.
    Wrong:
        1. *Requests* the keepers:

        (a) To trim the wicks;

        (b) To keep the log,

        (c) To wind the clockwork;

        (d) To polish the lenses.
    Right:
        1. *Requests* the keepers:

        (a) To trim the wicks;

        (b) To keep the log;

        (c) To wind the clockwork;

        (d) To polish the lenses.
    Fix:
        Puts the semicolon. Safe; where a colon stood it is unsafe, as a list may have been lost.
    Source:
        Practice of the General Assembly.
    """

    code = "PUN005"
    name = "item-semicolon-missing"
    level = Level.WARNING
    node_types = (Resolution,)
    fixable = Applicability.SAFE
    bodies = frozenset({"ga", "ecosoc", "hrc", "commission"})
    eras = frozenset({"2010-2019", "2020+"})

    def check(self, node: Resolution, context: Context) -> Iterator[Finding]:
        for _, group in groupby(ends(node, Role.ITEM, Role.OPERATIVE, Role.LAST), key=lambda end: id(end.whole)):
            items = [(end, end.read()) for end in group]
            if 2 * sum(ending.mark == end.role.mark for end, ending in items) < len(items):
                continue
            for end, ending in items:
                if end.role is Role.ITEM and not ending.settled and ending.mark != ";":
                    found = f"“{ending.mark}”" if ending.mark else "no mark"
                    message = f"A sub-paragraph that another follows ends with “;”, not {found}"
                    yield Finding(shown(end.prose, ending), message, close_with(end.prose, ending, ";"))

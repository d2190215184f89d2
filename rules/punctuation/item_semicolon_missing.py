"""PUN005."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from ...grammar.model.sentence_frame import Role, ends
from ...grammar.model.terminal_punctuation import close_with, shown
from ...grammar.syntax.tree import Resolution
from ..base import Applicability, Context, Finding, Level, Rule
from ..kinds.terminal_punctuation_rule import must_end


class ItemSemicolonMissing(Rule):
    """A sub-paragraph that is followed by another does not end with a semicolon.

    What it does:
        Checks the items of a list in an operative paragraph, except the last, which ends with the mark of the operative
        paragraph. Items are reported only if at least half of the items have the correct mark; a list that
        consistently uses another mark is not reported. An “and” after the semicolon is accepted. The rule does not
        apply to the Security Council, whose lists vary.
    Why:
        The items of a list are parts of one sentence and end alike.
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
        Inserts a semicolon, in place of another closing mark if there is one. Safe, as the other items decide the mark,
        except that replacing a colon is unsafe, because a list may have been lost.
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
        if not ends(node, Role.ITEM):
            return
        for _, group in groupby(ends(node, Role.ITEM, Role.OPERATIVE, Role.LAST), key=lambda end: end.whole.id):
            items = [(end, end.read()) for end in group]
            if 2 * sum(ending.mark == end.role.mark for end, ending in items) < len(items):
                continue
            for end, ending in items:
                if end.role is Role.ITEM and not ending.settled and ending.mark != ";":
                    mark = end.paragraph.mark
                    subject = f"Sub-paragraph {mark.text}" if mark and mark.label else "Sub-paragraph"
                    message = must_end(subject, ending, ";")
                    yield Finding(shown(end.prose, ending), message, close_with(end.prose, ending, ";"))

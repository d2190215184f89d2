"""Ends that do not close with their mark, told one by one; a habit of the whole text is told once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from ...grammar.model.sentence_frame import End, Role, ends
from ...grammar.model.terminal_punctuation import Ending, close_with, shown
from ...grammar.syntax.tree import Resolution
from ...grammar.text.positions import Span
from ..base import Context
from ..finding import Applicability, Finding, Fix

_HABIT = 3
"""So many ends that are wrong in one way, and more than are right, are a habit."""


class Violation(NamedTuple):
    """An end and how it was found."""

    end: End
    ending: Ending

    @property
    def wrong(self) -> bool:
        """Whether another mark is due."""
        if self.ending.settled or self.ending.mark == self.end.role.mark:
            return False
        return not (self.end.above_heading and self.ending.mark == ":")

    @property
    def found(self) -> str:
        """What stands there, in words."""
        return f"“{self.ending.mark}”" if self.ending.mark else "no mark"

    @property
    def place(self) -> Span:
        """What the finding points at."""
        return shown(self.end.prose, self.ending)

    @property
    def fix(self) -> Fix:
        """What mends it."""
        return close_with(self.end.prose, self.ending, self.end.role.mark)


def findings(resolution: Resolution, context: Context, role: Role, what: str) -> Iterator[Finding]:
    """A finding for each end of a role that closes otherwise; `what` names the paragraph in the message."""
    all_ends = [Violation(end, end.read()) for end in ends(resolution, role)]
    slips = [slip for slip in all_ends if slip.wrong]
    usual = max(Counter(slip.ending.mark for slip in slips).values(), default=0)
    if usual >= _HABIT and 2 * usual > len(all_ends):
        if context.profile.body == "other":  # the form of a body that is not known is its own
            return
        if usual == len(slips):
            yield _habit(slips, role, what)
            return
    for slip in slips:
        mark = slip.end.whole.mark
        named = f"{what} (paragraph {mark.label})" if mark and mark.label else what
        yield Finding(slip.place, f"{named} ends with “{role.mark}”, not {slip.found}", slip.fix)


def _habit(slips: list[Violation], role: Role, what: str) -> Finding:
    """One finding for all, at the first of them."""
    fixes = [slip.fix for slip in slips]
    sure = all(fix.applicability is Applicability.SAFE for fix in fixes)
    fix = Fix(
        f"Put “{role.mark}” at the end of all {len(slips)}",
        tuple(edit for fix in fixes for edit in fix.edits),
        Applicability.SAFE if sure else Applicability.UNSAFE,
    )
    message = f"{what} ends with “{role.mark}”, not {slips[0].found}; so it is in {len(slips) - 1} more"
    return Finding(slips[0].place, message, fix, tuple((slip.place, "this one too") for slip in slips[1:]))

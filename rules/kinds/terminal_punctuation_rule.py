"""Rules on the mark at the end of paragraphs: a finding each, or a single one for a habit of the whole text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import ClassVar

from ...grammar.model.profile import MEASURED
from ...grammar.model.sentence_frame import End, Role, ends
from ...grammar.model.terminal_punctuation import NAMES, Ending, close_with, shown
from ...grammar.syntax.tree import Resolution
from ...grammar.text.english import plural
from ...grammar.text.named_tuple import NamedTuple
from ...grammar.text.positions import Span
from ...grammar.text.record import Record
from ..base import Context, Rule
from ..finding import Applicability, Finding, Fix
from ..prefilter import Prefilter

ADJACENT_MARKS = Prefilter(piece="^[.,;:]|[.,;:]{2}")
"""Prefilter for marks in a row, or a mark after a space."""
_HABIT = 3
"""So many ends with the same wrong mark are a habit if they are more than half of all."""
_SUBJECTS = {
    Role.PREAMBULAR: "preambular paragraph",
    Role.OPERATIVE: "operative paragraph",
    Role.LAST: "last operative paragraph",
    Role.LEAD_IN: "chapeau",
}
"""What ends, as messages name it."""


class Violation(NamedTuple):
    """The end of a paragraph, with the mark it has."""

    end: End
    ending: Ending

    @property
    def wrong(self) -> bool:
        """Whether another mark is required."""
        if self.ending.settled or self.ending.mark == self.end.role.mark:
            return False
        return not (self.end.above_heading and self.ending.mark == ":")

    @property
    def subject(self) -> str:
        """The name of the paragraph, with its number if it has one."""
        name = _SUBJECTS[self.end.role].capitalize()
        mark = self.end.whole.mark
        if self.end.role is Role.LAST or not (mark and mark.label):
            return name
        return f"{name} in paragraph {mark.label}" if self.end.role is Role.LEAD_IN else f"{name} {mark.label}"

    @property
    def place(self) -> Span:
        """The place of the finding."""
        return shown(self.end.prose, self.ending)

    @property
    def fix(self) -> Fix:
        """The fix of the finding."""
        return close_with(self.end.prose, self.ending, self.end.role.mark)


class TerminalPunctuationOptions(Record):
    """Options of the rules on closing marks."""

    also_allowed: tuple[str, ...] = ()
    """Other marks that are accepted, such as ``;``."""


class TerminalPunctuationRule(Rule):
    """Base of the rules on the mark that paragraphs of one role end with."""

    Options = TerminalPunctuationOptions
    role: ClassVar[Role]
    node_types = (Resolution,)
    fixable = Applicability.SAFE

    def accepts_at_end(self) -> str:
        """Return the marks that the last end of a resolution may have instead."""
        return ""

    def check(self, node: Resolution, context: Context) -> Iterator[Finding]:
        """Yield a finding for each end with another mark than the required one."""
        all_ends, mark, accepted = ends(node, self.role), self.role.mark, self.options.also_allowed
        others = [Violation(end, ending) for end in all_ends if (ending := end.read()).mark != mark]
        violations = [each for each in others if each.wrong and each.ending.mark not in accepted]
        if not violations:
            return
        last = violations[-1]
        if last.end is all_ends[-1] and last.ending.mark in tuple(self.accepts_at_end()):
            del violations[-1]
        usual = max(Counter(each.ending.mark for each in violations).values(), default=0)
        if usual >= _HABIT and 2 * usual > len(all_ends):
            if context.profile.body not in MEASURED:  # another body may have a style of its own
                return
            if usual == len(violations):
                yield _habit(violations, self.role)
                return
        for each in violations:
            yield Finding(each.place, must_end(each.subject, each.ending, self.role.mark), each.fix)


def must_end(subject: str, ending: Ending, mark: str) -> str:
    """Return the message that a subject must end with a mark, and not with the one it has.

    >>> must_end("Chapeau", Ending(",", 7), ":"), must_end("Chapeau", Ending("", 7), ":")
    ('Chapeau must end with a colon, not a comma', 'Chapeau must end with a colon')
    """
    found = f", not a {NAMES[ending.mark]}" if ending.mark else ""
    return f"{subject} must end with a {NAMES[mark]}{found}"


def _habit(violations: list[Violation], role: Role) -> Finding:
    """Return one finding for all, at the first of them."""
    ending = violations[0].ending
    subject = plural(len(violations), _SUBJECTS[role], "chapeaux" if role is Role.LEAD_IN else None)
    fixes = [each.fix for each in violations]
    sure = all(fix.applicability is Applicability.SAFE for fix in fixes)
    fix = Fix(
        f"End {subject} with a {NAMES[role.mark]}",
        tuple(edit for fix in fixes for edit in fix.edits),
        Applicability.SAFE if sure else Applicability.UNSAFE,
    )
    also = f"also ends with a {NAMES[ending.mark]}" if ending.mark else "also has no closing mark"
    related = tuple((each.place, also) for each in violations[1:])
    return Finding(violations[0].place, must_end(subject, ending, role.mark), fix, related)

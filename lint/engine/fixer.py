"""Apply fixes to a text: each completely or not at all, never overlapping, until nothing is left to fix."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Iterable
from typing import NamedTuple

from ...rules.finding import Applicability, Edit, Fix
from .results import Diagnostic, LintResult

ROUNDS = 10
"""The maximum number of passes before the fixes of the rules involved are abandoned."""


class FixResult(NamedTuple):
    """A text after fixing, and its remaining findings."""

    checked: LintResult
    fixed: int
    non_converging: tuple[str, ...]
    """Codes of rules whose fixes do not converge; none of their fixes is in the text."""


def apply(text: str, fixes: Iterable[Fix]) -> tuple[str, int]:
    """Apply fixes and return the text and their number; a fix that touches an earlier one is deferred.

    >>> from resolint.grammar.text.positions import Span
    >>> apply("1) Decides", [Fix("stop", (Edit(Span(1, 2), "."),)), Fix("also", (Edit(Span(1, 3), ""),))])
    ('1. Decides', 1)
    """
    taken, count = disjoint(fixes)
    pieces: list[str] = []
    here = 0
    for edit in taken:
        pieces += text[here : edit.span.start], edit.content
        here = edit.span.end
    return "".join([*pieces, text[here:]]), count


def disjoint(fixes: Iterable[Fix]) -> tuple[list[Edit], int]:
    """Return the edits of as many fixes as can be applied together, in order, and the number of these fixes."""
    taken: list[Edit] = []
    count = 0
    for fix in sorted(fixes, key=lambda fix: [edit.span for edit in fix.edits]):
        if fix.edits and all(_free(edit, taken) for edit in fix.edits):
            for edit in fix.edits:
                insort(taken, edit, key=lambda edit: edit.span)
            count += 1
    return taken, count


def _free(edit: Edit, taken: list[Edit]) -> bool:
    """Return whether an edit touches none of the accepted edits, which are in order and disjoint."""
    at = bisect_left(taken, edit.span, key=lambda edit: edit.span)
    return not any(edit.span.touches(other.span) for other in taken[max(at - 1, 0) : at + 1])


def fix_until_stable(checked: LintResult, lint: Callable[[str], LintResult], *, unsafe: bool = False) -> FixResult:
    """Fix a text that has been linted, and lint it again, until nothing changes.

    If `ROUNDS` passes are not enough, the rules that still have fixes undo one another; all starts again without their
    fixes.
    """
    unsettled: frozenset[str] = frozenset()

    def wanted(now: LintResult) -> list[Diagnostic]:
        return [d for d in applicable(now, unsafe=unsafe) if d.code not in unsettled]

    while True:
        now, mended = checked, 0
        for _ in range(ROUNDS):
            text, count = apply(now.text, [d.finding.fix for d in wanted(now) if d.finding.fix])
            if text == now.text:
                return FixResult(now, mended, tuple(sorted(unsettled)))
            now, mended = lint(text), mended + count
        left = frozenset(diagnostic.code for diagnostic in wanted(now))
        if not left:
            return FixResult(now, mended, tuple(sorted(unsettled)))
        unsettled |= left


def applicable(checked: LintResult, *, unsafe: bool = False) -> list[Diagnostic]:
    """Return the findings whose fixes may be applied: safe ones, and with `unsafe` also unsafe ones."""
    allowed = {Applicability.SAFE, Applicability.UNSAFE} if unsafe else {Applicability.SAFE}
    return [d for d in checked.diagnostics if d.finding.fix and d.finding.fix.applicability in allowed]

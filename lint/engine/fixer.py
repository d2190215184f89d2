"""Apply fixes to a text: each completely or not at all, never overlapping, until nothing is left to fix."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Iterable
from enum import Enum
from typing import NamedTuple

from ...rules.finding import Applicability, Edit, Fix
from ..config import Settings
from .linter import lint_text
from .results import Diagnostic, LintResult

MAX_PASSES = 10
"""The maximum number of passes before the fixes of the rules involved are abandoned."""


class Fixing(Enum):
    """The fixes to apply."""

    NONE = "none"
    SAFE = "safe"
    UNSAFE = "unsafe"
    """Safe fixes as well."""


class FixResult(NamedTuple):
    """A text after fixing, and its remaining findings."""

    checked: LintResult
    fixed: int = 0
    non_converging: tuple[str, ...] = ()
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


def lint_and_fix(
    text: str,
    settings: Settings,
    fixing: Fixing = Fixing.NONE,
    lint: Callable[[str, Settings], LintResult] | None = None,
) -> FixResult:
    """Lint a text, apply fixes as requested, and return the remaining findings.

    Args:
        text: The text.
        settings: The settings for it.
        fixing: The fixes to apply.
        lint: Replaces the linter, for example to use cached results.
    """
    lint = lint or lint_text
    checked = lint(text, settings)
    if fixing is Fixing.NONE:
        return FixResult(checked)
    return fix_until_stable(checked, lambda fixed: lint(fixed, settings), unsafe=fixing is Fixing.UNSAFE)


def fix_until_stable(checked: LintResult, lint: Callable[[str], LintResult], *, unsafe: bool = False) -> FixResult:
    """Fix a text that has been linted, and lint it again, until nothing changes.

    If `MAX_PASSES` are not enough, the rules that still have fixes undo one another; all starts again without their
    fixes.
    """
    non_converging: frozenset[str] = frozenset()

    def fixable(now: LintResult) -> list[Diagnostic]:
        return [d for d in applicable(now, unsafe=unsafe) if d.code not in non_converging]

    while True:
        now, fixed = checked, 0
        for _ in range(MAX_PASSES):
            text, count = apply(now.text, [d.finding.fix for d in fixable(now) if d.finding.fix])
            if text == now.text:
                return FixResult(now, fixed, tuple(sorted(non_converging)))
            now, fixed = lint(text), fixed + count
        left = frozenset(diagnostic.code for diagnostic in fixable(now))
        if not left:
            return FixResult(now, fixed, tuple(sorted(non_converging)))
        non_converging |= left


def applicable(checked: LintResult, *, unsafe: bool = False) -> list[Diagnostic]:
    """Return the findings whose fixes may be applied: safe ones, and with `unsafe` also unsafe ones."""
    allowed = {Applicability.SAFE, Applicability.UNSAFE} if unsafe else {Applicability.SAFE}
    return [d for d in checked.diagnostics if d.finding.fix and d.finding.fix.applicability in allowed]

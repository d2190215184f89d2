"""Tidy a text: apply all safe fixes, and number everything consecutively with the references that follow."""

from __future__ import annotations

from collections.abc import Callable

from ...grammar.text.record import replace
from ...rules.finding import Applicability
from .fix_loop import FixResult, fix_until_stable
from .results import Diagnostic, LintResult

NUMBERING = frozenset({"NUM001", "NUM002", "NUM005", "NUM006", "FNT003", "FNT004", "FNT005"})
"""The rules on paragraph numbers, sub-paragraph letters, section numerals and footnotes.

Their fixes are unsafe because other texts may cite the numbers. Tidying applies them: it is requested to number anew.
"""


def tidy(checked: LintResult, lint: Callable[[str], LintResult]) -> FixResult:
    """Tidy a text that has been linted, until nothing changes.

    Args:
        checked: The text with its findings.
        lint: Lints a text.
    """
    return fix_until_stable(_with_numbering(checked), lambda text: _with_numbering(lint(text)))


def is_tidying(diagnostic: Diagnostic) -> bool:
    """Return whether tidying applies the fix of a finding."""
    fix = diagnostic.finding.fix
    if fix is None or fix.applicability is Applicability.MANUAL:
        return False
    return fix.applicability is Applicability.SAFE or diagnostic.code in NUMBERING


def _with_numbering(result: LintResult) -> LintResult:
    """Return a result in which the fixes of numbering count as safe."""
    return replace(result, diagnostics=tuple(map(_as_safe, result.diagnostics)))


def _as_safe(diagnostic: Diagnostic) -> Diagnostic:
    fix = diagnostic.finding.fix
    if fix is None or not is_tidying(diagnostic) or fix.applicability is Applicability.SAFE:
        return diagnostic
    safe = replace(fix, applicability=Applicability.SAFE)
    return replace(diagnostic, finding=replace(diagnostic.finding, fix=safe))

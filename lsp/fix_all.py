"""Texts mended by their safe fixes, as edits of what stands there now."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from ..grammar.text.text_changes import changes
from ..lint.engine.fix_loop import fix_until_stable
from ..lint.engine.fixer import applicable
from ..lint.engine.linter import lint_text
from ..lint.engine.results import LintResult
from ..rules.finding import Edit
from .document_snapshot import DocumentSnapshot

FORM = ("PUN", "ITA", "TYP", "SYM")
"""The families whose safe fixes are the formatting: punctuation of the frame, italics, typography, symbols."""


def mendable(view: DocumentSnapshot) -> bool:
    """Whether there is a safe fix."""
    return bool(applicable(view.analysis.checked))


def safe(view: DocumentSnapshot) -> tuple[Edit, ...]:
    """The edits that put all safe fixes in, until none is left."""
    return _mended(view, lambda checked: checked)


def form(view: DocumentSnapshot) -> tuple[Edit, ...]:
    """The edits that put the safe fixes of form in."""

    def of_form(checked: LintResult) -> LintResult:
        return replace(checked, diagnostics=tuple(d for d in checked.diagnostics if d.code.startswith(FORM)))

    return _mended(view, of_form)


def _mended(view: DocumentSnapshot, among: Callable[[LintResult], LintResult]) -> tuple[Edit, ...]:
    mended = fix_until_stable(among(view.analysis.checked), lambda text: among(lint_text(text, view.settings)))
    return tuple(changes(view.text.source, mended.checked.text))

"""All safe fixes of a document, as edits of its current text."""

from __future__ import annotations

from collections.abc import Callable

from ..grammar.text.positions import Span
from ..grammar.text.record import replace
from ..grammar.text.text_changes import changes
from ..lint.engine.fix_loop import fix_until_stable
from ..lint.engine.fixer import applicable, disjoint
from ..lint.engine.linter import lint_text
from ..lint.engine.results import LintResult
from ..rules.finding import Edit
from .document_snapshot import DocumentSnapshot

FORMATTING_FAMILIES = ("PUN", "ITA", "TYP", "SYM")
"""The families of rules whose safe fixes count as formatting: punctuation, italics, typography and symbols."""


def has_safe_fixes(snapshot: DocumentSnapshot) -> bool:
    """Return whether a finding has a safe fix."""
    return bool(applicable(snapshot.analysis.checked))


def safe_fixes(snapshot: DocumentSnapshot) -> tuple[Edit, ...]:
    """Return the edits that apply all safe fixes until none is left."""
    return _fix(snapshot, lambda result: result)


def formatting_fixes(snapshot: DocumentSnapshot) -> tuple[Edit, ...]:
    """Return the edits that apply the safe fixes of `FORMATTING_FAMILIES` until none is left."""

    def formatting_only(result: LintResult) -> LintResult:
        diagnostics = tuple(d for d in result.diagnostics if d.code.startswith(FORMATTING_FAMILIES))
        return replace(result, diagnostics=diagnostics)

    return _fix(snapshot, formatting_only)


def formatting_fixes_in(snapshot: DocumentSnapshot, span: Span) -> tuple[Edit, ...]:
    """Return the edits of the formatting fixes that change only a part of the text."""
    fixes = (
        diagnostic.finding.fix
        for diagnostic in applicable(snapshot.analysis.checked)
        if diagnostic.code.startswith(FORMATTING_FAMILIES)
    )
    edits, _ = disjoint(
        fix
        for fix in fixes
        if fix and all(span.start <= edit.span.start and edit.span.end <= span.end for edit in fix.edits)
    )
    return tuple(edits)


def _fix(snapshot: DocumentSnapshot, select: Callable[[LintResult], LintResult]) -> tuple[Edit, ...]:
    fixed = fix_until_stable(select(snapshot.analysis.checked), lambda text: select(lint_text(text, snapshot.settings)))
    return tuple(changes(snapshot.text.source, fixed.checked.text))

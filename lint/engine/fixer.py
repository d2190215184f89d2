"""Apply fixes to a text: each completely or not at all, and never overlapping."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable

from ...rules.finding import Applicability, Edit, Fix
from .results import Diagnostic, LintResult


def apply(text: str, fixes: Iterable[Fix]) -> tuple[str, int]:
    """Apply fixes and return the text and their number; a fix that touches an earlier one is deferred.

    >>> from resolint.grammar.text.positions import Span
    >>> apply("1) Decides", [Fix("stop", (Edit(Span(1, 2), "."),)), Fix("also", (Edit(Span(1, 3), ""),))])
    ('1. Decides', 1)
    """
    edits, applied = disjoint(fixes)
    return edited(text, edits), len(applied)


def edited(text: str, edits: Iterable[Edit]) -> str:
    """Return a text with edits applied, which are in order and disjoint."""
    pieces: list[str] = []
    here = 0
    for edit in edits:
        pieces += text[here : edit.span.start], edit.content
        here = edit.span.end
    return "".join([*pieces, text[here:]])


def disjoint(fixes: Iterable[Fix]) -> tuple[list[Edit], list[Fix]]:
    """Return the edits of as many fixes as can be applied together, in order, and these fixes."""
    taken: list[Edit] = []
    applied: list[Fix] = []
    for fix in sorted(fixes, key=lambda fix: [edit.span for edit in fix.edits]):
        if fix.edits and all(_free(edit, taken) for edit in fix.edits):
            for edit in fix.edits:
                insort(taken, edit, key=lambda edit: edit.span)
            applied.append(fix)
    return taken, applied


def _free(edit: Edit, taken: list[Edit]) -> bool:
    """Return whether an edit touches none of the accepted edits, which are in order and disjoint."""
    at = bisect_left(taken, edit.span, key=lambda edit: edit.span)
    return not any(edit.span.touches(other.span) for other in taken[max(at - 1, 0) : at + 1])


def applicable(checked: LintResult, *, unsafe: bool = False) -> list[Diagnostic]:
    """Return the findings whose fixes may be applied: safe ones, and with `unsafe` also unsafe ones."""
    allowed = {Applicability.SAFE, Applicability.UNSAFE} if unsafe else {Applicability.SAFE}
    return [d for d in checked.diagnostics if d.finding.fix and d.finding.fix.applicability in allowed]

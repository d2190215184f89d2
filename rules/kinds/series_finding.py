"""Findings about a series of numbers, each with the fix that renumbers it or the reason why there is none."""

from __future__ import annotations

from ...grammar.refactor.fix_unavailable import FixUnavailable
from ...grammar.text.positions import Span
from ..finding import Finding, Fix


def finding_with_fix(
    place: Span, message: str, fix: Fix | FixUnavailable | None, related: tuple[tuple[Span, str], ...] = ()
) -> Finding:
    """Return a finding with the fix of its series, or with the reason why there is none beside it."""
    if isinstance(fix, FixUnavailable):
        return Finding(place, message, None, (*related, (fix.place, f"not renumbered, as {fix.words}")))
    return Finding(place, message, fix, related)

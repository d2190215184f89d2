"""The reason why a fix that changes several places is not offered, reported with the finding."""

from __future__ import annotations

from typing import NamedTuple

from ...rules.finding import Finding, Fix
from ..text.positions import Span


class FixUnavailable(NamedTuple):
    """A place that cannot be corrected with certainty, so that nothing is renumbered."""

    place: Span
    words: str
    """The reason, as the end of a sentence."""


def finding_with_fix(
    place: Span, message: str, mending: Fix | FixUnavailable | None, related: tuple[tuple[Span, str], ...] = ()
) -> Finding:
    """Return a finding with the fix of its series, or with the reason why there is none beside it."""
    if isinstance(mending, FixUnavailable):
        return Finding(place, message, None, (*related, (mending.place, f"not renumbered, as {mending.words}")))
    return Finding(place, message, mending, related)

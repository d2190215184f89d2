"""Why a fix that several places hang on is not offered, said with the finding that it would have mended."""

from __future__ import annotations

from typing import NamedTuple

from ...rules.finding import Finding, Fix
from ..text.positions import Span


class FixUnavailable(NamedTuple):
    """A place that cannot be set right with certainty, so that nothing is renumbered."""

    place: Span
    words: str
    """What is to be said of it, as the end of a sentence."""


def finding_with_fix(
    place: Span, message: str, mending: Fix | FixUnavailable | None, related: tuple[tuple[Span, str], ...] = ()
) -> Finding:
    """A finding with the fix of its run, or with the reason why there is none."""
    if isinstance(mending, FixUnavailable):
        message = f"{message}; not renumbered, as {mending.words}"
        return Finding(place, message, None, (*related, (mending.place, "the place in doubt")))
    return Finding(place, message, mending, related)

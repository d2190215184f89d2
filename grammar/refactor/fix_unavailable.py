"""The reason why a fix that changes several places is not offered."""

from __future__ import annotations

from ..text.named_tuple import NamedTuple
from ..text.positions import Span


class FixUnavailable(NamedTuple):
    """A place that cannot be corrected with certainty, so that nothing is renumbered."""

    place: Span
    words: str
    """The reason, as the end of a sentence."""

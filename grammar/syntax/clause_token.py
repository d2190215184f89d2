"""The tokens of ``resolution.lark``."""

from __future__ import annotations

from .paragraph_joiner import Clause


class ClauseToken:
    """A token of the grammar with its paragraph; tokens without width have none."""

    __slots__ = ("at", "clause", "type")

    def __init__(self, kind: str, clause: Clause | None, at: int) -> None:
        self.type = kind
        self.clause = clause
        self.at = at
        """Its offset in the source."""

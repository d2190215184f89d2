"""The tokens of ``resolution.lark``."""

from __future__ import annotations

from ..text.lalr import Token
from .paragraph_joiner import Clause


class ClauseToken(Token):
    """A token of the grammar with its paragraph; tokens without width have none."""

    clause: Clause | None

    @classmethod
    def of(cls, kind: str, clause: Clause | None, at: int) -> ClauseToken:
        """Create a token of a type at an offset in the source."""
        token = cls(kind, "", start_pos=at)
        token.clause = clause
        return token

"""Whom a directive opener addresses: the words between the verb and what is asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Addressee:
    """An addressee as offsets of the plain words, and the string that is compared."""

    start: int
    end: int
    key: str
    """Lower case, without asides; ``~`` where the object is an action, not an actor."""


class AddresseeCut:
    """Cuts addressees out of paragraphs."""

    def __init__(self, data: dict[str, Any]) -> None:
        self.data = data

    def cut(self, text: str, start: int) -> Addressee:
        """The addressee in the plain words that follow the opener's end."""
        return Addressee(start, start, "")

"""The opener of a paragraph: its verb phrase, its sequencing adverb, whom it addresses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .inline import Reading


@dataclass(frozen=True, slots=True)
class Opener:
    """What a paragraph begins with, as offsets of its plain words."""

    start: int
    end: int


class Lexicon:
    """The openers of both parts."""

    def __init__(self, data: dict[str, Any]) -> None:
        self.data = data

    def read(self, reading: Reading, part: str) -> Opener | None:
        """The opener of a paragraph of a part, ``preamble`` or ``operative``."""
        head = reading.italic_head
        return Opener(head.start, head.end) if head else None

"""Citations of resolutions and decisions in plain words: found by pattern, read by ``citation.lark``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Citation:
    """A cited resolution or decision, as offsets of the plain words."""

    start: int
    end: int


class CitationReader:
    """Reads the citations of plain words."""

    def __init__(self, data: dict[str, Any]) -> None:
        self.data = data

    def read(self, text: str) -> tuple[Citation, ...]:
        """The citations, in order."""
        return ()

"""Running heads, page numbers and the like, which are not part of the text."""

from __future__ import annotations

import re
from collections import Counter

from ....grammar.syntax.markers import FURNITURE
from .layout import Line, Page
from .notes import label_of, next_note
from .paragraphs import MARK

_EDGE = 0.15  # of a page's height, for running heads and page numbers
_OFTEN = 0.4  # of the pages: a line that occurs on more is a running head
_DIGITS = re.compile(r"\d+")
_TITLE = re.compile(
    r"(?:resolution|decision|recommendation|declaration|statement|annex|appendix|article|chapter|section|part|rule|item)s?"
    r"\b[^\d]{0,12}\S*\d",
    re.IGNORECASE,
)
"""The beginning of a numbered title, which only resembles a running head if each page begins with one."""

_NUMBER = re.compile(r"[–—|·•-]\s*\d{1,4}\s*[–—|·•-]|[–—|]\s*\d{1,4}|\d{1,4}\s*[–—|]")
_PAGE = re.compile(r"[\s,]*(?:\b(?:page|p\.)\s*|[|–—·•-]\s*)\d+(?:\s*(?:of|/)\s*\d+)?$", re.IGNORECASE)


class Furniture:
    """What the pages of a file repeat at their edges."""

    def __init__(self, pages: list[Page]) -> None:
        counts: Counter[tuple[str, int]] = Counter()
        self._before: dict[int, frozenset[tuple[str, int]]] = {}
        previous: frozenset[tuple[str, int]] = frozenset()
        for page in pages:
            self._before[page.number] = previous
            edges = [line for line in page.lines[:4] + page.lines[-4:] if _may_repeat(line)]
            counts.update({_signature(line) for line in edges})
            previous = frozenset(_exact(line) for line in edges)
        often = max(min(len(pages), 3), 2, len(pages) * _OFTEN)
        self._running = frozenset(text for text, count in counts.items() if count >= often)

    def without(self, page: Page) -> list[Line]:
        """Return the lines of a page without running heads, page numbers and the like."""
        remaining: list[Line] = []
        for line in page.lines:
            edge = not _EDGE < line.base / page.height < 1 - _EDGE
            if not edge or not self._is(line) or (remaining and next_note(remaining[-1], line)):
                remaining.append(line)
        return remaining

    def _is(self, line: Line) -> bool:
        words = line.text.strip()
        if _TITLE.match(words):
            return _exact(line) in self._before[line.page]
        return bool(FURNITURE.fullmatch(words) or _NUMBER.fullmatch(words)) or _signature(line) in self._running


def _may_repeat(line: Line) -> bool:
    return line.text.strip()[-1] not in ";:," and not MARK.match(line.text) and not label_of(line, raised_only=True)


def _exact(line: Line) -> tuple[str, int]:
    return _PAGE.sub("", line.text.strip()), round(line.base)


def _signature(line: Line) -> tuple[str, int]:
    """Return what running heads have in common: their words with digits replaced, and their height."""
    return _DIGITS.sub("0", line.text.strip()), round(line.base)

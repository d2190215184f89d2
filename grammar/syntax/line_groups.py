"""Groups of lines without a blank line, which can be scanned for blocks independently of their position."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from ..text import compile_cache
from ..text.positions import evened
from .markers import NUMBERED

BLANKS = " \t\r\n\f\ufeff\v"
_BLANK, _INK = r"[ \t\ufeff\v]", r"[^ \t\r\n\f\ufeff\v]"
_PAGE = compile_cache.standard_pattern(r"[^\f]+")
_CHUNK = compile_cache.standard_pattern(rf"{_INK}.*+(?:\n{_BLANK}*+{_INK}.*+)*+")
"""For a page and a text with one kind of line end: `re` skips to a single character faster than to one of several."""
_LINE_END = compile_cache.pattern(r"\r\n|\n|\r")
RUNNING_HEAD_LONGEST = 200
"""The number of code points from which a line is no running head."""

Chunk = tuple[int, str, int]
"""Lines without the white space around them: start, text and the indentation of the first."""


def chunks(text: str) -> list[Chunk]:
    """Return the line groups of a text; a form feed ends a group too."""
    found: list[Chunk] = []
    border = 0
    even = evened(text)
    for page in _PAGE.finditer(even):
        for match in _CHUNK.finditer(even, *page.span()):
            start, end = match.span()
            indent = 0
            if start > border and even[start - 1] not in "\n\f":
                indent = start - max(border, even.rfind("\n", border, start) + 1, even.rfind("\f", border, start) + 1)
            found.append((start, text[start:end].rstrip(BLANKS), indent))
            border = end
    return found


def running_heads(found: Iterable[Chunk]) -> frozenset[str]:
    """Return the lines that recur on each page: a title or a symbol, never twice in a row."""
    counts: Counter[str] = Counter()
    last = ""
    for _, words, _ in found:
        lines = _LINE_END.split(words) if "\n" in words or "\r" in words else (words,)
        for line in (lines[0], lines[-1]) if len(lines) > 1 else lines:
            text = line.strip(BLANKS)
            if (
                8 < len(text) < RUNNING_HEAD_LONGEST
                and text != last
                and text[-1] not in ".;:,*_"
                and text[0] not in "#(-[|"
                and "\t" not in text
            ):
                counts[text] += 1
            last = text
    return frozenset(text for text, count in counts.items() if count >= 2 and not NUMBERED.match(text))

"""Groups of lines without a blank line, which can be scanned for blocks independently of their position."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from ..text import compile_cache
from ..text.named_tuple import NamedTuple
from ..text.positions import evened
from .markers import NUMBERED

BLANKS = " \t\r\n\f\ufeff\v"
_BLANK, _INK = r"[ \t\ufeff\v]", r"[^ \t\r\n\f\ufeff\v]"
_PAGE = compile_cache.standard_pattern(r"[^\f]+")
_CHUNK = compile_cache.standard_pattern(rf"{_INK}.*+(?:\n{_BLANK}*+{_INK}.*+)*+")
"""For a page and a text with one kind of line end: `re` skips to a single character faster than to one of several."""
_LINE_END = compile_cache.pattern(r"\r\n|\n|\r")


class Chunk(NamedTuple):
    """Lines without the white space around them: start, text and the indentation of the first."""

    start: int
    words: str
    indent: int


def chunks(text: str) -> Iterator[Chunk]:
    """Return the line groups of a text; a form feed ends a group too."""
    border = 0
    even = evened(text)
    for page in _PAGE.finditer(even):
        for match in _CHUNK.finditer(even, *page.span()):
            start, end = match.span()
            indent = 0
            if start > border and text[start - 1] not in "\n\r\f":
                indent = start - max(border, *(text.rfind(sign, border, start) + 1 for sign in "\n\r\f"))
            yield Chunk(start, text[start:end].rstrip(BLANKS), indent)
            border = end


def running_heads(found: Iterable[Chunk]) -> frozenset[str]:
    """Return the lines that recur on each page: a title or a symbol, never twice in a row."""
    counts: Counter[str] = Counter()
    last = ""
    for chunk in found:
        lines = _LINE_END.split(chunk.words) if "\n" in chunk.words or "\r" in chunk.words else (chunk.words,)
        for line in (lines[0], lines[-1]) if len(lines) > 1 else lines:
            text = line.strip(BLANKS)
            if (
                8 < len(text) < 200
                and text != last
                and text[-1] not in ".;:,*_"
                and text[0] not in "#(-[|"
                and "\t" not in text
            ):
                counts[text] += 1
            last = text
    return frozenset(text for text, count in counts.items() if count >= 2 and not NUMBERED.match(text))

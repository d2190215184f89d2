"""Split a line that contains several paragraphs: a whole preamble, or several operative paragraphs."""

from __future__ import annotations

from collections.abc import Iterator

from ..text import compile_cache
from ..text.characters import SUPERSCRIPTS
from .inline import head
from .openers.lexicon import Lexicon

_SHORTEST = 30
_FEWEST = 2
"""One participle with a capital after a comma may belong to a title; a preamble on one line has more."""
_COMMA = compile_cache.pattern(
    rf",[\d{SUPERSCRIPTS}]{{0,3}}"
    r"(?:\[\^\w{1,4}\])?[ \t\u00a0]+(?=(?:[*_]{1,3}|<\w{1,6}>)?\p{Lu}[\p{Ll}\p{Lu}]+)"
)
_NUMBER = compile_cache.pattern(
    r"[;.,:][ \t\u00a0]+(?=(?P<number>\d{1,3})[.)][ \t\u00a0]*(?P<words>(?:[*_]{1,3}|<\w{1,6}>)?\p{Lu}\p{Ll}))"
)
_CAPITALS = compile_cache.pattern(rf"[,;][\d{SUPERSCRIPTS}]{{0,3}}[ \t\u00a0]+(?=\p{{Lu}}{{4,}}[ :])")
"""Before an operative verb in capitals, as the World Health Assembly writes it."""
_DIGIT = compile_cache.standard_pattern(r"[;.,:][ \t\u00a0]+\d")
"""A quick test for numbers: most paragraphs have none."""
_QUOTE = compile_cache.pattern("[“”«»]")


def split_offsets(raw: str, lexicon: Lexicon, preambular: bool) -> tuple[int, ...]:
    """Return the raw offsets at which further paragraphs begin; none for a single paragraph.

    `preambular` means that the words have no number and begin with a preambular opener: they may be a whole preamble.
    """
    if len(raw) < _SHORTEST:
        return ()
    found: list[int] = []
    if preambular:
        found = [m.end() for m in _COMMA.finditer(raw) if lexicon.begins(head(raw, m.end(), 80))]
        if len(found) < _FEWEST:
            found = []
        found += [m.end() for m in _CAPITALS.finditer(raw) if lexicon.begins_operative(head(raw, m.end(), 80))]
    for match in _NUMBER.finditer(raw) if _DIGIT.search(raw) else ():
        begin = match.start("words")
        if lexicon.begins_operative(head(raw, begin, 80)):
            found.append(match.end())
    if not found:
        return ()
    found.sort()
    return tuple(_outside_quotations(raw, found))


def _outside_quotations(raw: str, places: list[int]) -> Iterator[int]:
    """Return the offsets, in ascending order, that are not inside a quotation."""
    depth = 0
    marks = _QUOTE.finditer(raw)
    mark = next(marks, None)
    for place in places:
        while mark is not None and mark.start() < place:
            depth = max(0, depth + (1 if mark.group() in "“«" else -1))
            mark = next(marks, None)
        if depth == 0:
            yield place

"""Split a line that contains several paragraphs: a whole preamble, or several operative paragraphs."""

from __future__ import annotations

from collections.abc import Iterator

from ..text import compile_cache
from ..text.characters import SUPERSCRIPTS
from ..text.numerals import roman_numeral, roman_value
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
    r"[;.,:][ \t\u00a0]+(?=(?P<number>\d{1,3})[.)][ \t\u00a0]*(?P<words>(?:[*_]{1,3}|<\w{1,6}>)?\p{Lu}[\p{Ll}\p{Lu}]))"
)
_CAPITALS = compile_cache.pattern(rf"[,;][\d{SUPERSCRIPTS}]{{0,3}}[ \t\u00a0]+(?=\p{{Lu}}{{4,}}[ :])")
"""Before an operative verb in capitals, as the World Health Assembly writes it."""
FOOT_RULE = "_" * 10
"""What begins the foot of a page."""
_STOPPED, _BRACKETED = (compile_cache.standard_pattern(rf"{stop}(?<=\d{stop})") for stop in (r"\.", r"\)"))
"""Quick tests for numbers, which most paragraphs do not have: `re` skips fast to a single character."""
_ANNEX = compile_cache.pattern(
    r"[.;:][ \t\u00a0]+(?=ANNEX(?: [A-Z\d]{1,3})? TO (?:RESOLUTION|DECISION) [^()]{1,30}\([^()]{4,60}\)(?P<end>[ \t]*))"
)
"""Before the heading of an annex that a converter did not separate from the text."""
_FOOT = compile_cache.pattern(r"[ \t\u00a0]_{10,}[ \t\u00a0]+(?=\d{1,3}[ \t\u00a0])")
"""Before the foot of a page: the rule and the footnotes that a converter did not separate from the text."""
_ITEM = compile_cache.pattern(r";[ \t\u00a0]+(?=(?P<open>\(?)(?P<label>[a-z]{1,6}|\d{1,2})\)[ \t\u00a0]+\S)")
_FIRST_ITEM = compile_cache.pattern(r"(?<=\s)(?P<open>\(?)[ai1]\)\s")
_MARK = compile_cache.pattern(r"(?P<open>\(?)(?P<label>[a-z]{1,6}|\d{1,2})\)")
_QUOTE = compile_cache.pattern("[“”«»]")


def split_offsets(raw: str, lexicon: Lexicon, preambular: bool) -> tuple[int, ...]:
    """Return the raw offsets at which further paragraphs begin; none for a single paragraph.

    `preambular` means that the words have no number and begin with a preambular opener: they may be a whole preamble.
    """
    if len(raw) < _SHORTEST:
        return ()
    found: list[int] = []
    if preambular and ((commas := list(_COMMA.finditer(raw))) or ";" in raw):
        found = [m.end() for m in commas if lexicon.begins(head(raw, m.end(), 80))]
        if len(found) < _FEWEST:
            found = []
        found += [m.end() for m in _CAPITALS.finditer(raw) if lexicon.begins_operative(head(raw, m.end(), 80))]
    for match in _ANNEX.finditer(raw) if "X" in raw and "ANNEX" in raw else ():
        found += [match.end(), match.end("end")]
    for match in _FOOT.finditer(raw) if "_" in raw and FOOT_RULE in raw else ():
        found.append(match.start() + 1)
    for match in _NUMBER.finditer(raw) if _STOPPED.search(raw) or _BRACKETED.search(raw) else ():
        begin = match.start("words")
        if lexicon.begins_operative(head(raw, begin, 80)):
            found.append(match.end())
    if not found:
        return ()
    found = sorted({place for place in found if place < len(raw)})
    return tuple(_outside_quotations(raw, found))


def item_offsets(raw: str, mark: str) -> tuple[int, ...]:
    """Return the raw offsets at which further items begin in the words of an item with this mark: ``i) a; ii) b``.

    Only marks that continue the series count, so that a list within the item is not divided.
    """
    own = _MARK.fullmatch(mark.strip())
    if own is None or ";" not in raw:
        return ()
    if any(first["open"] == own["open"] for first in _FIRST_ITEM.finditer(raw)):
        return ()  # the item contains a list of its own
    sign, expected = own["open"], _following(own["label"])
    places: list[int] = []
    for match in _ITEM.finditer(raw):
        if match["open"] == sign and match["label"] in expected:
            places.append(match.end())
            expected = _following(match["label"])
    return tuple(places)


def _following(label: str) -> set[str]:
    """Return the labels that may follow a label: that of the next number, Roman numeral or letter."""
    if label.isdigit():
        return {str(int(label) + 1)}
    following = {chr(ord(label) + 1)} if len(label) == 1 and label != "z" else set()
    if set(label) <= set("ivxl"):
        following.add(roman_numeral(roman_value(label) + 1).lower())
    return following


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

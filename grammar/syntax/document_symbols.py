"""Symbols of documents, which are the same in every language: ``A/72/633/Corr.1``, ``A/RES/72/192``."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from ..text import compile_cache
from ..text.named_tuple import NamedTuple
from .citations.resolution_numbers import normal

_BEFORE, _AFTER = r"(?<![\w/.])", r"(?![\w/])"
_ROMAN = r"\((?:S-)?[IVXLC]{1,8}\)"
_ADOPTED = compile_cache.pattern(
    rf"""{_BEFORE}(?:
      (?P<ga>A)/(?P<kind>RES|DEC)/(?P<number>(?:E?S-)?\d{{1,3}}/\d{{1,4}}(?:[ \u00a0]?[A-Z](?![\w’']))?
                                 |\d{{1,4}}[ \u00a0]?(?:[A-Z][ \u00a0]?)?{_ROMAN}(?:[ \u00a0]?[A-Z](?![\w’']))?)
    | (?P<sc>S)/(?P<kind>RES)/(?P<number>\d{{1,4}}[ \u00a0]?\(\d{{4}}\))
    | (?P<ecosoc>E)/(?P<kind>RES|DEC)/(?P<number>\d{{4}}/\d{{1,3}})
    | (?P<hrc>A/HRC)/(?P<kind>RES|DEC)/(?P<number>(?:S-)?\d{{1,3}}/\d{{1,3}})
    ){_AFTER}""",
    regex.VERBOSE | regex.IGNORECASE,
)
_MAY = compile_cache.pattern(r"/(?:RES|DEC)/", regex.IGNORECASE)
_LETTER_LAST = compile_cache.pattern(r"^(\d+) ?(\([^)]*\)) ?([A-Z])$")
_BODIES = ("ga", "sc", "ecosoc", "hrc")
_KINDS = {"RES": "resolution", "DEC": "decision"}


class AdoptedSymbol(NamedTuple):
    """The symbol of a resolution or decision, as offsets in a text."""

    start: int
    end: int
    body: str
    """The body: ``ga``, ``sc``, ``ecosoc`` or ``hrc``."""
    kind: str
    """``resolution`` or ``decision``."""
    number: str
    """As it is cited, in normal form."""


def adopted(text: str) -> Iterator[AdoptedSymbol]:
    """Return the symbols of resolutions and decisions in a text, in order.

    >>> [(s.body, s.number) for s in adopted("A/RES/57/270B and S/RES/2347(2017), A/RES/217(III)A")]
    [('ga', '57/270 B'), ('sc', '2347 (2017)'), ('ga', '217 A (III)')]
    """
    if not _MAY.search(text):
        return
    for match in _ADOPTED.finditer(text):
        body = next(body for body in _BODIES if match[body])
        number = _LETTER_LAST.sub(lambda parts: f"{parts[1]} {parts[3]} {parts[2]}", normal(match["number"].upper()))
        yield AdoptedSymbol(match.start(), match.end(), body, _KINDS[match["kind"].upper()], number)


_STOPPED = (
    *("AC", "Add", "Amend", "C", "CN", "CONF", "Corr", "CRP", "EA", "INF", "L", "NGO", "PC", "PV", "Rev", "SR", "Sub"),
    *("WG", "WP"),
)
_PLAIN = (
    *("A", "BMS", "CAC", "CBD", "CMA", "COP", "COSP", "CP", "CTOC", "DEC", "E", "FCCC", "HLPF", "HRC", "PRST"),
    *("RES", "S", "SGB", "ST", "TD"),
)
_KNOWN = {part.casefold(): part for part in (*_STOPPED, *_PLAIN)}
_BEGUN = compile_cache.standard_pattern(
    r"[AaEeSsTtCcFf](?<![\w/\\.:@-].)"  # the letter first, which `re` finds fastest
    r"(?:(?<=[AaEeSs])|(?<=[Ss])[Tt]|(?<=[Tt])[Dd]|(?i:(?<=C)TOC|(?<=C)AC|(?<=F)CCC)) ?[/\\]"
)
_SYMBOL = compile_cache.pattern(
    r"(?<![\w/\\.:@-])(?:A|S|E|ST|TD|CTOC|CAC|FCCC)"
    r"(?:[ ]?[/\\][ ]?[A-Z]{1,6}(?:\.[ ]?|[ ]|(?=[-‑]))?[-‑]?\d{0,4}|[ ]?[/\\][ ]?\d{1,4}){1,7}(?![\w@])(?!/\p{L})",
    regex.IGNORECASE,
)
PART = r"(?i:(?<![\w/\\.:@-])(?:A|S|E|ST|TD|CTOC|CAC|FCCC)[/\\]|^[/\\]|[/.](?:Add|Amend|Corr|Rev))"
"""A pattern within a run without white space that each such symbol, or its last part, contains."""
_PIECE = compile_cache.pattern(r"(?P<word>\p{L}+)(?P<stop>\.?) ?(?P<number>\d*)")
_EMERGENCY = compile_cache.pattern(r"E?S[-‑]\d{1,2}")
_SLASH = compile_cache.pattern(r" ?[/\\] ?")
_TAIL_BEGUN = compile_cache.standard_pattern(r"[/.](?i:Add|Amend|Corr|Rev)")
_TAIL_LENGTH = 5
"""The greatest length of what `_TAIL_BEGUN` matches after its first character."""
_TAIL = compile_cache.pattern(
    r"(?P<join>[/.])(?P<word>Add|Amend|Corr|Rev)(?P<stop>\.?) ?(?P<number>\d{1,2})(?![\w])", regex.IGNORECASE
)
_BODY = compile_cache.pattern(r"(?:\p{Lu}[\w.()-]{0,15}/[^\s,;]{0,40}|\))$")
_KNOWN_SERIES = compile_cache.pattern(
    r"(?<![\w/\\.:@-])(?:A|S|E|ST|TD|CTOC|CAC|FCCC)/[^\s,;]+(?:[ \u00a0]?\([^()]+\))?$"
)
_LONGEST = 60


class DocumentSymbol(NamedTuple):
    """The symbol of a document, or its last parts, as offsets in a text, and its correct form."""

    start: int
    end: int
    right: str
    whole: bool = True
    """Whether it is of a series that is known, and not the last part of another body's symbol."""


def documents(text: str) -> Iterator[DocumentSymbol]:
    """Return the symbols of United Nations documents in a text, if all their parts are known.

    Of other symbols, return the parts for an addendum, a corrigendum or a revision that are not in the correct form.

    >>> [(text[s.start:s.end], s.right) for text in ("E/CN15/2018/11", "A/72/L.19") for s in documents(text)]
    [('E/CN15/2018/11', 'E/CN.15/2018/11'), ('A/72/L.19', 'A/72/L.19')]
    """
    if "/" not in text and "\\" not in text:
        return
    until = 0
    for match in filter(None, (_SYMBOL.match(text, begun.start()) for begun in _BEGUN.finditer(text))):
        parts = _SLASH.split(match.group())
        written = [_part(part) for part in parts]
        if all(written) and sum(any(char.isdigit() for char in part) for part in parts) >= 2:
            yield from _tails(text, until, match.start())
            tail = next(_tails(text, match.end(), match.end() + 1), None)
            until = match.end() if tail is None else tail.end
            right = "/".join(filter(None, written))
            yield DocumentSymbol(match.start(), until, right if tail is None else right + tail.right)
    yield from _tails(text, until, len(text))


def _tails(text: str, start: int, end: int) -> Iterator[DocumentSymbol]:
    """Return the malformed last parts of symbols that begin in a range."""
    for begun in _TAIL_BEGUN.finditer(text, start, end + _TAIL_LENGTH):
        if begun.start() >= end:
            return
        match = _TAIL.match(text, begun.start())
        if match is None:
            continue
        right = f"/{_KNOWN[match['word'].casefold()]}.{match['number']}"
        if match.group() != right and _BODY.search(text, max(0, match.start() - _LONGEST), match.start()):
            known = _KNOWN_SERIES.search(text, max(0, match.start() - _LONGEST), match.start()) is not None
            if match["join"] == "." and not known:
                continue  # another organization's own form: LAMP/2031/Report.Rev2
            yield DocumentSymbol(match.start(), match.end(), right, whole=known)


def _part(part: str) -> str | None:
    """Return the correct form of a part of a symbol; None if it is unknown."""
    if part.isdecimal():
        return part
    if _EMERGENCY.fullmatch(part):
        return part
    match = _PIECE.fullmatch(part)
    if match is None:
        return None
    word = _KNOWN.get(match["word"].casefold())
    if word is None:
        return None
    if not match["number"]:
        return word
    return f"{word}.{match['number']}" if word in _STOPPED else None

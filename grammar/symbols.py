"""Symbols of documents, the same in every language: ``A/72/633/Corr.1``; and those of resolutions: ``A/RES/72/192``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import regex

from .numbers import normal

_BEFORE, _AFTER = r"(?<![\w/.])", r"(?![\w/])"
_ROMAN = r"\((?:S-)?[IVXLC]{1,8}\)"
_ADOPTED = regex.compile(
    rf"""{_BEFORE}(?:
      (?P<ga>A)/(?P<kind>RES|DEC)/(?P<number>(?:E?S-)?\d{{1,3}}/\d{{1,4}}(?:[ \u00a0]?[A-Z](?![\w’']))?
                                 |\d{{1,4}}[ \u00a0]?(?:[A-Z][ \u00a0]?)?{_ROMAN}(?:[ \u00a0]?[A-Z](?![\w’']))?)
    | (?P<sc>S)/(?P<kind>RES)/(?P<number>\d{{1,4}}[ \u00a0]?\(\d{{4}}\))
    | (?P<ecosoc>E)/(?P<kind>RES|DEC)/(?P<number>\d{{4}}/\d{{1,3}})
    | (?P<hrc>A/HRC)/(?P<kind>RES|DEC)/(?P<number>(?:S-)?\d{{1,3}}/\d{{1,3}})
    ){_AFTER}""",
    regex.VERBOSE | regex.IGNORECASE,
)
_MAY = regex.compile(r"/(?:RES|DEC)/", regex.IGNORECASE)
_LETTER_LAST = regex.compile(r"^(\d+) ?(\([^)]*\)) ?([A-Z])$")
_BODIES = ("ga", "sc", "ecosoc", "hrc")
_KINDS = {"RES": "resolution", "DEC": "decision"}


class AdoptedSymbol(NamedTuple):
    """The symbol of a resolution or decision, as offsets of a text."""

    start: int
    end: int
    body: str
    """Whose: ``ga``, ``sc``, ``ecosoc`` or ``hrc``."""
    kind: str
    """``resolution`` or ``decision``."""
    number: str
    """As it is cited, in one spelling."""


def adopted(text: str) -> Iterator[AdoptedSymbol]:
    """The symbols of resolutions and decisions in a text, in order.

    >>> [(s.body, s.number) for s in adopted("A/RES/57/270B and S/RES/2347(2017), A/RES/217(III)A")]
    [('ga', '57/270 B'), ('sc', '2347 (2017)'), ('ga', '217 A (III)')]
    """
    if not _MAY.search(text):
        return
    for match in _ADOPTED.finditer(text):
        body = next(body for body in _BODIES if match[body])
        number = _LETTER_LAST.sub(r"\1 \3 \2", normal(match["number"].upper()))
        yield AdoptedSymbol(match.start(), match.end(), body, _KINDS[match["kind"].upper()], number)

"""The numbered paragraphs of a resolution, grouped into consecutive series."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

import regex

from ..syntax.tree import Heading, Operative, Provision, Resolution
from ..text import compile_cache
from ..text.named_tuple import NamedTuple
from ..text.positions import Span
from .number_series import Violation, violations

_NEGOTIATED = compile_cache.pattern(r"\b(?:bis|ter|quater|alt)\b", regex.IGNORECASE)


class Numbered(NamedTuple):
    """A paragraph with its number."""

    paragraph: Operative | Provision
    number: int
    mark: Span

    @property
    def section(self) -> Heading | None:
        """The heading of its section."""
        return self.paragraph.section


class Stretch(NamedTuple):
    """Paragraphs numbered as one series, in one section or across sections."""

    members: tuple[Numbered, ...]
    first: int
    """The number expected at the beginning."""

    @property
    def violations(self) -> Iterator[Violation]:
        """The breaks in the numbers."""
        return violations([member.number for member in self.members], self.first)


def numbered(resolution: Resolution) -> Iterator[Numbered]:
    """Return the numbered paragraphs of a resolution or part, in order."""
    marked = ((paragraph, paragraph.mark) for paragraph in resolution.numbered)
    return (Numbered(p, mark.number, mark.span) for p, mark in marked if mark and mark.number is not None)


def stretches(resolution: Resolution) -> Iterator[Stretch]:
    """Yield the series of a resolution or part; none in a text under negotiation, with numbers such as ``3 bis``.

    A section may start again at 1 or continue the series, and so may the provisions after an unnumbered paragraph.
    """
    if any(p.mark and _NEGOTIATED.search(p.mark.text) for p in resolution.numbered):
        return
    for _, of_a_kind in groupby(numbered(resolution), key=lambda member: type(member.paragraph)):
        series: list[Numbered] = []
        for _, group in groupby(of_a_kind, key=lambda member: member.paragraph.section_id):
            section = list(group)
            if series and section[0].number == 1:
                yield Stretch(tuple(series), 1)
                series = []
            series += section
        if series:
            yield Stretch(tuple(series), 1)

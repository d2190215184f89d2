"""The numbered paragraphs of a resolution, grouped into consecutive series."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

import regex

from ..syntax.tree import Heading, Mark, Operative, Provision, Resolution
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


def numbered(resolution: Resolution) -> tuple[Numbered, ...]:
    """Return the numbered paragraphs of a resolution or part, in order."""
    return resolution.memoized(_numbered)


def _numbered(resolution: Resolution) -> tuple[Numbered, ...]:
    marked = [(paragraph, paragraph.mark) for paragraph in resolution.numbered]
    return tuple(Numbered(p, mark.number, mark.span) for p, mark in marked if mark and mark.number is not None)


def stretches(resolution: Resolution) -> tuple[Stretch, ...]:
    """Return the series of a resolution or part; none in a text under negotiation, with numbers such as ``3 bis``.

    A section may start again at 1 or continue the series, and so may the provisions after an unnumbered paragraph.
    """
    return resolution.memoized(_stretches)


def _stretches(resolution: Resolution) -> tuple[Stretch, ...]:
    return tuple(_each_stretch(resolution))


def broken_stretches(resolution: Resolution) -> tuple[tuple[Stretch, tuple[Violation, ...]], ...]:
    """Return the series with breaks in their numbers, and the breaks."""
    return resolution.memoized(_broken_stretches)


def _broken_stretches(resolution: Resolution) -> tuple[tuple[Stretch, tuple[Violation, ...]], ...]:
    read = ((stretch, tuple(stretch.violations)) for stretch in stretches(resolution))
    return tuple((stretch, violations) for stretch, violations in read if violations)


def _is_negotiated(mark: Mark) -> bool:
    return not mark.text.rstrip(".").isdecimal() and _NEGOTIATED.search(mark.text) is not None


def _each_stretch(resolution: Resolution) -> Iterator[Stretch]:
    if any(paragraph.mark and _is_negotiated(paragraph.mark) for paragraph in resolution.numbered):
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

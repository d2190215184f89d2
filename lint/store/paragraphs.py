"""Read the paragraphs of a file, as a store keeps them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...grammar.compare.units import Part, Unit, units
from ...grammar.database.resolutions import ResolutionDatabase
from ...grammar.model.profile import detect
from ...grammar.syntax.parser import parse_view
from ...grammar.syntax.tree import Document, Kind, Resolution
from ...grammar.text.named_tuple import NamedTuple

_FEWEST = 5
"""The words that a paragraph needs to be worth finding."""
_FIRST_SESSION = 1946
"""The year of session 1 of the General Assembly; there is one a year."""
_YEAR = re.compile(r"\((\d{4})\)|\b((?:19|20)\d\d)/")
STORED = (Part.PREAMBULAR, Part.OPERATIVE, Part.SUB, Part.ANNEX)
"""The parts of a resolution whose paragraphs are stored."""


class StoredParagraph(NamedTuple):
    """The words of a paragraph and its place in the resolution."""

    part: str
    number: str
    """``5``, ``5 (b)``; of a preambular paragraph its place, from 1."""
    words: str


class StoredResolution(NamedTuple):
    """A resolution with what identifies it."""

    organ: str
    number: str
    """``78/12``, ``2713 (2023)``; empty for a draft."""
    title: str
    date: str
    """Of adoption: ``2023-12-07``, or only the year, or empty."""
    paragraphs: tuple[StoredParagraph, ...]


def read_resolutions(text: str, register: ResolutionDatabase) -> tuple[StoredResolution, ...]:
    """Return the resolutions of a text with their paragraphs; short ones, titles and footnotes are left out."""
    document = parse_view(text)
    profiles = detect(document)
    return tuple(
        StoredResolution(
            resolution.organ.name if resolution.organ else "",
            resolution.number or "",
            resolution.title,
            _date(resolution, profiles[resolution.id].body, register),
            tuple(paragraphs(document, resolution)),
        )
        for resolution in document.resolutions
    )


def paragraphs(document: Document, resolution: Resolution) -> Iterator[StoredParagraph]:
    """Yield the paragraphs of a resolution that are long enough to be recognized."""
    for unit, number in numbered(units(document, resolution)):
        if unit.part in STORED and is_long_enough(unit.text):
            yield StoredParagraph(unit.part.value, number, unit.text)


def numbered(found: tuple[Unit, ...]) -> Iterator[tuple[Unit, str]]:
    """Yield the units of a resolution with their numbers: ``5 (b)``; of a preambular paragraph its place, from 1."""
    preambular = 0
    for unit in found:
        preambular += unit.part is Part.PREAMBULAR
        yield unit, str(preambular) if unit.part is Part.PREAMBULAR else path(found, unit)


def is_long_enough(words: str) -> bool:
    """Return whether a paragraph has enough words to be recognized."""
    return len(words.split()) >= _FEWEST


def path(found: tuple[Unit, ...], unit: Unit) -> str:
    """Return the number of a paragraph with those above it: ``5 (b) (ii)``."""
    marks: list[str] = []
    here: Unit | None = unit
    while here is not None:
        if here.mark:
            marks.append(here.mark.rstrip("."))
        here = None if here.parent is None else found[here.parent]
    return " ".join(reversed(marks))


def _date(resolution: Resolution, body: str, register: ResolutionDatabase) -> str:
    """Return the date of adoption from the register, or the year from the number."""
    number = resolution.number or ""
    if number and resolution.organ is not None:
        kind = "decision" if resolution.kind in (Kind.DECISION, Kind.DRAFT_DECISION) else "resolution"
        entry = register.find(resolution.organ.name, kind, number)
        if entry is not None and entry.date:
            return str(entry.date)
    year = _YEAR.search(number)
    if year is not None:
        return year[1] or year[2]
    session = number.partition("/")[0]
    if body == "ga" and session.isdigit():
        return str(_FIRST_SESSION + int(session) - 1)
    return ""

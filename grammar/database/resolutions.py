"""What is known of resolutions and decisions: date, title and source."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache, cached_property

from ..syntax.citations.citation_reader import Citation
from ..text.named_tuple import NamedTuple
from ..text.record import Record
from .csv_source import KINDS, DatabaseError, Key, Row, Source
from .resolution_index import NAME, lines

AGREEING = 2
"""Number of texts that must agree on a date."""


class Entry(NamedTuple):
    """A resolution, decision or document in a register."""

    organ: str
    kind: str
    number: str
    """In normal form; for a document, its symbol."""
    date: date | None
    title: str
    agree: int | None
    """Number of texts that cite it with this date; none for a list of adopted resolutions or a user's register."""
    source: str
    """The name of the register."""

    @property
    def certain(self) -> bool:
        """Whether its facts come from a list rather than from citations."""
        return self.agree is None

    @property
    def supported(self) -> bool:
        """Whether a list has it, or texts that agree: one text is no evidence, as it may be wrong itself."""
        return self.agree is None or self.agree >= AGREEING


class ResolutionDatabase(Record):
    """Registers in order of precedence: the first with an entry provides it. Each is read on first use."""

    sources: tuple[Source, ...] = ()
    with_shipped: bool = True

    def find(self, organ: str | None, kind: str, number: str) -> Entry | None:
        """Return the entry of a number in normal form (`grammar.numbers.normal`), or none if it is unknown."""
        if organ is None:
            return None
        key = (organ, kind, number)
        for name, index in self._indexes:
            if (row := index.get(key)) is not None:
                return _entry(row, name)
        return None

    def of(self, citation: Citation, organ: str | None) -> Entry | None:
        """Return the entry of a citation, given its organ; none for several lettered parts."""
        if len(citation.letters) > 1:
            return None
        return self.find(organ, citation.kind, citation.normal)

    def numbered(self, number: str) -> tuple[Entry, ...]:
        """Return the entries of a number for all organs; the first register takes precedence."""
        found: dict[Key, Entry] = {}
        for name, index in self._indexes:
            for key, row in index.items():
                if key[2] == number:
                    found.setdefault(key, _entry(row, name))
        return tuple(found.values())

    def starting(self, beginning: str) -> Iterator[Entry]:
        """Yield the entries whose number has this beginning, by number; the first register takes precedence."""
        known: set[Key] = set()
        for nth in range(bisect_left(self._by_number, beginning, key=_number), len(self._by_number)):
            (organ, kind, number), name, row = self._by_number[nth]
            if not number.startswith(beginning):
                break
            if (organ, kind, number) not in known:
                known.add((organ, kind, number))
                yield _entry(row, name)

    def check(self) -> None:
        """Read the user's registers.

        Raises:
            DatabaseError: a register cannot be read.
        """
        for source in self.sources:
            for row in _index(source).values():
                if row[3]:
                    _day(row[3])

    @cached_property
    def _by_number(self) -> list[tuple[Key, str, Row]]:
        """All entries by number; of equal ones, those of the first register come first."""
        found = ((key, name, row) for name, index in self._indexes for key, row in index.items())
        return sorted(found, key=_number)

    @cached_property
    def _indexes(self) -> tuple[tuple[str, Mapping[Key, Row]], ...]:
        own = tuple((source.name, _index(source)) for source in self.sources)
        return (*own, (NAME, lines())) if self.with_shipped else own


@cache
def shipped() -> ResolutionDatabase:
    """Return the register that is part of the package."""
    return ResolutionDatabase()


def _number(each: tuple[Key, str, Row]) -> str:
    return each[0][2]


def _index(source: Source) -> Mapping[Key, Row]:
    """Index a user's register; its numbers and names may be in any spelling."""
    from ..syntax.citations.resolution_numbers import normal

    found: dict[Key, Row] = {}
    for row in source.rows():
        organ, kind, number = row[0].strip(), row[1].strip().casefold(), normal(row[2])
        if kind not in KINDS:
            raise DatabaseError(f"unknown kind {row[1]!r} of {row[2]}; use {', '.join(KINDS[:-1])} or {KINDS[-1]}")
        found.setdefault((organ, kind, number), (organ, kind, number, *row[3:]))
    return found


def _day(written: str) -> date:
    try:
        return date.fromisoformat(written.strip())
    except ValueError:
        raise DatabaseError(f"{written!r} is not a valid date; use the form 2017-12-19") from None


def _entry(row: Row, source: str) -> Entry:
    organ, kind, number, written, agree, title = row
    day = _day(written) if written else None
    return Entry(organ, kind, number, day, title, int(agree) if agree.isdecimal() else None, source)

"""What is known of resolutions and decisions: date, title, and on whose word."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from typing import NamedTuple

from ..syntax.citations.citation_reader import Citation
from .csv_source import KINDS, DatabaseError, Key, Row, Source
from .resolution_index import NAME, lines


class Entry(NamedTuple):
    """A resolution, decision or document as a register has it."""

    organ: str
    kind: str
    number: str
    """In one spelling; a document's symbol."""
    date: date | None
    title: str
    agree: int | None
    """How many texts cite it with this date; none where a list of adopted resolutions or a user's register has it."""
    source: str
    """The name of the register."""

    @property
    def certain(self) -> bool:
        """Whether its facts are those of a list, not gathered from citations."""
        return self.agree is None


@dataclass(frozen=True)
class ResolutionDatabase:
    """Registers, asked in order: the first that has an entry gives it. Each is read when it is first asked."""

    sources: tuple[Source, ...] = ()
    with_shipped: bool = True

    def find(self, organ: str | None, kind: str, number: str) -> Entry | None:
        """The entry of a number in its one spelling (`grammar.numbers.normal`); none where it is not known."""
        if organ is None:
            return None
        key = (organ, kind, number)
        for name, index in self._indexes:
            if (row := index.get(key)) is not None:
                return _entry(row, name)
        return None

    def of(self, citation: Citation, organ: str | None) -> Entry | None:
        """The entry of what is cited, given whose it is; of several lettered parts, none."""
        if len(citation.letters) > 1:
            return None
        return self.find(organ, citation.kind, citation.normal)

    def numbered(self, number: str) -> tuple[Entry, ...]:
        """All entries of a number, whosever; the nearest register's for each."""
        found: dict[Key, Entry] = {}
        for name, index in self._indexes:
            for key, row in index.items():
                if key[2] == number:
                    found.setdefault(key, _entry(row, name))
        return tuple(found.values())

    def starting(self, beginning: str) -> Iterator[Entry]:
        """The entries whose number begins so, by number; the nearest register's for each."""
        known: set[Key] = set()
        for nth in range(bisect_left(self._by_number, beginning, key=_number), len(self._by_number)):
            (organ, kind, number), name, row = self._by_number[nth]
            if not number.startswith(beginning):
                break
            if (organ, kind, number) not in known:
                known.add((organ, kind, number))
                yield _entry(row, name)

    def check(self) -> None:
        """Read the registers that were brought. Raises `DatabaseError`."""
        for source in self.sources:
            for row in _index(source).values():
                if row[3]:
                    _day(row[3])

    @cached_property
    def _by_number(self) -> list[tuple[Key, str, Row]]:
        """All entries by number; of equal ones the nearest register's first."""
        found = ((key, name, row) for name, index in self._indexes for key, row in index.items())
        return sorted(found, key=_number)

    @cached_property
    def _indexes(self) -> tuple[tuple[str, Mapping[Key, Row]], ...]:
        brought = tuple((source.name, _index(source)) for source in self.sources)
        return (*brought, (NAME, lines())) if self.with_shipped else brought


@cache
def shipped() -> ResolutionDatabase:
    """The register that comes with the package alone."""
    return ResolutionDatabase()


def _number(each: tuple[Key, str, Row]) -> str:
    return each[0][2]


def _index(source: Source) -> Mapping[Key, Row]:
    """A user's register, whose numbers and names may be spelled in any way."""
    from ..syntax.citations.resolution_numbers import normal

    found: dict[Key, Row] = {}
    for row in source.rows():
        organ, kind, number = row[0].strip(), row[1].strip().casefold(), normal(row[2])
        if kind not in KINDS:
            raise DatabaseError(f"unknown kind {row[1]!r} of {row[2]}; it is {', '.join(KINDS)}")
        found.setdefault((organ, kind, number), (organ, kind, number, *row[3:]))
    return found


def _day(written: str) -> date:
    try:
        return date.fromisoformat(written.strip())
    except ValueError:
        raise DatabaseError(f"{written!r} is no date such as 2017-12-19") from None


def _entry(row: Row, source: str) -> Entry:
    organ, kind, number, written, agree, title = row
    day = _day(written) if written else None
    return Entry(organ, kind, number, day, title, int(agree) if agree.isdecimal() else None, source)

"""The register that is part of the package. Its lines are sorted, so that entries are found by binary search."""

from __future__ import annotations

import csv
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from functools import cache

from ..text import package_data
from .csv_source import Key, Row

NAME = "resolutions.csv"


class Lines(Mapping[Key, Row]):
    r"""The rows of a register by organ, kind and number; each is parsed on first use.

    Each organ and kind has one range of lines, in the order of the numbers' characters, and only its first line names
    them. Numbers and names contain no comma or quotation mark.

    >>> lines = Lines("organ,kind,number,date,agree,title\nBoard,resolution,1/1,,,Tides\n,,1/2,,,\n")
    >>> lines["Board", "resolution", "1/2"]
    ('Board', 'resolution', '1/2', '', '', '')
    """

    def __init__(self, text: str) -> None:
        self._lines = text.rstrip("\n").split("\n")  # in a quarter of the time of `splitlines`
        heads = [nth for nth, line in enumerate(self._lines) if not line.startswith((",", "#"))][1:]
        self._stretches: dict[tuple[str, str], tuple[int, int]] = {}
        for first, end in zip(heads, [*heads[1:], len(self._lines)], strict=True):
            organ, kind, rest = self._lines[first].split(",", 2)
            self._stretches[organ, kind] = first, end
            self._lines[first] = f",,{rest}"
        self._read: dict[Key, Row | None] = {}

    def __getitem__(self, key: Key) -> Row:
        if key not in self._read:
            self._read[key] = self._look_up(*key)
        if (row := self._read[key]) is None:
            raise KeyError(key)
        return row

    def __iter__(self) -> Iterator[Key]:
        for (organ, kind), (first, end) in self._stretches.items():
            yield from ((organ, kind, line.split(",", 3)[2]) for line in self._lines[first:end])

    def __len__(self) -> int:
        return sum(end - first for first, end in self._stretches.values())

    def _look_up(self, organ: str, kind: str, number: str) -> Row | None:
        first, end = self._stretches.get((organ, kind), (0, 0))
        prefix = f",,{number},"
        at = bisect_left(self._lines, prefix, first, end)
        if at == end or not self._lines[at].startswith(prefix):
            return None
        _, _, _, day, agree, title = next(csv.reader(self._lines[at : at + 1]))
        return organ, kind, number, day, agree, title


@cache
def lines() -> Lines:
    """Return the rows of the register that is part of the package."""
    return Lines(package_data.text(__package__, NAME))

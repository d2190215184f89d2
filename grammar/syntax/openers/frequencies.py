"""How often each listed opener was counted, by part and by body, for those who have to choose one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from .lexicon import OPERATIVE, PREAMBLE

BODIES = ("ga", "sc")
"""Whose paragraphs were counted, in the order of the columns."""


class OpenerFrequency(NamedTuple):
    """A listed opener and its counts."""

    base: str
    """As written, without an adverb."""
    counts: tuple[int, ...]
    """Paragraphs by body, in the order of `BODIES`."""
    documents: int
    links: tuple[str, ...]
    """The words that link it to what follows, most used first."""

    def count(self, body: str) -> int:
        """Paragraphs of a body; of all where it was not counted by itself."""
        return self.counts[BODIES.index(body)] if body in BODIES else sum(self.counts)


class OpenerFrequencies:
    """The counts of both parts."""

    def __init__(self, data: Mapping[str, str]) -> None:
        self._data = data

    @cached_property
    def _parts(self) -> dict[str, dict[str, OpenerFrequency]]:
        return {part: {u.base.lower(): u for u in _read(self._data[part])} for part in (PREAMBLE, OPERATIVE)}

    def of(self, base: str, part: str) -> OpenerFrequency | None:
        """The counts of an opener, in whatever case; none for one that is not listed in the part.

        >>> from resolint.grammar.syntax.language import language
        >>> language("en").usage.of("takes note", "operative").links[0]
        'of'
        """
        return self._parts[part].get(base.lower())

    def all(self, part: str) -> tuple[OpenerFrequency, ...]:
        """All openers of a part."""
        return tuple(self._parts[part].values())


def _read(table: str) -> Iterator[OpenerFrequency]:
    for line in table.splitlines():
        base, _, rest = line.partition("|")
        counts, _, links = rest.partition("|")
        if base.strip():
            *by_body, documents = map(int, counts.split())
            yield OpenerFrequency(" ".join(base.split()), tuple(by_body), documents, tuple(links.split()))

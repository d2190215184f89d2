"""The frequencies of the listed openers by part and body."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from ...text.named_tuple import NamedTuple
from .lexicon import OPERATIVE, PREAMBLE

BODIES = ("ga", "sc")
"""The bodies whose paragraphs were counted, in the order of the columns."""


class OpenerFrequency(NamedTuple):
    """A listed opener and its counts."""

    base: str
    """As written, without an adverb."""
    counts: tuple[int, ...]
    """Paragraphs by body, in the order of `BODIES`."""
    documents: int
    links: tuple[str, ...]
    """The words that link it to its object, the most frequent first."""

    def count(self, body: str) -> int:
        """Return the number of paragraphs of a body, or of all bodies if it was not counted separately."""
        return self.counts[BODIES.index(body)] if body in BODIES else sum(self.counts)


class OpenerFrequencies:
    """The frequencies in both parts."""

    def __init__(self, data: Mapping[str, str]) -> None:
        self._data = data

    @cached_property
    def _parts(self) -> dict[str, dict[str, OpenerFrequency]]:
        return {part: {u.base.lower(): u for u in _read(self._data[part])} for part in (PREAMBLE, OPERATIVE)}

    def of(self, base: str, part: str) -> OpenerFrequency | None:
        """Return the counts of an opener in any letter case; None if it is not listed in the part.

        >>> from resolint.grammar.syntax.language import language
        >>> language("en").usage.of("takes note", "operative").links[0]
        'of'
        """
        return self._parts[part].get(base.lower())

    def all(self, part: str) -> tuple[OpenerFrequency, ...]:
        """Return all openers of a part."""
        return tuple(self._parts[part].values())


def _read(table: str) -> Iterator[OpenerFrequency]:
    for line in table.splitlines():
        base, _, rest = line.partition("|")
        counts, _, links = rest.partition("|")
        if base.strip():
            *by_body, documents = map(int, counts.split())
            yield OpenerFrequency(" ".join(base.split()), tuple(by_body), documents, tuple(links.split()))

"""Trace the paragraphs of a draft, in one store or in several."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path

from ...grammar.compare.units import Unit, units
from ...grammar.compare.word_diff import Edit, word_edits
from ...grammar.syntax.tree import Document, Resolution
from ...grammar.text.named_tuple import NamedTuple
from .paragraphs import STORED, is_long_enough, numbered
from .schema import opened
from .tracer import Trace, trace

LEAST = 0.6
"""How alike an earlier text must be by default."""


class ParagraphTrace(NamedTuple):
    """A paragraph of a draft and the earlier texts that are like it."""

    unit: Unit
    number: str
    """``5``, ``5 (b)``; of a preambular paragraph its place, from 1."""
    traces: tuple[Trace, ...]
    """The most alike first; empty if the words are new."""

    @property
    def edits(self) -> tuple[Edit, ...]:
        """The edits from the most alike earlier text to the paragraph."""
        return word_edits(self.traces[0].words, self.unit.text) if self.traces else ()


def trace_document(
    document: Document, stores: Sequence[Path], least: float = LEAST, most: int = 1
) -> Iterator[ParagraphTrace]:
    """Yield the paragraphs of a draft that are long enough to be recognized, each with the texts most like it.

    Raises:
        StoreError: A store cannot be read.
    """
    with ExitStack() as stack:
        connections = [stack.enter_context(opened(store)) for store in stores]
        for resolution in document.resolutions:
            for unit, number in numbered(units(document, resolution)):
                if unit.part in STORED and is_long_enough(unit.text):
                    yield ParagraphTrace(unit, number, _traces(connections, resolution, unit.text, least, most))


def trace_paragraph(resolution: Resolution, words: str, store: Path) -> tuple[Trace, ...]:
    """Return the text most like a paragraph of a resolution, or none; none for a paragraph of few words.

    Raises:
        StoreError: The store cannot be read.
    """
    if not is_long_enough(words):
        return ()
    with opened(store) as connection:
        return _traces((connection,), resolution, words, LEAST, 1)


def _traces(
    connections: Sequence[sqlite3.Connection], resolution: Resolution, words: str, least: float, most: int
) -> tuple[Trace, ...]:
    return tuple(_elsewhere(merged(connections, words, least, most + 1), resolution))[:most]


def _elsewhere(traces: Sequence[Trace], resolution: Resolution) -> Iterator[Trace]:
    """Yield the texts with their places outside the resolution itself, those with its title first."""
    for found in traces:
        places = [
            place for place in found.places if not (place.number and (place.number, place.title) == _name(resolution))
        ]
        if places:
            yield found._replace(places=tuple(sorted(places, key=lambda place: place.title != resolution.title)))


def _name(resolution: Resolution) -> tuple[str | None, str]:
    return resolution.number, resolution.title


def merged(connections: Sequence[sqlite3.Connection], words: str, least: float, most: int) -> tuple[Trace, ...]:
    """Return the texts most like a paragraph in all stores; a text in several of them has the places of all."""
    by_words: dict[str, Trace] = {}
    for connection in connections:
        for found in trace(connection, words, least, most):
            known = by_words.get(found.words)
            places = found.places if known is None else (*known.places, *found.places)
            ordered = tuple(sorted(dict.fromkeys(places), key=lambda place: place.date, reverse=True))
            by_words[found.words] = found._replace(places=ordered)
    return tuple(sorted(by_words.values(), key=lambda found: -found.likeness)[:most])

"""Conditions that the words of a node must meet before a rule checks it, tested once for all rules."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from functools import cached_property, reduce
from itertools import islice
from operator import eq, or_

from ..grammar.syntax.paragraph_text import ParagraphText
from ..grammar.text.named_tuple import NamedTuple
from .prefilter_runs import RunMasks

_MOST = 60_000
_OF_WORDS = frozenset({"citations", "references"})
ANYTHING = -1
"""The mask that meets every prefilter."""


class Run(NamedTuple):
    """What a run without white space contains: any of these alternatives."""

    words: frozenset[str] = frozenset()
    any_case: frozenset[str] = frozenset()
    signs: str = ""
    piece: str = ""
    among: str = ""


class Sequence(NamedTuple):
    """Runs without white space, each described as in a `Prefilter`."""

    first: Run
    second: Run
    """The run directly after the first one."""
    also: Run | None = None
    """Any run of the words."""
    joined: bool = False
    """Whether the first two are one and the same run instead."""


class Prefilter(NamedTuple):
    """A condition that words meet if they contain any of its alternatives.

    A rule must have no finding in words that do not meet its prefilter; a test verifies this.
    """

    words: frozenset[str] = frozenset()
    """Whole words in the given letter case: runs of letters and digits."""
    any_case: frozenset[str] = frozenset()
    """Whole words in lower case, compared without regard to case."""
    signs: str = ""
    """Single characters that are neither white space nor letters."""
    piece: str = ""
    """A pattern within a run without white space that contains more than letters; it must not look beyond the run."""
    sequences: tuple[Sequence, ...] = ()
    """Runs without white space that follow each other."""
    repeated: bool = False
    """Whether two runs without white space in a row may be equal."""
    text: str = ""
    """A part of the text, such as two spaces."""
    cited: str = ""
    """The name of a value of citations, such as ``date``, that at least one citation in the words must have."""
    trait: str = ""
    """The name of something of which there must be at least one: ``citations`` or ``references`` of the words, or
    ``footnote_references``, ``emphases``, ``links`` or ``quotations`` of their inline structure."""
    node: int = 0
    """The bits of `node_traits`, any of which the node of the words may have instead."""
    among: str = ""
    """Characters, one of which is in each match of `piece`, so that other runs are not searched for it."""


class PrefilterIndex:
    """An index of prefilters, one bit each, that finds which of them words meet."""

    def __init__(self) -> None:
        self._bits: dict[Prefilter, int] = {}
        self._traits: list[tuple[str, int]] = []
        self._texts: list[tuple[str, int]] = []
        self._cited: list[tuple[str, int]] = []
        self._repeated = 0
        self._by_node: list[tuple[int, int]] = []
        self._of_traits: dict[int, int] = {}
        self._needs: dict[Hashable, int] = {}

    def __len__(self) -> int:
        return len(self._bits)

    def need(self, prefilters: Iterable[Prefilter]) -> int:
        """Return the bits of prefilters that must all be met; new ones are added to the index."""
        return reduce(or_, map(self._bit, prefilters), 0)

    def mask_of(self, who: Hashable, prefilters: Callable[[], Iterable[Prefilter]]) -> int:
        """Return the bits of the prefilters of one owner, which are created only once."""
        if who not in self._needs:
            self._needs[who] = self.need(prefilters())
        return self._needs[who]

    def _bit(self, prefilter: Prefilter) -> int:
        if (bit := self._bits.get(prefilter)) is None:
            bit = self._bits[prefilter] = 1 << len(self._bits)
            if prefilter.trait:
                self._traits.append((prefilter.trait, bit))
            if prefilter.text:
                self._texts.append((prefilter.text, bit))
            if prefilter.cited:
                self._cited.append((prefilter.cited, bit))
            if prefilter.repeated:
                self._repeated |= bit
            if prefilter.node:
                self._by_node.append((prefilter.node, bit))
                self._of_traits.clear()
            self.__dict__.pop("_runs", None)
        return bit

    @cached_property
    def _runs(self) -> RunMasks:
        """What each run without white space meets, for the prefilters so far."""
        return RunMasks(self._bits)

    def matched(self, paragraph_text: ParagraphText) -> int:
        """Return the bits of the prefilters that words meet; the result is cached with the words."""
        return paragraph_text.memoized(self._matched, len(self._bits))

    def matched_by_traits(self, traits: int) -> int:
        """Return the bits of the prefilters that a node meets by its `node_traits`."""
        if (found := self._of_traits.get(traits)) is None:
            found = reduce(or_, (bit for node, bit in self._by_node if node & traits), 0)
            self._of_traits[traits] = found
        return found

    def _matched(self, paragraph_text: ParagraphText, _known: int) -> int:
        runs = self._runs
        if len(runs) > _MOST:  # the vocabulary is limited, but misprints are not
            runs.clear()
        text, reading = paragraph_text.text, paragraph_text.reading
        pieces = text.split()
        found = runs.met_by(pieces)
        if self._repeated and any(map(eq, pieces, islice(pieces, 1, None))):
            found |= self._repeated
        for part, bit in self._texts:
            if part in text:
                found |= bit
        if self._cited and (citations := paragraph_text.citations):
            for value, bit in self._cited:
                if any(getattr(citation, value) for citation in citations):
                    found |= bit
        for trait, bit in self._traits:
            if getattr(paragraph_text if trait in _OF_WORDS else reading, trait):
                found |= bit
        return found

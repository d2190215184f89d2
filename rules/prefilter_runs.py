"""What runs without white space meet: each different run is tested once for all prefilters."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property, reduce
from itertools import pairwise
from operator import or_
from typing import TYPE_CHECKING

from ..grammar.text import compile_cache

if TYPE_CHECKING:
    from .prefilter import Prefilter, Run, Sequence

_WORD = compile_cache.standard_pattern(r"[^\W_]+")  # the same words as Prose.words

DIGITS = "0123456789"
"""Among these characters, all decimal digits count, of any script."""


class _Patterns:
    """Patterns that are searched for only in runs with one of some characters; in all runs if these are none."""

    __slots__ = ("_any", "_patterns", "among")

    def __init__(self, among: frozenset[str], sources: Mapping[str, int]) -> None:
        self.among = among
        self._any = compile_cache.standard_pattern("|".join(f"(?:{source})" for source in sources))
        """All patterns in one, because most runs match none."""
        self._patterns = [(compile_cache.standard_pattern(source), bit) for source, bit in sources.items()]

    def met_by(self, run: str) -> int:
        """Return the bits of the patterns that match in a run."""
        found = 0
        if self._any.search(run):
            for pattern, bit in self._patterns:
                if pattern.search(run):
                    found |= bit
        return found


class RunMasks(dict[str, int]):
    """The bits that each run meets, computed when the run is first requested.

    Bits in a row, above those of the prefilters, are for the members of each sequence. Shifts therefore find which
    sequences a paragraph may contain, and only for these the runs are compared one by one.
    """

    def __init__(self, bits: Mapping[Prefilter, int]) -> None:
        """Create the masks for prefilters with their bits, which are consecutive from the lowest."""
        super().__init__()
        self._by_word: dict[str, int] = {}
        self._in_any_case: dict[str, int] = {}
        self._by_sign: dict[str, int] = {}
        self._sources: dict[str, dict[str, int]] = {}
        """The patterns and their bits, by the characters of which each match contains one."""
        for prefilter, bit in bits.items():
            self._look_for(prefilter, bit)
        self._own = (1 << len(bits)) - 1
        self._firsts = self._pairs = self._joined = 0
        """The bits of the first members of all sequences, of those with two members, and of those in one run."""
        self._met: dict[int, int] = {}
        """The prefilters that have each sequence, by its first bit."""
        known: dict[Sequence, int] = {}
        free = self._own + 1
        for prefilter, bit in bits.items():
            for sequence in prefilter.sequences:
                if (first := known.get(sequence)) is None:
                    first = known[sequence] = free
                    for run in sequence[:3]:
                        if run is not None:
                            self._look_for(run, free)
                            free <<= 1
                    self._firsts |= first
                    if sequence.also is None:
                        self._pairs |= first
                    if sequence.joined:
                        self._joined |= first
                self._met[first] = self._met.get(first, 0) | bit
        self._signs = frozenset(self._by_sign)

    def _look_for(self, run: Prefilter | Run, bit: int) -> None:
        by_word, in_any_case = self._by_word, self._in_any_case
        for word in run.words:
            by_word[word] = by_word.get(word, 0) | bit
        for word in run.any_case:
            in_any_case[word] = in_any_case.get(word, 0) | bit
        for sign in run.signs:
            self._by_sign[sign] = self._by_sign.get(sign, 0) | bit
        if run.piece:
            sources = self._sources.setdefault(run.among, {})
            sources[run.piece] = sources.get(run.piece, 0) | bit

    @cached_property
    def _groups(self) -> list[_Patterns]:
        """The patterns for all runs, those for runs with a digit, and those for runs with some signs."""
        signs = "".join({*self._sources} - {"", DIGITS})
        groups: dict[str, dict[str, int]] = {"": {}, DIGITS: {}, signs: {}}
        for among, sources in self._sources.items():
            group = groups[among if among in groups else signs]
            for source, bit in sources.items():
                group[source] = group.get(source, 0) | bit
        return [_Patterns(frozenset(among), sources) for among, sources in groups.items() if sources]

    def __missing__(self, run: str) -> int:
        found = 0
        letters = run.isalpha()
        for word in (run,) if letters else _WORD.findall(run):
            found |= self._by_word.get(word, 0) | self._in_any_case.get(word.lower(), 0)
        if not letters:
            signs = set(run)
            if not run.isascii() and any(map(str.isdecimal, run)):
                signs.add(DIGITS[0])
            for sign in signs & self._signs:
                found |= self._by_sign[sign]
            for group in self._groups:
                if not (group.among and group.among.isdisjoint(signs)):
                    found |= group.met_by(run)
        if joined := found & self._joined:
            found ^= joined ^ joined & found >> 1
        self[run] = found
        return found

    def met_by(self, runs: list[str]) -> int:
        """Return the bits of the prefilters that the runs of a paragraph meet."""
        masks = [*map(self.__getitem__, runs)]
        found = reduce(or_, filter(None, masks), 0)
        possible = found & (found >> 1 | self._joined) & (found >> 2 | self._pairs) & self._firsts
        met = self._in_sequence(masks, possible) if possible else 0
        found &= self._own
        while met:
            lowest = met & -met
            found |= self._met[lowest]
            met ^= lowest
        return found

    def _in_sequence(self, masks: list[int], possible: int) -> int:
        """Return the first bits of the sequences, among those possible, whose second member follows the first."""
        met = possible & self._joined
        if possible := possible ^ met:
            for first, second in pairwise(masks):
                if second and (here := first & possible):  # most runs meet nothing
                    met |= here & second >> 1
        return met

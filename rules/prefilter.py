"""Conditions that the words of a node must meet before a rule checks it, tested once for all rules."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable
from functools import cached_property, reduce
from operator import or_

from ..grammar.syntax.paragraph_text import ParagraphText
from ..grammar.text import compile_cache
from ..grammar.text.named_tuple import NamedTuple

_WORD = compile_cache.standard_pattern(r"[^\W_]+")  # the same words as Prose.words
_MOST = 60_000
_OF_WORDS = frozenset({"citations", "references"})
ANYTHING = -1
"""The mask that meets every prefilter."""


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
    trait: str = ""
    """The name of something of which there must be at least one: ``citations`` or ``references`` of the words, or
    ``footnote_references``, ``emphases``, ``links`` or ``quotations`` of their inline structure."""


class PrefilterIndex:
    """An index of prefilters, one bit each, that finds which of them words meet."""

    def __init__(self) -> None:
        self._bits: dict[Prefilter, int] = {}
        self._traits: list[tuple[str, int]] = []
        self._pieces = _Pieces()
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
        if prefilter not in self._bits:
            bit = self._bits[prefilter] = 1 << len(self._bits)
            self._pieces.look_for(prefilter, bit)
            if prefilter.trait:
                self._traits.append((prefilter.trait, bit))
        return self._bits[prefilter]

    def matched(self, paragraph_text: ParagraphText) -> int:
        """Return the bits of the prefilters that words meet; the result is cached with the words."""
        return paragraph_text.memoized(self._matched, len(self._bits))

    def _matched(self, paragraph_text: ParagraphText, _known: int) -> int:
        if len(self._pieces) > _MOST:  # the vocabulary is limited, but misprints are not
            self._pieces.clear()
        found = reduce(or_, filter(None, map(self._pieces.__getitem__, paragraph_text.text.split())), 0)
        reading = paragraph_text.reading
        for trait, bit in self._traits:
            if getattr(paragraph_text if trait in _OF_WORDS else reading, trait):
                found |= bit
        return found


class _Pieces(dict[str, int]):
    """The bits that each piece meets, computed when the piece is first requested."""

    def __init__(self) -> None:
        super().__init__()
        self._by_word: dict[str, int] = {}
        self._in_any_case: dict[str, int] = {}
        self._by_sign: dict[str, int] = {}
        self._sources: list[tuple[str, int]] = []

    def look_for(self, prefilter: Prefilter, bit: int) -> None:
        """Add a prefilter and discard the cached bits of pieces."""
        for known, alternatives in (
            (self._by_word, prefilter.words),
            (self._in_any_case, prefilter.any_case),
            (self._by_sign, prefilter.signs),
        ):
            for one in alternatives:
                known[one] = known.get(one, 0) | bit
        if prefilter.piece:
            self._sources.append((prefilter.piece, bit))
        self.clear()
        self.__dict__.pop("_patterns", None)
        self.__dict__.pop("_any", None)

    @cached_property
    def _any(self) -> re.Pattern[str]:
        """All patterns in one, because most pieces match none."""
        return compile_cache.standard_pattern("|".join(f"(?:{source})" for source, _ in self._sources) or "(?!)")

    @cached_property
    def _patterns(self) -> list[tuple[re.Pattern[str], int]]:
        return [(compile_cache.standard_pattern(source), bit) for source, bit in self._sources]

    def __missing__(self, piece: str) -> int:
        found = 0
        letters = piece.isalpha()
        for word in (piece,) if letters else _WORD.findall(piece):
            found |= self._by_word.get(word, 0) | self._in_any_case.get(word.lower(), 0)
        if not letters:
            for sign in self._by_sign.keys() & set(piece):
                found |= self._by_sign[sign]
            if self._any.search(piece):
                for pattern, bit in self._patterns:
                    if pattern.search(piece):
                        found |= bit
        self[piece] = found
        return found

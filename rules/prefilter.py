"""What a node's words must have before a rule is asked about it: a first look, made once for all rules."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable
from functools import cached_property, reduce
from operator import or_
from typing import NamedTuple

from ..grammar.syntax.paragraph_text import ParagraphText

_WORD = re.compile(r"[^\W_]+")  # the words of Prose.words
_MOST = 60_000
_OF_WORDS = frozenset({"citations", "references"})
ANYTHING = -1
"""What meets every cue."""


class Prefilter(NamedTuple):
    """What words have, if they have one of these: it is met by any of them.

    A rule with a cue has nothing to say of words that do not meet it. It is a promise, and a test holds it.
    """

    words: frozenset[str] = frozenset()
    """Whole words, as written: runs of letters and digits."""
    any_case: frozenset[str] = frozenset()
    """Whole words in small letters, however written."""
    signs: str = ""
    """Single characters, neither white space nor letters."""
    piece: str = ""
    """A pattern that is found in a stretch without white space that is not of letters alone; it may not look beyond."""
    trait: str = ""
    """What there are some of: ``citations`` and ``references`` of the words, or ``calls``, ``emphases``, ``links`` and
    ``quotations`` of their reading."""


class PrefilterIndex:
    """The cues that are looked for, each a bit; which of them words meet is looked up piece by piece."""

    def __init__(self) -> None:
        self._bits: dict[Prefilter, int] = {}
        self._traits: list[tuple[str, int]] = []
        self._pieces = _Pieces()
        self._needs: dict[Hashable, int] = {}

    def need(self, prefilters: Iterable[Prefilter]) -> int:
        """The bits of cues, all of which are to be met; those that are new are looked for from now on."""
        return reduce(or_, map(self._bit, prefilters), 0)

    def mask_of(self, who: Hashable, prefilters: Callable[[], Iterable[Prefilter]]) -> int:
        """The same of one whose cues are the same each time: they are made once."""
        if who not in self._needs:
            self._needs[who] = self.need(prefilters())
        return self._needs[who]

    def _bit(self, cue: Prefilter) -> int:
        if cue not in self._bits:
            bit = self._bits[cue] = 1 << len(self._bits)
            self._pieces.look_for(cue, bit)
            if cue.trait:
                self._traits.append((cue.trait, bit))
        return self._bits[cue]

    def met(self, paragraph_text: ParagraphText) -> int:
        """The bits of the cues that words meet; they are kept with the words, which an editor reads again and again."""
        return paragraph_text.memoized(self._met, len(self._bits))

    def _met(self, paragraph_text: ParagraphText, _known: int) -> int:
        if len(self._pieces) > _MOST:  # words are not without number, but misprints are
            self._pieces.clear()
        found = reduce(or_, filter(None, map(self._pieces.__getitem__, paragraph_text.text.split())), 0)
        reading = paragraph_text.reading
        for trait, bit in self._traits:
            if getattr(paragraph_text if trait in _OF_WORDS else reading, trait):
                found |= bit
        return found


class _Pieces(dict[str, int]):
    """What each piece met so far; a new one is looked into when it is first asked for."""

    def __init__(self) -> None:
        super().__init__()
        self._by_word: dict[str, int] = {}
        self._in_any_case: dict[str, int] = {}
        self._by_sign: dict[str, int] = {}
        self._sources: list[tuple[str, int]] = []

    def look_for(self, cue: Prefilter, bit: int) -> None:
        """Look for a cue too. What is known of pieces is forgotten."""
        for known, sought in (
            (self._by_word, cue.words),
            (self._in_any_case, cue.any_case),
            (self._by_sign, cue.signs),
        ):
            for one in sought:
                known[one] = known.get(one, 0) | bit
        if cue.piece:
            self._sources.append((cue.piece, bit))
        self.clear()
        self.__dict__.pop("_patterns", None)
        self.__dict__.pop("_any", None)

    @cached_property
    def _any(self) -> re.Pattern[str]:
        """Most pieces have no pattern, which one look tells."""
        return re.compile("|".join(f"(?:{source})" for source, _ in self._sources) or "(?!)")

    @cached_property
    def _patterns(self) -> list[tuple[re.Pattern[str], int]]:
        return [(re.compile(source), bit) for source, bit in self._sources]

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

"""What a node's words must have before a rule is asked about it: a first look, made once for all rules."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, reduce
from operator import or_

from ..grammar.wording import Wording

_WORD = re.compile(r"[^\W_]+")  # the words of Prose.words
_MOST = 60_000
_OF_WORDS = frozenset({"citations", "references"})
ANYTHING = -1
"""What meets every cue."""


@dataclass(frozen=True, slots=True)
class Cue:
    """What words have, if they have one of these: it is met by any of them.

    A rule with a cue has nothing to say of words that do not meet it. It is a promise, and a test holds it.
    """

    words: frozenset[str] = frozenset()
    """Whole words, as written: runs of letters and digits."""
    signs: str = ""
    """Single characters, not white space."""
    piece: str = ""
    """A pattern that is found in a stretch without white space; it may not look beyond one."""
    trait: str = ""
    """What there are some of: ``citations`` and ``references`` of the words, or ``calls``, ``emphases``, ``links`` and
    ``quotations`` of their reading."""


class Sought:
    """The cues that are looked for, each a bit; which of them words meet is looked up piece by piece."""

    def __init__(self, cues: Iterable[Cue]) -> None:
        self._bits: dict[Cue, int] = {}
        by_word: dict[str, int] = {}
        by_sign: dict[str, int] = {}
        patterns: list[tuple[str, int]] = []
        self._traits: list[tuple[str, int]] = []
        for cue in cues:
            if cue in self._bits:
                continue
            bit = self._bits[cue] = 1 << len(self._bits)
            for word in cue.words:
                by_word[word] = by_word.get(word, 0) | bit
            for sign in cue.signs:
                by_sign[sign] = by_sign.get(sign, 0) | bit
            if cue.piece:
                patterns.append((cue.piece, bit))
            if cue.trait:
                self._traits.append((cue.trait, bit))
        self._pieces = _Pieces(by_word, by_sign, patterns)

    def need(self, cues: Iterable[Cue]) -> int:
        """The bits of cues, all of which are to be met."""
        return reduce(or_, map(self._bits.__getitem__, cues), 0)

    def met(self, wording: Wording) -> int:
        """The bits of the cues that words meet."""
        if len(self._pieces) > _MOST:  # words are not without number, but misprints are
            self._pieces.clear()
        found = reduce(or_, map(self._pieces.__getitem__, wording.text.split()), 0)
        reading = wording.reading
        for trait, bit in self._traits:
            if getattr(wording if trait in _OF_WORDS else reading, trait):
                found |= bit
        return found


class _Pieces(dict[str, int]):
    """What each piece met so far; a new one is looked into when it is first asked for."""

    def __init__(self, by_word: dict[str, int], by_sign: dict[str, int], patterns: list[tuple[str, int]]) -> None:
        super().__init__()
        self._by_word, self._by_sign, self._sources = by_word, by_sign, patterns
        self._signs = frozenset(by_sign)
        self._any = re.compile("|".join(f"(?:{source})" for source, _ in patterns) or "(?!)")
        """Most pieces have none of them, which one look tells."""

    @cached_property
    def _patterns(self) -> list[tuple[re.Pattern[str], int]]:
        return [(re.compile(source), bit) for source, bit in self._sources]

    def __missing__(self, piece: str) -> int:
        found = 0
        for word in _WORD.findall(piece):
            found |= self._by_word.get(word, 0)
        for sign in self._signs.intersection(piece):
            found |= self._by_sign[sign]
        if self._any.search(piece):
            for pattern, bit in self._patterns:
                if pattern.search(piece):
                    found |= bit
        self[piece] = found
        return found

"""Text in a language that is not read: it is left out, so that nothing in it is a finding or a fix."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

import regex

from ..text import compile_cache
from ..text.incremental_cache import IncrementalCache
from ..text.named_tuple import NamedTuple
from ..text.positions import Span

_WORD = compile_cache.pattern(r"(?<![\p{L}\d/.:@_=-])\p{L}+(?![\p{L}\d/@_=-]|[.:]\S)")
"""A word that is not part of a symbol, a number or an address."""
_BOUNDED = compile_cache.pattern(r"(?<![\p{L}\d/.:-])\p{L}++(?![\d/-])")
"""A word within the bounds of the pattern for signs of other languages."""
_ASCII = bytes(range(128))
_LATIN_BYTES = bytes(byte for byte in range(256) if byte <= 0xCC or byte == 0xE2)
"""The bytes of UTF-8 up to U+033F and from U+2000 to U+2FFF: Latin letters, quotation marks, dashes, superscripts."""
_RADICALS = compile_cache.standard_pattern(rb"\xe2[\xb0-\xbf]")
"""The letters among the latter, from U+2C00."""
_WORD_BYTES = bytes(byte if byte < 128 and (chr(byte).isalnum() or chr(byte) in "/-") else 32 for byte in range(256))
"""A translation table: a word within the bounds above is between spaces, and one in an address is not."""
_LINE = compile_cache.pattern(r"[^\n]*\S[^\n]*")
_ACCENTED = compile_cache.pattern(r"[à-öø-ÿœÀ-ÖØ-ÞŒ]")
_QUOTED = compile_cache.pattern(r"[\"“][^\"“”]*[\"”]?")
"""A quotation, which may be in another language than the words around it."""
_SHARE = 0.15
"""The least share of frequent words by which a language is recognized."""
_OWN_SHARE = 0.06
"""The share of frequent words from which a line is in the language of the draft."""
_FEWEST = 8
"""The number of words from which the language of a line is recognized."""
_FEWEST_IN_ALL = 24
"""The number of words from which such lines are left out: fewer are a name or a quotation."""
_NEAR = 8
"""The number of shorter lines beside such lines that may belong to them."""


class Encoded(NamedTuple):
    """A text in UTF-8, in which much is counted and divided several times as fast as in the text itself."""

    whole: bytes
    beyond: bytes
    """What is beyond ASCII, and so much less to search."""


def encode(text: str) -> Encoded:
    """Return a text in UTF-8."""
    whole = text.encode(errors="replace")
    return Encoded(whole, b"" if text.isascii() else whole.translate(None, _ASCII))


class ForeignPart(NamedTuple):
    """Lines in another language."""

    span: Span
    name: str
    """``French``."""


class ForeignWords:
    """The words and letters of other languages."""

    def __init__(self, data: dict[str, Any]) -> None:
        self._own = frozenset(data["own"].split())
        self._others: dict[str, frozenset[str]] = {name: frozenset(w.split()) for name, w in data["others"].items()}
        self._letters: dict[str, regex.Pattern[str]] = {
            name: compile_cache.pattern(letter) for name, letter in data["letters"].items()
        }
        self._distinct = frozenset().union(*self._others.values()) - self._own
        self._ascii = frozenset(word.encode() for word in self._distinct if word.isascii())
        self._not_ascii = tuple(sorted(word for word in self._distinct if not word.isascii()))
        self._beyond = tuple({encode(word).beyond for word in self._not_ascii})
        scripts = "|".join(data["letters"].values())
        self._script = compile_cache.pattern(scripts)
        self._sign = compile_cache.pattern(
            rf"(?<![\p{{L}}\d/.:-])(?:{'|'.join(sorted(self._distinct))})(?![\p{{L}}\d/-])|(?:{scripts}){{2}}"
        )

    def name(self, text: str, fewest: int = _FEWEST) -> str | None:
        """Return the language that a text is in, if that is another one; none if it is not certain.

        >>> from .language import language
        >>> language().foreign.name("Rappelant la déclaration des gardiens de phare sur les lampes,")
        'French'
        """
        words = _WORD.findall(text)
        letters = sum(map(len, words))
        for script, pattern in self._letters.items() if not text.isascii() else ():
            found = len(pattern.findall(text))
            if found >= fewest and 2 * found > letters:
                return script
        if len(words) < fewest or self._share(words) >= _OWN_SHARE:
            return None
        counts = {name: sum(word in common for word in words) for name, common in self._others.items()}
        best = max(counts, key=lambda name: counts[name])
        return best if counts[best] >= _SHARE * len(words) else None

    def parts(
        self, text: str, memory: IncrementalCache | None = None, encoded: Encoded | None = None
    ) -> list[ForeignPart]:
        """Return the parts of a text that are in other languages, in order.

        With the `memory` of an earlier version of the text, each line is counted and named only once. `encoded` is the
        text in UTF-8, if it is known.
        """
        if memory is None:
            if self._count_signs(text, encoded or encode(text)) < _FEWEST:
                return []
            lines = [Span(*match.span()) for match in _LINE.finditer(text)]
            names = [self._line_name(text[slice(*line)]) for line in lines]
        else:
            written = [line for line in text.split("\n") if line]
            if sum(memory.get_or_compute(self._count_signs_of_line, line) for line in written) < _FEWEST:
                return []
            lines = [Span(*match.span()) for match in _LINE.finditer(text)]
            names = [memory.get_or_compute(self._line_name, text[slice(*line)]) for line in lines]
        found: list[ForeignPart] = []
        index = 0
        while index < len(lines):
            if names[index] is None:
                index += 1
                continue
            first = self._edge(text, lines, index, -1)
            last = index
            while (following := self._next(text, lines, names, last)) is not None:
                last = following
            inside = [name for name in names[index : last + 1] if name]
            last = self._edge(text, lines, last, 1)
            span = Span(lines[first].start, lines[last].end)
            if len(_WORD.findall(text[slice(*span)])) >= _FEWEST_IN_ALL or inside[0] in self._letters:
                found.append(ForeignPart(span, Counter(inside).most_common(1)[0][0]))
            index = last + 1
        return found

    def _line_name(self, line: str) -> str | None:
        """Return the language of a line without its quotations, which may be in another."""
        words = _QUOTED.sub("", line)
        encoded = encode(words)
        return self.name(words) if _may_have_script(encoded) or self._may_have_words(words, encoded) else None

    def _count_signs_of_line(self, line: str) -> int:
        return self._count_signs(line, encode(line), 1)

    def _count_signs(self, text: str, encoded: Encoded, fewest: int = _FEWEST) -> int:
        """Return the number of words and letters of other languages, up to some; 0 if there are fewer than `fewest`."""
        if not _may_have_script(encoded) or not self._script.search(text):
            # words alone count, and looking each up is faster than the pattern
            if not self._may_have_words(text, encoded, fewest):
                return 0
            lines = [line for line in text.split("\n") if self._may_have_words(line, encode(line))]
            return sum(word in self._distinct for line in lines for word in _BOUNDED.findall(line))
        return sum(1 for _, _ in zip(range(_FEWEST), self._sign.finditer(text), strict=False))

    def _may_have_words(self, text: str, encoded: Encoded, fewest: int = 1) -> bool:
        """Return whether a text may have enough words of other languages; this counts some that are not bounded."""
        words = encoded.whole.translate(_WORD_BYTES).split()
        found = sum(map(words.count, self._ascii.intersection(words)))
        if any(letters in encoded.beyond for letters in self._beyond):
            found += sum(map(text.count, self._not_ascii))
        return found >= fewest

    def _share(self, words: Sequence[str]) -> float:
        return sum(word in self._own for word in words) / len(words) if words else 0.0

    def _is_own(self, line: str) -> bool:
        """Return whether a line has a frequent word of the draft's own language and none of another."""
        words = _WORD.findall(line)
        return self._share(words) >= _OWN_SHARE

    def _next(self, text: str, lines: Sequence[Span], names: Sequence[str | None], at: int) -> int | None:
        """Return the next line in another language, if only short lines of no certain language are between."""
        for index in range(at + 1, min(at + 1 + _NEAR, len(lines))):
            if names[index] is not None:
                return index
            if self._is_own(text[slice(*lines[index])]):
                return None
        return None

    def _edge(self, text: str, lines: Sequence[Span], at: int, step: int) -> int:
        """Return the farthest short line that belongs to lines in another language, by a letter or word of it."""
        edge = at
        for index in range(at + step, at + step * (_NEAR + 1), step):
            if not 0 <= index < len(lines) or self._is_own(text[slice(*lines[index])]):
                break
            if _ACCENTED.search(text, *lines[index]) or self._sign.search(text, *lines[index]):
                edge = index
        return edge


def _may_have_script(encoded: Encoded) -> bool:
    """Return whether a text may have letters that are not Latin."""
    return bool(encoded.beyond.translate(None, _LATIN_BYTES) or _RADICALS.search(encoded.beyond))

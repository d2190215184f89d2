"""Terms found in plain words: looked up by their words, so that their number costs next to nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import NamedTuple

_WORD = re.compile(r"[^\W_]+")  # the words of Prose.words
_PIECE = re.compile(r"(?P<space> +)|(?P<hyphen>-)|(?P<quote>['’])|(?P<optional>\(([^()]*)\))|(?P<any>\*)")
_ADDRESS = re.compile(r"\S*(?:://|www\.|@)\S*")


@dataclass(frozen=True)
class Term:
    """A term as a pack has it: what is found, what is to stand instead (if anything), and whether that is sure."""

    wrong: str
    right: str | None = None
    sure: bool = True
    any_case: bool = False
    """Whether letters of either size are found; the right form itself and capitals throughout are not."""
    endings: tuple[str, ...] = ()
    """What may stand for a ``~`` at the end of both forms."""

    def forms(self) -> Iterator[Term]:
        """The term itself, or one with each ending."""
        if not self.endings or self.right is None:
            yield self
            return
        for ending in self.endings:
            yield Term(self.wrong[:-1] + ending, self.right[:-1] + ending, self.sure)

    def is_right(self, found: str) -> bool:
        """Whether what was found by its letters of either size is as it is to be."""
        return self.any_case and (found.isupper() or _WORD.findall(found) == _WORD.findall(self.right or ""))

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """What it matches, word by word."""
        whole = pattern(self.wrong)
        if self.any_case:
            return re.compile(rf"(?<!\w)(?i:{whole})(?!\w)")
        first, rest = self.wrong[0], pattern(self.wrong[1:])
        lead = f"[{first}{first.upper()}]" if first.islower() else re.escape(first)
        return re.compile(rf"(?<!\w){lead}{rest}(?!\w)")

    @cached_property
    def _rest(self) -> frozenset[str]:
        """Its words behind the first; where case is free, those that are not as they are to be."""
        words = _WORD.findall(self.wrong)
        if not self.any_case:
            return frozenset(words[1:])
        return frozenset(form for word in words for form in (word.lower(), word.upper(), word.capitalize())) - {*words}

    def may_be_in(self, words: frozenset[str]) -> bool:
        """Whether a text with these words may have it: a quick look, its first word known to be there."""
        return not self._rest.isdisjoint(words) if self.any_case else self._rest <= words

    @property
    def first_words(self) -> frozenset[str]:
        """Its first word in the forms that it is found in."""
        found = _WORD.match(self.wrong)
        word = found[0] if found else ""
        if self.any_case:
            return frozenset({word.lower(), word.capitalize(), word})
        return frozenset({word, word[:1].upper() + word[1:]}) if word[:1].islower() else frozenset({word})


class Hit(NamedTuple):
    """A term found, as offsets of the plain words."""

    start: int
    end: int
    term: Term


class Terms:
    """Terms and their exceptions. A text is looked through for the terms alone whose words it has."""

    def __init__(self, terms: Iterable[Term], exceptions: Iterable[str] = ()) -> None:
        by_word: dict[str, list[Term]] = {}
        for term in chain.from_iterable(given.forms() for given in terms):
            for word in term.first_words:
                by_word.setdefault(word, []).append(term)
        self._by_word = by_word
        self.firsts = frozenset(by_word)
        """The words that a term begins with, in the forms that it is found in."""
        self._spare = tuple(exceptions)

    @cached_property
    def _exceptions(self) -> re.Pattern[str] | None:
        alternatives = "|".join(map(pattern, sorted(self._spare, key=len, reverse=True)))
        return re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)") if alternatives else None

    def hits(self, text: str, words: frozenset[str]) -> Iterator[Hit]:
        """The terms in a text, whose different words are given; none overlaps another or stands in an exception."""
        terms = {term for word in words & self.firsts for term in self._by_word[word] if term.may_be_in(words)}
        found = [
            Hit(match.start(), match.end(), term)
            for term in terms
            for match in term.pattern.finditer(text)
            if not term.is_right(match[0])
        ]
        if not found:
            return
        spared = self._spared(text)
        after = 0
        for hit in sorted(found, key=lambda hit: (hit.start, -hit.end, hit.term.wrong)):
            if hit.start >= after:
                after = hit.end
                if not any(start < hit.end and hit.start < end for start, end in spared):
                    yield hit

    def _spared(self, text: str) -> list[tuple[int, int]]:
        """Where nothing is found: the exceptions and the addresses of the web."""
        spared = [match.span() for match in self._exceptions.finditer(text)] if self._exceptions else []
        if "://" in text or "www." in text or "@" in text:
            spared += [match.span() for match in _ADDRESS.finditer(text)]
        return spared


def pattern(phrase: str) -> str:
    """A phrase of a pack as a pattern: any space and hyphen, ``(the )`` may be missing, ``*`` is any one word.

    >>> bool(re.fullmatch(pattern("Meeting of (the )States-Parties"), "Meeting of States‑Parties"))
    True
    """
    written: list[str] = []
    here = 0
    for piece in _PIECE.finditer(phrase):
        written.append(re.escape(phrase[here : piece.start()]))
        here = piece.end()
        match piece.lastgroup:
            case "space":
                written.append(r"[\s\u00a0\u202f]{1,3}")
            case "hyphen":
                written.append("[-‐‑]")
            case "quote":
                written.append("['’]")
            case "any":
                written.append(r"\w{1,40}")
            case _:
                written.append(f"(?:{pattern(piece[0][1:-1])})?")
    return "".join((*written, re.escape(phrase[here:])))

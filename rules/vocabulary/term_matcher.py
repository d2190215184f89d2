"""Terms found in plain words: what a text does not have the words of is not looked for, so that most cost nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import NamedTuple

_WORD = re.compile(r"[^\W_]+")  # the words of a `Prefilter`
_PIECE = re.compile(r"(?P<space> +)|(?P<hyphen>-)|(?P<quote>['’])|(?P<optional>\(([^()]*)\))|(?P<any>\*)")
_LOOSE = re.compile(r"[^\W_]*(?:\([^()]*\)|\*)[^\W_]*")
"""Words of a phrase that may be others, or missing."""
_RARE = 3
"""Letters: words that have fewer are in every text."""
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
        """Whether what was found by its letters of either size is as it is to be, or in capitals throughout."""
        if not self.any_case:
            return False
        words = _WORD.findall(found)
        return found.isupper() or words[0] not in self.first_words or self._miscased.isdisjoint(words)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """What it matches, word by word."""
        if self.any_case:
            return re.compile(rf"(?<!\w)(?i:{pattern(self.wrong)})(?!\w)")
        opening = _WORD.match(self.wrong)
        word = opening[0] if opening else ""
        lead = f"[{word[0]}{word[0].upper()}]{word[1:]}" if word[:1].islower() else word
        alone = rf"(?<!\w.{{{len(word)}}})"  # behind the word, so that the search can leap to its letters
        return re.compile(rf"{lead}{alone}{pattern(self.wrong[len(word) :])}(?!\w)")

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Its words, in order, but for those that may be others or missing."""
        return tuple(_WORD.findall(_LOOSE.sub(" ", self.wrong)))

    @property
    def pieces(self) -> tuple[str, ...]:
        """What is in a `plain` text that has it, but for the letter that it begins with, which may be a capital."""
        pieces = _LOOSE.split(self.wrong)
        return tuple(filter(None, (plain(piece[piece is pieces[0] :]) for piece in pieces)))

    @cached_property
    def _miscased(self) -> frozenset[str]:
        """Where case is free: its words with other letters, one of which it has where it is not as it is to be."""
        return frozenset[str]().union(*map(_in_cases, self.words)) - {*self.words}

    def may_be_in(self, words: frozenset[str], small: str) -> bool:
        """Whether a text with these words may have it, which is given in small letters too: a quick look."""
        if self.any_case:
            return all(map(small.__contains__, self._small)) and not self.first_words.isdisjoint(words)
        return all(word in words for word in self.words[1:]) and not self.first_words.isdisjoint(words)

    @cached_property
    def _small(self) -> tuple[str, ...]:
        return tuple(word.lower() for word in sorted(self.words, key=len, reverse=True))

    @cached_property
    def first_words(self) -> frozenset[str]:
        """Its first word in the forms that it is found in."""
        word = self.words[0] if self.words else ""
        if self.any_case:
            return frozenset({word.lower(), word.capitalize(), word})
        if word[:1].islower() and self.wrong.startswith(word):
            return frozenset({word, word[:1].upper() + word[1:]})
        return frozenset({word})

    @property
    def single(self) -> list[str]:
        """Where it is one word of letters: all that is found. As most terms are that, it is made without ado."""
        stem = self.wrong.removesuffix("~")
        if self.any_case or not f"{stem}{''.join(self.endings)}".isalpha():
            return []
        found = [stem + ending for ending in self.endings or ("",)]
        return [*found, *(form[0].upper() + form[1:] for form in found)] if stem[0].islower() else found

    @property
    def telling(self) -> tuple[frozenset[str], ...]:
        """Three sets of words, one of each of which is where it is.

        Its longest word; the longest and the shortest of those that the right form has not, as texts have right forms
        mostly. Where case is free, what is not as it is to be, and its two longest words in any case.
        """
        if self.any_case:
            *_, second, longest = sorted((self.words[0], *self.words), key=len)
            return self._miscased, _in_cases(longest), _in_cases(second)
        right = frozenset(_WORD.findall(self.right or ""))
        others = [word for word in self.words if word not in right] or [*self.words]
        shortest = min(others, key=lambda word: (len(word) < _RARE, len(word)))
        told = max(self.words, key=len), max(reversed(others), key=len), shortest
        return tuple(self.first_words if word in self.first_words else frozenset({word}) for word in told)


def plain(text: str) -> str:
    """A text with one kind of space, hyphen and apostrophe."""
    return " ".join(text.split()).replace("‑", "-").replace("‐", "-").replace("’", "'")


def _in_cases(word: str) -> frozenset[str]:
    return frozenset({word, word.lower(), word.upper(), word.capitalize()})


class Hit(NamedTuple):
    """A term found, as offsets of the plain words."""

    start: int
    end: int
    term: Term


class Terms:
    """Terms and their exceptions. A text is looked through for the terms alone whose words it has."""

    def __init__(self, terms: Iterable[Term], exceptions: Iterable[str] = ()) -> None:
        self._terms = tuple(terms)
        self._spare = tuple(exceptions)

    @cached_property
    def telling(self) -> tuple[frozenset[str], ...]:
        """Sets of words, one of each of which is where a term is."""
        single = set(chain.from_iterable(term.single for term in self._terms))
        others = [form.telling for term in self._terms if not term.single for form in term.forms()]
        return tuple(frozenset(single.union(*some)) for some in zip(*others, strict=True)) or (frozenset(single),)

    @cached_property
    def _by_word(self) -> dict[str, list[Term]]:
        by_word: dict[str, list[Term]] = {}
        for term in chain.from_iterable(given.forms() for given in self._terms):
            for word in term.telling[0]:
                by_word.setdefault(word, []).append(term)
        return by_word

    @cached_property
    def _exceptions(self) -> re.Pattern[str] | None:
        alternatives = "|".join(map(pattern, sorted(self._spare, key=len, reverse=True)))
        return re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)") if alternatives else None

    def hits(self, text: str, words: frozenset[str]) -> Iterator[Hit]:
        """The terms in a text, whose different words are given; none overlaps another or stands in an exception."""
        known = words & self._by_word.keys()
        small = text.lower() if known else ""
        terms = {term for word in known for term in self._by_word[word] if term.may_be_in(words, small)}
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

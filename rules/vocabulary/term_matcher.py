"""Search for terms in plain text: only those whose words it contains are searched for, so that most cost nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import chain

from ...grammar.model.profile import Sessions
from ...grammar.text import compile_cache
from ...grammar.text.named_tuple import NamedTuple
from ...grammar.text.record import Record

_WORD = compile_cache.standard_pattern(r"[^\W_]+")  # the words of a `Prefilter`
_PIECE = compile_cache.standard_pattern(
    r"(?P<space> +)|(?P<hyphen>-)|(?P<quote>['’])|(?P<optional>\(([^()]*)\))|(?P<any>\*)"
)
_LOOSE = compile_cache.standard_pattern(r"[^\W_]*(?:\([^()]*\)|\*)[^\W_]*")
"""Words of a phrase that are optional or may be any word."""
_ALWAYS = Sessions()
_RARE = 3
"""Number of letters; shorter words occur in every text."""
_ADDRESS = compile_cache.standard_pattern(r"\S*(?:://|www\.|@)\S*")


class Term(Record):
    """A term of a vocabulary: what is found, its replacement, if any, and whether the replacement is certain."""

    wrong: str
    right: str | None = None
    sure: bool = True
    any_case: bool = False
    """Whether case is ignored; the correct form itself and words entirely in capitals do not match."""
    endings: tuple[str, ...] = ()
    """The endings that may replace ``~`` at the end of both forms."""
    sessions: Sessions = _ALWAYS
    """The sessions in which the correct form is usual."""

    def forms(self) -> Iterator[Term]:
        """Yield the term itself, or one term for each ending."""
        if not self.endings or self.right is None:
            yield self
            return
        for ending in self.endings:
            yield Term(self.wrong[:-1] + ending, self.right[:-1] + ending, self.sure)

    def is_right(self, found: str) -> bool:
        """Return whether a match without regard to case is correct, or entirely in capitals."""
        if not self.any_case:
            return False
        words = _WORD.findall(found)
        return found.isupper() or words[0] not in self.first_words or self._miscased.isdisjoint(words)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The pattern of the term."""
        if self.any_case:
            return compile_cache.standard_pattern(rf"(?<!\w)(?i:{pattern(self.wrong)})(?!\w)")
        opening = _WORD.match(self.wrong)
        word = opening[0] if opening else ""
        lead = f"[{word[0]}{word[0].upper()}]{word[1:]}" if word[:1].islower() else word
        alone = rf"(?<!\w.{{{len(word)}}})"  # after the word, so that the search can skip to its letters
        return compile_cache.standard_pattern(rf"{lead}{alone}{pattern(self.wrong[len(word) :])}(?!\w)")

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words of the term in order, without those that are optional or may be any word."""
        return tuple(_WORD.findall(_LOOSE.sub(" ", self.wrong)))

    @property
    def pieces(self) -> tuple[str, ...]:
        """The strings that a `plain` text with the term contains, without its first letter, which may be a capital."""
        pieces = _LOOSE.split(self.wrong)
        return tuple(filter(None, (plain(piece[piece is pieces[0] :]) for piece in pieces)))

    @cached_property
    def _miscased(self) -> frozenset[str]:
        """If case is ignored: the words of the term in incorrect case, one of which each incorrect match contains."""
        return frozenset[str]().union(*map(_in_cases, self.words)) - {*self.words}

    def may_be_in(self, words: frozenset[str], small: str) -> bool:
        """Return whether a text may contain the term: a fast check of its words, and of the text in lower case."""
        if self.any_case:
            return all(map(small.__contains__, self._small)) and not self.first_words.isdisjoint(words)
        return all(word in words for word in self.words[1:]) and not self.first_words.isdisjoint(words)

    @cached_property
    def _small(self) -> tuple[str, ...]:
        return tuple(word.lower() for word in sorted(self.words, key=len, reverse=True))

    @cached_property
    def first_words(self) -> frozenset[str]:
        """The forms in which the first word of the term may occur."""
        word = self.words[0] if self.words else ""
        if self.any_case:
            return frozenset({word.lower(), word.capitalize(), word})
        if word[:1].islower() and self.wrong.startswith(word):
            return frozenset({word, word[:1].upper() + word[1:]})
        return frozenset({word})

    @property
    def single(self) -> list[str]:
        """All forms of the term if it is a single word of letters, as most are: these need no pattern."""
        stem = self.wrong.removesuffix("~")
        if self.any_case or not f"{stem}{''.join(self.endings)}".isalpha():
            return []
        found = [stem + ending for ending in self.endings or ("",)]
        return [*found, *(form[0].upper() + form[1:] for form in found)] if stem[0].islower() else found

    @property
    def prefilter_words(self) -> tuple[frozenset[str], ...]:
        """Three sets of words; a text with the term contains one word of each.

        They are the longest word of the term, and the longest and the shortest of those that the correct form does not
        contain, as most texts are correct. If case is ignored: the words in incorrect case, and the two longest words.
        """
        if self.any_case:
            *_, second, longest = sorted((self.words[0], *self.words), key=len)
            return self._miscased, _in_cases(longest), _in_cases(second)
        right = frozenset(_WORD.findall(self.right or ""))
        others = [word for word in self.words if word not in right] or [*self.words]
        shortest = min(others, key=lambda word: (len(word) < _RARE, len(word)))
        keywords = max(self.words, key=len), max(reversed(others), key=len), shortest
        return tuple(self.first_words if word in self.first_words else frozenset({word}) for word in keywords)


def plain(text: str) -> str:
    """Return a text with one kind of space, hyphen and apostrophe."""
    return " ".join(text.split()).replace("‑", "-").replace("‐", "-").replace("’", "'")


def _in_cases(word: str) -> frozenset[str]:
    return frozenset({word, word.lower(), word.upper(), word.capitalize()})


class Hit(NamedTuple):
    """An occurrence of a term, as offsets in plain text."""

    start: int
    end: int
    term: Term


class Terms:
    """Terms and their exceptions; only terms whose words a text contains are searched for."""

    def __init__(self, terms: Iterable[Term], exceptions: Iterable[str] = ()) -> None:
        self._terms = tuple(terms)
        self._given_exceptions = tuple(exceptions)

    @cached_property
    def prefilter_words(self) -> tuple[frozenset[str], ...]:
        """Sets of words; a text with any of the terms contains one word of each set."""
        single = set(chain.from_iterable(term.single for term in self._terms))
        others = [form.prefilter_words for term in self._terms if not term.single for form in term.forms()]
        return tuple(frozenset(single.union(*some)) for some in zip(*others, strict=True)) or (frozenset(single),)

    @cached_property
    def _by_word(self) -> dict[str, list[Term]]:
        by_word: dict[str, list[Term]] = {}
        for term in chain.from_iterable(given.forms() for given in self._terms):
            for word in term.prefilter_words[0]:
                by_word.setdefault(word, []).append(term)
        return by_word

    @cached_property
    def _exceptions(self) -> re.Pattern[str] | None:
        alternatives = "|".join(map(pattern, sorted(self._given_exceptions, key=len, reverse=True)))
        return compile_cache.standard_pattern(rf"(?<!\w)(?:{alternatives})(?!\w)") if alternatives else None

    @property
    def listed(self) -> tuple[Term, ...]:
        """The terms as they are given."""
        return self._terms

    def hits(self, text: str, words: frozenset[str], session: int | None = None) -> Iterator[Hit]:
        """Yield the terms in a text with the given words; they do not overlap, and are in no exception.

        `session` is that of the text, as in `Profile`.
        """
        known = words & self._by_word.keys()
        small = text.lower() if known else ""
        terms = {term for word in known for term in self._by_word[word] if term.may_be_in(words, small)}
        found = [
            Hit(match.start(), match.end(), term)
            for term in terms
            if term.sessions.hold_for(session)
            for match in term.pattern.finditer(text)
            if not term.is_right(match[0])
        ]
        if not found:
            return
        excluded = self._excluded(text)
        after = 0
        for hit in sorted(found, key=lambda hit: (hit.start, -hit.end, hit.term.wrong)):
            if hit.start >= after:
                after = hit.end
                if not any(start < hit.end and hit.start < end for start, end in excluded):
                    yield hit

    def _excluded(self, text: str) -> list[tuple[int, int]]:
        """Return the ranges in which no term is found: exceptions and web addresses."""
        excluded = [match.span() for match in self._exceptions.finditer(text)] if self._exceptions else []
        if "://" in text or "www." in text or "@" in text:
            excluded += [match.span() for match in _ADDRESS.finditer(text)]
        return excluded


def pattern(phrase: str) -> str:
    """Return a phrase as a pattern: any space or hyphen matches, ``(the )`` is optional, ``*`` is any one word.

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

"""A term of a vocabulary, and the pattern that finds it."""

from __future__ import annotations

import re
from functools import cached_property

from ...grammar.model.profile import Sessions
from ...grammar.text import compile_cache
from ...grammar.text.record import Record

WORD = compile_cache.standard_pattern(r"[^\W_]+")
"""The words of a `Prefilter`."""
LOOSE = compile_cache.standard_pattern(r"[^\W_]*(?:\([^()]*\)|\*)[^\W_]*")
"""Words of a phrase that are optional or may be any word."""
_PIECE = compile_cache.standard_pattern(
    r"(?P<space> +)|(?P<hyphen>-)|(?P<quote>['’])|(?P<optional>\(([^()]*)\))|(?P<any>\*)"
)
_ALWAYS = Sessions()


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

    @cached_property
    def forms(self) -> tuple[Term, ...]:
        """The term itself, or one term for each ending."""
        if not self.endings or self.right is None:
            return (self,)
        wrong, right = self.wrong[:-1], self.right[:-1]
        return tuple(Term(wrong + ending, right + ending, self.sure) for ending in self.endings)

    def is_right(self, found: str) -> bool:
        """Return whether a match without regard to case is correct, or entirely in capitals."""
        if not self.any_case:
            return False
        words = WORD.findall(found)
        return found.isupper() or words[0] not in self.first_words or self.miscased.isdisjoint(words)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The pattern of the term."""
        if self.any_case:
            return compile_cache.standard_pattern(rf"(?<!\w)(?i:{pattern(self.wrong)})(?!\w)")
        opening = WORD.match(self.wrong)
        word = opening[0] if opening else ""
        lead = f"[{word[0]}{word[0].upper()}]{word[1:]}" if word[:1].islower() else word
        alone = rf"(?<!\w.{{{len(word)}}})"  # after the word, so that the search can skip to its letters
        return compile_cache.standard_pattern(rf"{lead}{alone}{pattern(self.wrong[len(word) :])}(?!\w)")

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words of the term in order, without those that are optional or may be any word."""
        loose = "(" in self.wrong or "*" in self.wrong
        return tuple(WORD.findall(LOOSE.sub(" ", self.wrong) if loose else self.wrong))

    @property
    def pieces(self) -> tuple[str, ...]:
        """The strings that a `plain` text with the term contains, without its first letter, which may be a capital."""
        pieces = LOOSE.split(self.wrong)
        return tuple(filter(None, (plain(piece[piece is pieces[0] :]) for piece in pieces)))

    @cached_property
    def miscased(self) -> frozenset[str]:
        """If case is ignored: the words of the term in incorrect case, one of which each incorrect match contains."""
        return frozenset[str]().union(*map(in_cases, self.words)) - {*self.words}

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
    def wrong_first_words(self) -> frozenset[str]:
        """The same, without the capitalized form if the term is correct with it."""
        begun = self.wrong[:1].upper() + self.wrong[1:]
        return frozenset({self.words[0]}) if begun == self.right else self.first_words

    @property
    def single(self) -> list[str]:
        """All forms of the term if it is a single word of letters, as most are: these need no pattern."""
        stem = self.wrong.removesuffix("~")
        if self.any_case or not stem.isalpha() or not all(map(str.isalpha, self.endings)):
            return []
        stems = (stem, stem[0].upper() + stem[1:]) if stem[0].islower() else (stem,)
        return [begun + ending for begun in stems for ending in self.endings or ("",)]

    @property
    def keywords(self) -> frozenset[str]:
        """Words, one of which each text with the term contains: the longest one, or those in incorrect case."""
        if self.any_case:
            return self.miscased
        longest = max(self.words, key=len)
        return self.first_words if longest in self.first_words else frozenset({longest})


def plain(text: str) -> str:
    """Return a text with one kind of space, hyphen and apostrophe."""
    return " ".join(text.split()).replace("‑", "-").replace("‐", "-").replace("’", "'")


def in_cases(word: str) -> frozenset[str]:
    """Return the usual forms of a word in letters of either case."""
    return frozenset({word, word.lower(), word.upper(), word.capitalize()})


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

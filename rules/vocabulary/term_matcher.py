"""Search for terms in plain text: only those whose words it contains are searched for, so that most cost nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import chain

from ...grammar.text import compile_cache
from ...grammar.text.named_tuple import NamedTuple
from ..prefilter import Prefilter
from .term import Term, pattern
from .term_prefilter import prefilter_of

_ADDRESS = compile_cache.standard_pattern(r"\S*(?:://|www\.|@)\S*")


class Hit(NamedTuple):
    """An occurrence of a term, as offsets in plain text."""

    start: int
    end: int
    term: Term


class Terms:
    """Terms and their exceptions; only terms whose words a text contains are searched for."""

    def __init__(self, terms: Iterable[Term], exceptions: Iterable[str] = ()) -> None:
        """Describe terms; they are not requested before they are needed."""
        self._given = terms
        self._given_exceptions = tuple(exceptions)

    @cached_property
    def listed(self) -> tuple[Term, ...]:
        """The terms as they are given."""
        return tuple(self._given)

    @cached_property
    def prefilter(self) -> Prefilter:
        """What any text with one of the terms contains."""
        return prefilter_of(self.listed)

    @cached_property
    def _by_word(self) -> dict[str, list[Term]]:
        """The terms by the words of which a text must contain one; those of a single word with all their endings."""
        by_word: dict[str, list[Term]] = {}
        for term in self.listed:
            if single := term.single:
                for word in single:
                    by_word.setdefault(word, []).append(term)
                continue
            for form in term.forms:
                for word in form.keywords:
                    by_word.setdefault(word, []).append(form)
        return by_word

    @cached_property
    def _exceptions(self) -> re.Pattern[str] | None:
        alternatives = "|".join(map(pattern, sorted(self._given_exceptions, key=len, reverse=True)))
        return compile_cache.standard_pattern(rf"(?<!\w)(?:{alternatives})(?!\w)") if alternatives else None

    def hits(self, text: str, words: frozenset[str], session: int | None = None) -> Iterator[Hit]:
        """Yield the terms in a text with the given words; they do not overlap, and are in no exception.

        `session` is that of the text, as in `Profile`.
        """
        known = words & self._by_word.keys()
        small = text.lower() if known else ""
        given = chain.from_iterable(map(self._by_word.__getitem__, known))
        terms = {form for term in given for form in term.forms if form.may_be_in(words, small)}
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

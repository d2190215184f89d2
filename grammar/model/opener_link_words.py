"""Link words between an opener and its object, and the words that follow an opener."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from ..syntax.language import Language
from ..syntax.openers.lexicon import Lexicon, Opener
from ..text import compile_cache
from ..text.named_tuple import NamedTuple

_WORD = compile_cache.standard_pattern(r"[ \u00a0\u202f]{1,3}([^\W\d_]+)")


class Following(NamedTuple):
    """A word after an opener, with its offsets in the plain text."""

    start: int
    end: int
    text: str

    @property
    def capital(self) -> bool:
        """Whether the word begins with a capital letter."""
        return self.text[:1].isupper()


class Linking:
    """The link words of a language's openers."""

    def __init__(self, data: dict[str, Any]) -> None:
        self.links = {opener: tuple(words.split()) for opener, words in data["links"].items()}
        self.needed = frozenset(data["needed"])
        self.doubled = tuple(data["doubled"].split())
        self.after_that = frozenset(data["after_that"])
        self.numbered = frozenset(data["numbered"].split())
        self.unfinished: dict[str, str] = data["unfinished"]
        self.objects = frozenset(data["objects"].split())
        self.between = frozenset(data["between"].split())
        self.addressed = frozenset(data["addressed"])
        self.before_addressee = frozenset(data["before_addressee"].split())
        self.takes = {opener: frozenset(words.split()) for opener, words in data["takes"].items()}
        self.adverbial = frozenset(data["adverbial"].split())
        self.link_words = frozenset(data["link_words"].split())
        self.determiners = frozenset(data["determiners"].split())
        self.begins_object = frozenset(data["begins_object"])
        self.joins = frozenset(data["joins"])
        self.to: str = data["to"]
        self.second_addressee: str = data["second_addressee"]
        self.on_for_upon: dict[str, str] = data["on_for_upon"]
        self._doubted: dict[str, frozenset[str]] = {}
        self._heads: dict[str, str] = {}
        """The heads of the listed openers, of which there are a few hundred."""

    def head(self, opener: Opener, lexicon: Lexicon) -> str:
        """Return the part of an opener that the tables list, without adverbs and other words before the verb."""
        if (head := self._heads.get(opener.listed)) is None:
            head = self._heads[opener.listed] = self.cut(opener.listed, lexicon)
        return head

    def doubted(self, head: str) -> frozenset[str]:
        """Return the words that may be wrong after an opener; after an unfinished one, capitalized words may be too."""
        if head not in self._doubted:
            self._doubted[head] = self._doubted_after(head)
        return self._doubted[head]

    def _doubted_after(self, head: str) -> frozenset[str]:
        if head in self.links:
            wrong = self.link_words.difference(self.links[head])
            return wrong | self.determiners | self.numbered if head in self.needed else wrong
        if head in self.unfinished:
            return self.determiners
        if head in self.addressed:
            return self.before_addressee
        return self.between if head else frozenset()

    def cut(self, listed: str, lexicon: Lexicon) -> str:
        """Compute the head of an opener's listed words."""
        words = listed.split()
        i = 0
        while (step := lexicon.forms.before.end(words, i)) > i:
            i = step
        for size in (2, 1):
            head = " ".join(words[i : i + size])
            if head in self.links or head in self.addressed:
                return head
        if words[i:] == [head] and head in self.unfinished:
            return head
        rest = words[i + 1 :]
        plain = not rest or rest[0] in self.joins
        return words[i] if words[i:] and words[i] in self.objects and plain else ""


@cache
def linking(language: Language) -> Linking:
    """Return the link words of a language; they are read once."""
    return Linking(language.data("linking"))


def word_after(text: str, opener: Opener) -> str:
    """Return the first word that follows an opener and its adverb; empty if it is not separated by spaces only."""
    match = _WORD.match(text, _end(opener))
    return match[1] if match else ""


def words_after(text: str, opener: Opener) -> Iterator[Following]:
    """Yield the words that follow an opener and its adverb, up to the first that is not separated by spaces only."""
    at = _end(opener)
    while match := _WORD.match(text, at):
        yield Following(match.start(1), match.end(1), match[1])
        at = match.end()


def _end(opener: Opener) -> int:
    return opener.listed_end if opener.adverb is None else max(opener.listed_end, opener.adverb.end)

"""Openers by word lists: the longest listed form, words that may stand before it, phrases that may follow it."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

PREAMBLE, OPERATIVE = "preamble", "operative"
MOST_WORDS = 14  # the longest opener counted has eleven
_WORD = re.compile(r"[^\W\d_]+(?:[-'’\u2010\u2011][^\W\d_]+)*")
_WORDS = re.compile(rf"\s*(?:{_WORD.pattern}\s+){{0,{MOST_WORDS}}}{_WORD.pattern}")
_MOST_TEXT = 400
_SHORT_TEXT = 30


class Word(NamedTuple):
    """A word in lower case, its place among the plain words, and whether it begins with a capital."""

    text: str
    start: int
    end: int
    capital: bool


class Match(NamedTuple):
    """What the word lists make of a paragraph's first words."""

    size: int = 0
    """How many words the opener has; nought for none."""
    adverb: int = -1
    """The index of the sequencing adverb among them; -1 for none."""
    base: str = ""
    """The words in lower case without the adverb."""


def first_words(text: str) -> list[Word]:
    """The first words of a text, as far as nothing but white space stands between them.

    >>> [word.text for word in first_words("Requests, in this regard,")]
    ['requests']
    """
    words: list[Word] = []
    here = 0
    for match in _WORD.finditer(text, 0, _MOST_TEXT):
        start, end = match.span()
        if text[here:start].strip():
            break
        words.append(Word(match.group().lower(), start, end, text[start].isupper()))
        here = end
        if len(words) > MOST_WORDS:
            break
    return words


def first_texts(text: str) -> list[str]:
    """The same words in lower case alone: a third of the work."""
    match = _WORDS.match(text, 0, _MOST_TEXT)
    return match.group().lower().split() if match else []


def first_word(text: str) -> Word | None:
    """The first of them alone; none where the text does not begin with a word within its first 30 letters."""
    match = _WORD.search(text, 0, _SHORT_TEXT)
    if match is None or text[: match.start()].strip():
        return None
    return Word(match.group().lower(), match.start(), match.end(), text[match.start()].isupper())


class Phrases:
    """Phrases of one or more words, found where they begin."""

    def __init__(self, listed: str) -> None:
        found: dict[str, list[list[str]]] = {}
        for phrase in listed.split(","):
            words = phrase.lower().split()
            if words:
                found.setdefault(words[0], []).append(words)
        self._by_first = {first: sorted(phrases, key=len, reverse=True) for first, phrases in found.items()}

    def end(self, texts: list[str], at: int) -> int:
        """The end of the longest phrase that begins at a place; the place itself for none."""
        if at < len(texts):
            for phrase in self._by_first.get(texts[at], ()):
                if texts[at : at + len(phrase)] == phrase:
                    return at + len(phrase)
        return at

    def __contains__(self, first: str) -> bool:
        return first in self._by_first


class _Node:
    """A place in the tree of listed forms."""

    __slots__ = ("ends", "next")

    def __init__(self) -> None:
        self.next: dict[str, _Node] = {}
        self.ends = False


class _Part:
    """The forms of one part, each with its link words."""

    def __init__(self, table: str) -> None:
        self.links: dict[str, tuple[str, ...]] = {}
        self.counts: dict[str, int] = {}
        self.root = _Node()
        for line in table.splitlines():
            base, _, rest = line.partition("|")
            words = base.lower().split()
            if not words:
                continue
            counts, _, links = rest.partition("|")
            form = " ".join(words)
            self.links[form] = tuple(links.split())
            self.counts[form] = int(counts.split(maxsplit=1)[0])
            node = self.root
            for word in words:
                node = node.next.setdefault(word, _Node())
            node.ends = True


class Forms:
    """The listed forms of both parts, and what may be put together with them."""

    def __init__(self, data: dict[str, Any]) -> None:
        self._parts = {PREAMBLE: _Part(data["preamble"]), OPERATIVE: _Part(data["operative"])}
        self.sequence: tuple[str, ...] = tuple(data["sequence"])
        self.before = Phrases(data["before"])
        self.behind = Phrases(data["behind"])
        self._object_words = frozenset(data["object_words"].split())
        self._adding = frozenset(data["adding"].split())
        self._with = frozenset(data["with"])
        self._whose = frozenset(data["whose"])
        self.joins = frozenset(data["and"])
        self._upon = frozenset(data["upon"])
        self._adjectives = frozenset(data["adjectives"].split())
        self._feelings = frozenset(data["feelings"].split())
        self._expressing = frozenset(data["expressing"])
        self._attitude_verbs = frozenset(data["attitude_verbs"].split())
        self._attitudes = frozenset(data["attitudes"].split())
        self._calls = frozenset(data["directive_nouns"]["nouns"])

    def listed(self, base: str, part: str) -> bool:
        """Whether a base form stands in the list of a part."""
        return " ".join(base.lower().split()) in self._parts[part].links

    def links(self, base: str, part: str) -> tuple[str, ...]:
        """The link words of a listed base form, most used first."""
        return self._parts[part].links.get(" ".join(base.lower().split()), ())

    def count(self, base: str, part: str) -> int:
        """How many paragraphs of the General Assembly were counted with a base form; nought for one not listed."""
        return self._parts[part].counts.get(" ".join(base.lower().split()), 0)

    def listing(self, part: str) -> tuple[str, ...]:
        """The listed forms of a part, in lower case, in the order of the list: most used first."""
        return tuple(self._parts[part].links)

    def may_begin(self, word: str, part: str) -> bool:
        """Whether an opener of a part may begin with a word: quick, and the first thing to ask."""
        return word in self._parts[part].root.next or word in self.sequence or word in self.before

    def verb(self, word: str, part: str) -> bool:
        """Whether a listed form of a part begins with a word."""
        return word in self._parts[part].root.next

    def match(self, words: list[Word], part: str) -> Match:
        """The opener that a paragraph's first words make, as far as the lists know."""
        if not words:
            return Match()
        texts = [word.text for word in words]
        adverb = 0 if texts[0] in self.sequence else -1
        begin = adverb + 1
        end = self._core(texts, begin, part)
        if end <= begin:
            return Match()
        end = self._tail(words, texts, begin, end, part)
        if adverb < 0:
            adverb = next((i for i in range(1, end) if texts[i] in self.sequence), -1)
        return Match(end, adverb, " ".join(text for i, text in enumerate(texts[:end]) if i != adverb))

    def begins(self, texts: list[str], part: str) -> bool:
        """Whether first words, in lower case, begin with an opener of a part."""
        begin = 1 if texts and texts[0] in self.sequence else 0
        return self._core(texts, begin, part) > begin

    def core(self, base: str, part: str) -> bool:
        """Whether words begin with a listed form of a part, or with words that may stand before one."""
        return self._core(base.split(), 0, part) > 0

    def _core(self, texts: list[str], begin: int, part: str) -> int:
        """The end of the longest listed form from `begin`, words that may stand before it let by; `begin` for none."""
        root = self._parts[part].root
        best = self._listed_end(texts, begin, root)
        i = begin
        while (step := self.before.end(texts, i)) > i:
            i = step
            if i < len(texts) and texts[i] in self.sequence:
                i += 1
            best = max(best, self._listed_end(texts, i, root))
        return max(best, begin)

    def _listed_end(self, texts: list[str], i: int, node: _Node) -> int:
        """The end of the longest form below a node; adverbs and adjectives amid it are let by."""
        best = i if node.ends else -1
        if i >= len(texts):
            return best
        text = texts[i]
        if (child := node.next.get(text)) is not None:
            best = max(best, self._listed_end(texts, i + 1, child))
        elif node.next and (text in self.sequence or text in self._adjectives):
            further = self._listed_end(texts, i + 1, node)
            if further > i + 1:
                best = max(best, further)
        return best

    def _tail(self, words: list[Word], texts: list[str], begin: int, end: int, part: str) -> int:
        """The end of the opener with the phrases that follow the listed form."""
        sequenced = any(text in self.sequence for text in texts[:end])
        while end < len(texts):
            if texts[end] in self.sequence and not sequenced:
                step = self._phrase(texts, begin, end + 1, part)
                if step == end + 1 and not self._adverb_stands(words, end, part):
                    break
                sequenced = True
            else:
                step = self.behind.end(texts, end)
                if step == end:
                    step = self._phrase(texts, begin, end, part)
            if step == end:
                break
            end = step
        return end

    def _adverb_stands(self, words: list[Word], at: int, part: str) -> bool:
        """Whether an adverb behind the verb belongs to the opener ("Decides further that"), not to the object."""
        if words[at].text == self.sequence[0] or at + 1 >= len(words):
            return True
        if part == PREAMBLE and words[0].text not in self._adding:
            return True
        return words[at + 1].capital or words[at + 1].text in self._object_words

    def _phrase(self, texts: list[str], begin: int, at: int, part: str) -> int:
        """The end of "with deep concern", "its full support" or "and encourages" at a place; the place for none."""
        if at >= len(texts):
            return at
        text = texts[at]
        if text in self._with:
            return self._nouns(texts, at + 1, self._feelings) or at
        if text in self.joins:
            end = self._core(texts, at + 1, part)
            return end if end > at + 1 else at
        verb = next((t for t in texts[begin:at] if t in self._attitude_verbs), "")
        whose = text in self._whose
        if not verb or not (whose or verb in self._expressing) or any(t in self._attitudes for t in texts[begin:at]):
            return at
        end = self._nouns(texts, at + whose, self._attitudes)
        if end and end < len(texts) and texts[end] in self._upon and texts[end - 1] in self._calls:
            end += 1
        return end or at

    def _nouns(self, texts: list[str], at: int, nouns: frozenset[str]) -> int:
        """The end of "deep concern and regret" at a place; nought for none."""
        end = self._noun(texts, at, nouns)
        if end and end < len(texts) and texts[end] in self.joins:
            return self._noun(texts, end + 1, nouns) or end
        return end

    def _noun(self, texts: list[str], at: int, nouns: frozenset[str]) -> int:
        while at < len(texts) and (texts[at] in self._adjectives or texts[at] in self.sequence):
            at += 1
        return at + 1 if at < len(texts) and texts[at] in nouns else 0

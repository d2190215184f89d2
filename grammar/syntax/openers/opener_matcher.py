"""Match openers with word lists: the longest listed form, with the words that may precede or follow it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from ...text import compile_cache
from ...text.named_tuple import NamedTuple

PREAMBLE, OPERATIVE = "preamble", "operative"
MOST_WORDS = 14  # the longest known opener has eleven
_MOST_DECIDED = 2_000
"""The number of first words that are looked up once."""
_LETTERS = r"(?:[A-Za-z]++(?![^\W\d_])|[^\W\d_]++)"  # any letters; a class with none of the categories is faster
_WORD = rf"{_LETTERS}(?:[-'’\u2010\u2011]{_LETTERS})*+"
_WORDS = compile_cache.standard_pattern(rf"\s*+({_WORD}(?:\s++{_WORD}){{0,{MOST_WORDS}}}+)")
_FIRST = compile_cache.standard_pattern(rf"\s*+({_WORD})")
_MOST_TEXT = 400
SHORT_TEXT = 30
"""The number of code points in which an opener must begin."""


class Word(NamedTuple):
    """A word in lower case, its range in the plain text, and whether it begins with a capital."""

    text: str
    start: int
    end: int
    capital: bool


class Match(NamedTuple):
    """The result of matching the first words of a paragraph."""

    size: int = 0
    """The number of words of the opener; 0 if there is none."""
    adverb: int = -1
    """The index of the sequencing adverb among them, or -1."""
    base: str = ""
    """The words in lower case without the adverb."""


class FirstWords:
    """The first words of a text that are separated only by white space.

    Their letters are found at once, and their positions on demand.

    >>> words = FirstWords("Also requests, in this regard,")
    >>> words.texts, words[1].start, [word.text for word in words.before(3)]
    (['also', 'requests'], 5, ['also'])
    """

    def __init__(self, text: str) -> None:
        match = _WORDS.match(text, 0, _MOST_TEXT)
        self._stretch = match.group(1) if match else ""
        self.texts = self._stretch.lower().split()
        self.text = text
        self.start = match.start(1) if match else 0
        """The offset of the first word."""
        self._placed: list[Word] = []

    def __getitem__(self, at: int) -> Word:
        self._place(at + 1)
        return self._placed[at]

    def end(self, count: int) -> int:
        """Return the end of the first words, of which there are at least so many."""
        words = " ".join(self.texts[:count])
        if self._stretch[: len(words)].lower() == words:  # nearly always: single spaces separate them
            return self.start + len(words)
        return self[count - 1].end

    def count(self, place: int) -> int:
        """Return the number of words that begin before an offset."""
        return min(len(self.texts), len(self.text[:place].split()))

    def before(self, place: int) -> list[Word]:
        """Return the words that begin before an offset."""
        count = self.count(place)
        self._place(count)
        return self._placed[:count]

    def _place(self, count: int) -> None:
        """Find the positions of the first words, of which there are at least so many."""
        placed = self._placed
        here = placed[-1].end if placed else 0
        for i, written in enumerate(self._stretch.split()[len(placed) : count], len(placed)):
            start = self.text.index(written, here)
            here = start + len(written)
            placed.append(Word(self.texts[i], start, here, written[0].isupper()))


def first_words(text: str) -> list[Word]:
    """Return all first words of a text with their positions.

    >>> [word.text for word in first_words("Requests, in this regard,")]
    ['requests']
    """
    return FirstWords(text).before(len(text))


def first_texts(text: str) -> list[str]:
    """Return the same words in lower case without their positions, which takes a third of the time."""
    match = _WORDS.match(text, 0, _MOST_TEXT)
    return match.group().lower().split() if match else []


def first_word(text: str) -> Word | None:
    """Return the first of them; None if there is no word within the first 30 characters."""
    match = _FIRST.match(text, 0, SHORT_TEXT)
    if match is None:
        return None
    word = match.group(1)
    return Word(word.lower(), match.start(1), match.end(), word[0].isupper())


class Phrases:
    """Phrases of one or more words, matched at their first word."""

    def __init__(self, listed: str) -> None:
        found: dict[str, list[list[str]]] = {}
        for phrase in listed.split(","):
            words = phrase.lower().split()
            if words:
                found.setdefault(words[0], []).append(words)
        self._by_first = {first: sorted(phrases, key=len, reverse=True) for first, phrases in found.items()}

    def end(self, texts: list[str], at: int) -> int:
        """Return the end of the longest phrase that begins at an index, or that index."""
        if at < len(texts):
            for phrase in self._by_first.get(texts[at], ()):
                if texts[at : at + len(phrase)] == phrase:
                    return at + len(phrase)
        return at

    def __contains__(self, first: str) -> bool:
        return first in self._by_first

    def __iter__(self) -> Iterator[str]:
        return iter(self._by_first)


_Tree = tuple[bool, dict[str, Any]]
"""Whether a listed form ends here, and the trees of the words that may follow."""


class _Part(NamedTuple):
    """The forms of one part, in plain values that can be stored."""

    links: dict[str, tuple[str, ...]]
    """The link words of each form."""
    counts: dict[str, int]
    tree: _Tree


def _part(data: dict[str, Any], part: str) -> _Part:
    table: str = data[part]
    return _Part(*compile_cache.built_by((__name__,), ("openers", part), table, lambda: (*_read(table),)))


def _read(table: str) -> _Part:
    links: dict[str, tuple[str, ...]] = {}
    counts: dict[str, int] = {}
    forms: list[list[str]] = []
    for line in table.splitlines():
        base, _, rest = line.partition("|")
        words = base.lower().split()
        if not words:
            continue
        count, _, linked = rest.partition("|")
        form = " ".join(words)
        forms.append(words)
        links[form] = tuple(linked.split())
        counts[form] = int(count.split(maxsplit=1)[0])
    return _Part(links, counts, _tree(forms))


def _tree(forms: Iterable[list[str]]) -> _Tree:
    below: dict[str, list[list[str]]] = {}
    ends = False
    for words in forms:
        if words:
            below.setdefault(words[0], []).append(words[1:])
        else:
            ends = True
    return ends, {word: _tree(rest) for word, rest in below.items()}


class OpenerMatcher:
    """The listed forms of both parts, and the words that may be combined with them."""

    def __init__(self, data: dict[str, Any]) -> None:
        self._parts = {part: _part(data, part) for part in (PREAMBLE, OPERATIVE)}
        self.sequence: tuple[str, ...] = tuple(data["sequence"])
        self._sequence = frozenset(self.sequence)
        self.before = Phrases(data["before"])
        self.between = Phrases(data["after"])
        self.object_words = frozenset(data["object_words"].split())
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
        self._begins_phrase = self._with.union(
            self.joins, self._whose, self._adjectives, self._attitudes, self._sequence
        )
        self._extends = self._begins_phrase.union(self.between)
        """Words that may follow a listed form in its opener."""
        self._decided = lru_cache(_MOST_DECIDED)(self._decide)

    def listed(self, base: str, part: str) -> bool:
        """Whether a base form is in the list of a part."""
        return " ".join(base.lower().split()) in self._parts[part].links

    def links(self, base: str, part: str) -> tuple[str, ...]:
        """Return the link words of a listed base form, most used first."""
        return self._parts[part].links.get(" ".join(base.lower().split()), ())

    def count(self, base: str, part: str) -> int:
        """Return the number of General Assembly paragraphs with a base form; 0 if it is not listed."""
        return self._parts[part].counts.get(" ".join(base.lower().split()), 0)

    def begins_longer(self, word: str, part: str) -> bool:
        """Return whether a listed form of several words that begins with a word is more frequent than the word."""
        counts = self._parts[part].counts
        own = counts.get(word, 0)
        return any(count > own for form, count in counts.items() if form.startswith(f"{word} "))

    def listing(self, part: str) -> tuple[str, ...]:
        """Return the listed forms of a part in lower case, the most frequent first."""
        return tuple(self._parts[part].links)

    def verb(self, word: str, part: str) -> bool:
        """Return whether a listed form of a part begins with a word."""
        return word in self._parts[part].tree[1]

    def match(self, words: FirstWords, part: str) -> Match:
        """Return the opener that the first words of a paragraph form according to the lists."""
        texts = words.texts
        if not texts:
            return Match()
        adverb = 0 if texts[0] in self._sequence else -1
        begin = adverb + 1
        end = self._core(texts, begin, part)
        if end <= begin:
            return Match()
        if end < len(texts) and texts[end] in self._extends:
            end = self._tail(words, begin, end, part)
        if adverb < 0 and not self._sequence.isdisjoint(texts[1:end]):
            adverb = next(i for i in range(1, end) if texts[i] in self._sequence)
        base = texts[:end] if adverb < 0 else texts[:adverb] + texts[adverb + 1 : end]
        return Match(end, adverb, " ".join(base))

    def opens(self, text: str) -> tuple[bool, bool]:
        """Return whether a text begins with a preambular opener, and whether with an operative one."""
        first = _FIRST.match(text, 0, _MOST_TEXT)
        if first is None:
            return False, False
        preambular, operative = self._decided(first.group(1).lower())
        if preambular is None or operative is None:
            texts = first_texts(text)
            return self.begins(texts, PREAMBLE), self.begins(texts, OPERATIVE)
        return preambular, operative

    def _decide(self, word: str) -> tuple[bool | None, bool | None]:
        """Return for both parts whether texts with this first word begin with an opener; None if others decide."""
        return self._decide_in(word, PREAMBLE), self._decide_in(word, OPERATIVE)

    def _decide_in(self, word: str, part: str) -> bool | None:
        if word in self._sequence:
            return None
        forms = self._parts[part].tree[1]
        if word in forms:
            return forms[word][0] or None  # a listed form of one word
        return None if word in self._adjectives or word in self.before else False

    def begins(self, texts: list[str], part: str) -> bool:
        """Return whether first words, in lower case, begin with an opener of a part."""
        begin = 1 if texts and texts[0] in self.sequence else 0
        return self._core(texts, begin, part) > begin

    def core(self, base: str, part: str) -> bool:
        """Return whether words begin with a listed form of a part, or with words that may precede one."""
        return self._core(base.split(), 0, part) > 0

    def _core(self, texts: list[str], begin: int, part: str) -> int:
        """Return the end of the longest listed form from `begin`, after words that may precede it; or else `begin`."""
        root = self._parts[part].tree
        best = self._listed_end(texts, begin, root)
        if begin >= len(texts) or texts[begin] not in self.before:  # the usual case
            return max(best, begin)
        i = begin
        while (step := self.before.end(texts, i)) > i:
            i = step
            if i < len(texts) and texts[i] in self.sequence:
                i += 1
            best = max(best, self._listed_end(texts, i, root))
        return max(best, begin)

    def _listed_end(self, texts: list[str], i: int, tree: _Tree) -> int:
        """Return the end of the longest form in a tree; adverbs and adjectives within it are skipped."""
        best = -1
        while True:
            ends, following = tree
            if ends:
                best = i
            if i >= len(texts):
                return best
            text = texts[i]
            child = following.get(text)
            if child is None:
                break
            tree, i = child, i + 1
        if following and (text in self._sequence or text in self._adjectives):
            further = self._listed_end(texts, i + 1, tree)
            if further > i + 1:
                best = max(best, further)
        return best

    def _tail(self, words: FirstWords, begin: int, end: int, part: str) -> int:
        """Return the end of the opener with the phrases that follow the listed form."""
        texts = words.texts
        sequenced = not self._sequence.isdisjoint(texts[:end])
        while end < len(texts):
            if texts[end] in self.sequence and not sequenced:
                step = self._phrase(texts, begin, end + 1, part)
                if step == end + 1 and not self._is_adverb(words, end):
                    break
                sequenced = True
            else:
                step = self.between.end(texts, end)
                if step == end:
                    step = self._phrase(texts, begin, end, part)
            if step == end:
                break
            end = step
        return end

    def _is_adverb(self, words: FirstWords, at: int) -> bool:
        """Return whether an adverb after the verb belongs to the opener ("Decides further that"), not to the object."""
        texts = words.texts
        if texts[at] == self.sequence[0] or at + 1 >= len(texts):
            return True
        return words[at + 1].capital or texts[at + 1] in self.object_words

    def _phrase(self, texts: list[str], begin: int, at: int, part: str) -> int:
        """Return the end of "with deep concern", "its full support" or "and encourages" at an index, or that index."""
        if at >= len(texts):
            return at
        text = texts[at]
        if text not in self._begins_phrase:  # the usual case
            return at
        if text in self._with:
            return self._nouns(texts, at + 1, self._feelings) or at
        if text in self.joins:
            end = self._core(texts, at + 1, part)
            return end if end > at + 1 else at
        words_before = texts[begin:at]
        if self._attitude_verbs.isdisjoint(words_before):
            return at
        verb = next(t for t in words_before if t in self._attitude_verbs)
        whose = text in self._whose
        if not (whose or verb in self._expressing) or not self._attitudes.isdisjoint(words_before):
            return at
        end = self._nouns(texts, at + whose, self._attitudes)
        if end and end < len(texts) and texts[end] in self._upon and texts[end - 1] in self._calls:
            end += 1
        return end or at

    def _nouns(self, texts: list[str], at: int, nouns: frozenset[str]) -> int:
        """Return the end of "deep concern and regret" at an index; 0 if there is none."""
        end = self._noun(texts, at, nouns)
        if end and end < len(texts) and texts[end] in self.joins:
            return self._noun(texts, end + 1, nouns) or end
        return end

    def _noun(self, texts: list[str], at: int, nouns: frozenset[str]) -> int:
        while at < len(texts) and (texts[at] in self._adjectives or texts[at] in self.sequence):
            at += 1
        return at + 1 if at < len(texts) and texts[at] in nouns else 0

    def names_attitude(self, texts: list[str], at: int, *, own: bool) -> bool:
        """Return whether "deep concern" or, with `own`, also "firm intention" is at an index."""
        return self._nouns(texts, at, self._feelings | self._attitudes if own else self._feelings) > 0

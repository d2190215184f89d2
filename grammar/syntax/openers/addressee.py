"""The addressee of a directive opener: the words between the verb and the request.

The method is measured: of those tried on three sessions of the General Assembly, it agrees best with the adverbs of the
paragraphs. Its words are in ``openers.yaml``.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

from ...text import compile_cache
from ...text.named_tuple import NamedTuple

ACTION = "~"
_TOKEN = compile_cache.standard_pattern(r"[^\W_]+(?:[-'’\u2010\u2011][^\W_]+)*|[,;:.]|[–—]")
_MOST_TOKENS = 160
_STOPS = frozenset(";:")
_DASHES = frozenset("–—")


class Addressee(NamedTuple):
    """An addressee as offsets in the plain text, and the string that is compared."""

    start: int
    end: int
    key: str
    """In lower case with single spaces, without asides; ``~`` if the object is an action and not an actor."""
    aside: bool = False
    """Whether an aside precedes the addressee (``, in this regard,``)."""
    qualified: bool = False
    """Whether an aside follows it that is not in the key (``, with the help of the harbour master,``)."""
    narrowed: bool = False
    """Whether that aside may change who is meant; one such as ``, as appropriate,`` does not."""

    @property
    def simple(self) -> bool:
        """Whether it is a single actor that cannot be mistaken for another."""
        if self.aside or self.qualified:
            return False
        return self.key != ACTION and "," not in self.key and len(self.key.split()) <= 6

    def near(self, other: Addressee) -> bool:
        """Return whether the two may be the same: their first two words are equal, or one contains the other.

        >>> Addressee(0, 0, "all states").near(Addressee(0, 0, "all states and the keeper"))
        True
        """
        a, b = self.key.split(), other.key.split()
        return a[:2] == b[:2] or self.key in other.key or other.key in self.key


class _Token(NamedTuple):
    text: str
    start: int
    end: int
    capital: bool


_END = _Token("", 0, 0, capital=False)
"""The token after the last one."""


class _Tokens:
    """The tokens from an offset, created on demand: usually the first few decide."""

    def __init__(self, text: str, start: int) -> None:
        self._made: list[_Token] = []
        self._more = islice(_TOKEN.finditer(text, start), _MOST_TOKENS)

    def __iter__(self) -> Iterator[_Token]:
        made = self._made
        at = 0
        while at < len(made) or self.reach(at):
            yield made[at]
            at += 1

    def __getitem__(self, at: int) -> _Token:
        return self._made[at] if at < len(self._made) or self.reach(at) else _END

    def reach(self, at: int) -> bool:
        """Return whether there is a token with this index."""
        made = self._made
        while at >= len(made):
            match = next(self._more, None)
            if match is None:
                return False
            word = match.group()
            made.append(_Token(word.lower(), match.start(), match.end(), word[0].isupper()))
        return True

    def between(self, start: int, end: int) -> list[_Token]:
        """Return the tokens between two indices, as far as they exist."""
        self.reach(end - 1)
        return self._made[start:end]

    def count(self) -> int:
        """Return the number of tokens; it creates all of them."""
        self.reach(_MOST_TOKENS)
        return len(self._made)

    def drop(self, count: int) -> None:
        """Drop the first tokens."""
        self.reach(count - 1)
        del self._made[:count]


class AddresseeCut:
    """Finds the addressees of paragraphs."""

    def __init__(self, data: dict[str, Any]) -> None:
        self._links = frozenset(data["links"])
        self._to = frozenset(data["to"])
        self._marks = self._to.union(_STOPS, ",")
        """The tokens that may end an addressee or a part of it."""
        self._that = frozenset(data["that"])
        self._not = frozenset(data["not"])
        self._no_verbs = frozenset(data["no_verbs"].split())
        self._noun_endings = tuple(data["no_verb_endings"])
        self._verbs = frozenset(data["verbs"])
        self._and = frozenset(data["and"])
        self._in_this_regard = frozenset(tuple(phrase.split()) for phrase in data["in_this_regard"])
        self._takes_to = frozenset(data["takes_to"].split())
        self._aside_words = frozenset(data["aside_words"].split())
        self._how_words = frozenset(data["how_words"].split())
        self._second_verbs = frozenset(data["second_verbs"].split())
        self._aside_endings = tuple(data["aside_endings"])
        self._appositions = tuple(tuple(a.split()) for a in data["appositions"])
        self._cuts = frozenset(data["cuts"].split())
        self._head_ends = frozenset(data["head_ends"].split())
        self._actors = frozenset(data["actors"].split())
        self._actions = frozenset(data["actions"].split())
        self._action_endings = tuple(data["action_endings"])

    def cut(self, text: str, start: int) -> Addressee:
        """Return the addressee in the plain text after the end of the opener at `start`."""
        tokens = _Tokens(text, start)
        begin, aside = self._opening(tokens)
        tokens.drop(begin)
        first = tokens[0]
        if first is _END:
            return Addressee(start, start, "", aside)
        if first.text in self._that:
            return Addressee(first.start, first.end, ACTION, aside)
        end, requested = self._requested(tokens)
        named = tokens.between(0, end)
        if self._is_action(named, requested=requested):
            return Addressee(first.start, tokens[max(end - 1, 0)].end, ACTION, aside)
        if not requested:
            end = next((i for i in range(1, end) if self._cuts_off(tokens[i])), end)
            named = named[:end]
        if not named:
            return Addressee(start, start, "")
        key, qualified = self._key(named)
        narrowed = qualified and not self._describes_manner(named)
        return Addressee(named[0].start, named[-1].end, key, aside, qualified, narrowed)

    def _opening(self, tokens: _Tokens) -> tuple[int, bool]:
        """Return where the addressee begins, after link words and an aside, and whether there is an aside."""
        i = self._after_links(tokens, 0)
        if self._ends_in_this_regard(tokens, i + 3):
            return i + 3, True
        if tokens[i].text != ",":
            return i, False
        close = next((j for j, token in enumerate(tokens) if j > i and token.text == ","), None)
        return (i + 1 if close is None else self._after_links(tokens, close + 1)), True

    def _after_links(self, tokens: _Tokens, i: int) -> int:
        while tokens[i].text in self._links:
            i += 1
        return i

    def _requested(self, tokens: _Tokens) -> tuple[int, bool]:
        """Return the index of the first infinitive that is not part of an aside, and whether there is one."""
        segment = 0
        within_aside = None
        for i, token in enumerate(tokens):
            if token.text not in self._marks:  # the usual case
                continue
            if token.text == ",":
                segment = i + 1
            elif token.text in _STOPS:
                return (within_aside or i), (within_aside is not None or token.text == ":")
            elif self._is_infinitive(tokens, i):
                if segment and i > segment and self._begins_aside(tokens.between(segment, i)):
                    within_aside = within_aside or i
                    continue
                return i, True
        return (within_aside or tokens.count()), within_aside is not None

    def _is_infinitive(self, tokens: _Tokens, i: int) -> bool:
        verb = tokens[i + 1]
        if i == 0 or verb is _END:
            return False
        if verb.capital or not verb.text[0].isalpha() or verb.text in self._no_verbs:
            return False
        if verb.text.endswith(self._noun_endings) and verb.text not in self._verbs:
            return False
        return tokens[i - 1].text not in self._takes_to or self._ends_in_this_regard(tokens, i)

    def _ends_in_this_regard(self, tokens: _Tokens, end: int) -> bool:
        return tuple(token.text for token in tokens.between(max(end - 3, 0), end)) in self._in_this_regard

    def _begins_aside(self, segment: list[_Token]) -> bool:
        first = 1 if len(segment) > 1 and segment[0].text in self._and else 0
        word = segment[first].text
        if first and word in self._second_verbs:
            return True
        return word in self._aside_words or (first == 0 and word.endswith(self._aside_endings))

    def _cuts_off(self, token: _Token) -> bool:
        return token.text == "," or token.text in self._cuts or token.text in _DASHES

    def _is_action(self, tokens: list[_Token], *, requested: bool) -> bool:
        """Return whether the object is an action ("further cooperation") and not an actor."""
        head: list[_Token] = []
        for token in tokens:
            if token.text in self._head_ends or not token.text[0].isalnum():
                break
            head.append(token)
        if any(token.text in self._actors for token in head):
            return False
        if any(token.text in self._actions or token.text.endswith(self._action_endings) for token in head):
            return not any(token.capital for token in head[:2])
        return not requested and not any(token.capital for token in head)

    def _describes_manner(self, tokens: list[_Token]) -> bool:
        """Return whether each aside after the addressee begins with a word that says how or when."""
        marks = [i for i, token in enumerate(tokens) if token.text == ","]
        begins = [tokens[i + 1 : i + 3] for i in marks if i + 1 < len(tokens)]
        asides = [segment[0] for segment in begins if self._begins_aside(segment)]
        return bool(asides) and all(token.text in self._how_words for token in asides)

    def _key(self, tokens: list[_Token]) -> tuple[str, bool]:
        """Return the string to compare, and whether it omits an aside.

        Members of lists and relative clauses are included; everything from the first aside is omitted.
        """
        segments: list[list[_Token]] = [[]]
        for token in tokens:
            if token.text == ",":
                segments.append([])
            else:
                segments[-1].append(token)
        parts: list[list[str]] = []
        qualified = False
        for segment in segments:
            words = [token.text for token in segment]
            if parts and segment and self._begins_aside(segment):
                qualified = True
                break
            if words and tuple(words) not in self._appositions:
                parts.append(words)
        if parts and tuple(parts[-1][-3:]) in self._in_this_regard:
            del parts[-1][-3:]
        while parts and parts[-1] and parts[-1][-1] in self._not:
            parts[-1].pop()
        return ", ".join(" ".join(words) for words in parts if words), qualified

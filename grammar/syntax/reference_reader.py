"""References to numbered parts of a text: ``paragraph 5 above``, ``section II of its resolution``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import Any

import regex

from ..text import compile_cache
from ..text.characters import CAPITALS, DIGITS, SPACES, possible
from ..text.named_tuple import NamedTuple
from .citations.organs import any_of

_LABEL = rf"(?:{SPACES})?\((?:\p{{Ll}}{{1,4}}|\d{{1,2}})\)"
_NUMERAL = r"(?:\d{1,4}(?![\d/])|[IVXLC]{1,8}(?!\w)|[A-Z](?![\w’']))"
_ITEM = rf"(?:{_NUMERAL}(?:\.[A-Z](?!\w))?(?:{_LABEL}){{0,3}}|\((?:\p{{Ll}}{{1,4}})\)(?:{_LABEL}){{0,2}})"
_DASH = "[\u2013\u2011-]"
_MOST_ITEMS = 60
_MOST_TOGETHER = 4


class Owner(StrEnum):
    """The text that a reference points to."""

    OWN = "own"
    """The same text: ``above``, ``below``, ``of the present resolution``."""
    OTHER = "other"
    """Another text: ``of the report``, ``of its resolution 57/283 B``."""
    UNSAID = "unsaid"
    """Unknown: the words beside it do not name a text."""


class Target(NamedTuple):
    """One of the numbers of a reference, as offsets in the plain text."""

    start: int
    end: int
    numeral: str
    """``5``, ``II``, ``II.B``; empty for a sub-paragraph cited by its letter alone."""
    labels: tuple[str, ...] = ()
    """``e`` and ``ii`` of ``3 (e) (ii)``."""
    glued: int | None = None
    """The offset of a bracket without a space before it: ``2(b)``."""

    @property
    def number(self) -> int | None:
        """The value of an Arabic numeral."""
        return int(self.numeral) if self.numeral.isdigit() else None


class Reference(NamedTuple):
    """A reference to one or more parts of one kind, as offsets in the plain text."""

    start: int
    end: int
    """After the last number, or after the words for the side or the text."""
    kind: str
    """``paragraph``, ``subparagraph``, ``section``, ``article``, ``annex`` or ``part``."""
    word: tuple[int, int]
    short: bool
    """Whether the word is abbreviated: ``para.``."""
    targets: tuple[Target, ...]
    """The numbers as written; of a range, both ends."""
    whose: Owner
    side: str | None = None
    """``above`` or ``below``."""
    within: Reference | None = None
    """The larger part named before it: ``section II`` of ``section II, paragraph 3``."""


class _Found(NamedTuple):
    """A reference before the words that name its text."""

    match: regex.Match[str]
    kind: str
    short: bool
    targets: tuple[Target, ...]


class ReferenceReader:
    """The reader of references in a language."""

    def __init__(self, data: dict[str, Any]) -> None:
        self._kinds: dict[str, tuple[str, bool]] = {}
        self._words: dict[str, tuple[str, ...]] = {}
        for kind, words in data["words"].items():
            self._words[kind] = tuple(words)
            for word in (*words[:2], *data["spellings"].get(kind, ())):
                self._kinds[word] = (kind, False)
            for word in words[2:]:
                self._kinds[word] = self._kinds[word.rstrip(".")] = (kind, True)
        self.sides: dict[str, str] = {side: word for word, side in data["sides"].items()}
        """``above`` and ``below``, each with the word for it."""
        many = [words[i] for words in data["words"].values() for i in (1, 3) if i < len(words)]
        self.many = frozenset((*many, *(word.rstrip(".") for word in many)))
        """The plural words, including abbreviated ones."""
        self.abbreviated = frozenset(word.rstrip(".") for words in data["words"].values() for word in words[2:])
        """The abbreviated words without their full stops."""
        self._sides: dict[str, str] = data["sides"]
        joins = rf"(?:,?{SPACES}{any_of([*data['joins'], *data['through']])}{SPACES}|,{SPACES}|{_DASH})"
        word = "|".join(regex.escape(word) for word in sorted(self._kinds, key=len, reverse=True))
        self._begun = compile_cache.standard_pattern(rf"(?:{word}){SPACES}(?=[\dA-Z(])")
        self._reference = compile_cache.pattern(
            rf"(?<![\w-])(?P<word>{word}){SPACES}"
            rf"(?P<items>{_ITEM}(?:{joins}{_ITEM}){{0,{_MOST_ITEMS}}})",
        )
        own = rf"{any_of(data['links'])}{SPACES}{any_of(data['own'])}"
        self._tail = compile_cache.pattern(
            rf"(?P<own>,?{SPACES}{own}(?!\w))|,?{SPACES}(?P<side>{any_of(self._sides)})(?!\w)"
            rf"|,?{SPACES}(?P<outside>{any_of(data['outside'])}(?!\w))"
        )
        self._item = compile_cache.pattern(_ITEM)
        self._label = compile_cache.pattern(r"\((\w{1,4})\)")
        numeral = possible(CAPITALS + DIGITS + "(")
        after = "|".join(rf"(?<={re.escape(word)} .)" for word in self._kinds)
        last = re.escape("".join(sorted({word[-1] for word in self._kinds})))
        self._may_refer = compile_cache.standard_pattern(
            rf" {numeral}(?:(?<=[{last}] .)(?:{after})|(?<=  .))", re.DOTALL
        )
        """A quick test for plain spaces: a numeral after a word, or after several spaces."""
        phrases = [phrase.split() for phrase in (*data["sides"], *data["own"])]
        self.own_words = tuple(dict.fromkeys(words[-2] if len(words) > 1 else words[0] for words in phrases))
        """A word of each phrase that names the text itself; the last ones, such as “resolution”, are frequent.

        Without one of them, a text contains no reference to itself.
        """
        self._between = compile_cache.pattern(rf",{SPACES}")

    def read(self, text: str) -> tuple[Reference, ...]:
        """Return the references of a text, in order.

        >>> from resolint.grammar.syntax.language import language
        >>> read = language("en").references.read
        >>> for r in read("in paragraphs 3 and 4 (b) above and section II, paragraph 7, of its resolution"):
        ...     print(r.kind, [(t.numeral, *t.labels) for t in r.targets], r.whose, r.side)
        paragraph [('3',), ('4', 'b')] own above
        section [('II',)] other None
        paragraph [('7',)] other None
        """
        if not self._may_refer.search(text.replace("\u00a0", " ").replace("\u202f", " ")):
            return ()
        return tuple(self._together(text))

    def long(self, kind: str, *, many: bool) -> str:
        """Return the full word for ``para.`` or ``paras.``."""
        return self._words[kind][1 if many else 0]

    def _together(self, text: str) -> Iterator[Reference]:
        """Parse references from left to right; those joined by a comma point to the same text."""
        at = 0
        for begun in self._begun.finditer(text):
            match = self._reference.match(text, begun.start()) if begun.start() >= at else None
            if match is None:
                continue
            found = [self._found(match)]
            while len(found) < _MOST_TOGETHER and (comma := self._between.match(text, found[-1].match.end())):
                following = self._reference.match(text, comma.end())
                if following is None:
                    break
                found.append(self._found(following))
            at = found[-1].match.end()
            whose, side, end = self._whose(text, at)
            within: Reference | None = None
            for one in found:
                last = one is found[-1]
                place = one.match.span("word")
                within = Reference(
                    start=place[0],
                    end=end if last else one.match.end(),
                    kind=one.kind,
                    word=place,
                    short=one.short,
                    targets=one.targets,
                    whose=whose,
                    side=side,
                    within=within,
                )
                yield within

    def _found(self, match: regex.Match[str]) -> _Found:
        kind, short = self._kinds[match["word"]]
        return _Found(match, kind, short, tuple(self._targets(match)))

    def _targets(self, match: regex.Match[str]) -> Iterator[Target]:
        for item in self._item.finditer(match.string, *match.span("items")):
            words = item.group()
            bracket = words.find("(")
            numeral = (words if bracket < 0 else words[:bracket]).strip()
            glued = item.start() + bracket if bracket > 0 and not words[bracket - 1].isspace() else None
            yield Target(item.start(), item.end(), numeral, tuple(self._label.findall(words)), glued)

    def _whose(self, text: str, at: int) -> tuple[Owner, str | None, int]:
        tail = self._tail.match(text, at)
        if tail is None:
            return Owner.UNSAID, None, at
        if side := tail["side"]:
            return Owner.OWN, self._sides[" ".join(side.split())], tail.end()
        return (Owner.OWN, None, tail.end()) if tail["own"] else (Owner.OTHER, None, at)

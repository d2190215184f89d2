"""The treaties that are known by name, and those that a text names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache, cached_property

import regex

from ..syntax.language import Language
from ..syntax.paragraph_text import ParagraphText
from ..text import compile_cache
from ..text.named_tuple import NamedTuple

_NAMED_WITHIN = 900
_PHRASE_WITHIN = 200
_PARTS_AFTER = 8
_WORD = compile_cache.pattern(r"[^\W_]+")
_NUMBER = compile_cache.pattern(r"\d+")
_RANGE = compile_cache.pattern(r"(\d+)[–-](\d+)")
_LONGEST_RANGE = 20
_NONE: frozenset[int] = frozenset()


def number_set(number: str) -> frozenset[int]:
    """Return the numbers in a text; of an implausibly long range, only the ends."""
    found = {int(one) for one in _NUMBER.findall(number)}
    for first, last in _RANGE.findall(number):
        if int(first) < int(last) < int(first) + _LONGEST_RANGE:
            found.update(range(int(first), int(last)))
    return frozenset(found)


class Treaty(NamedTuple):
    """A treaty in the registry."""

    number: str
    """As in footnotes; possibly several."""
    volumes: tuple[int, ...]
    name: str
    numbers: frozenset[int]

    @property
    def cited_volumes(self) -> str:
        """The volumes in the form of a footnote: ``vol. 5``, ``vols. 5 and 6``."""
        *others, last = map(str, self.volumes)
        return f"vols. {', '.join(others)} and {last}" if others else f"vol. {last}"

    @property
    def cited_number(self) -> str:
        """The number in the form of a footnote: ``No. 7``, ``Nos. 7–9``."""
        return f"{'No.' if self.number.isdigit() else 'Nos.'} {self.number}"


class Mention(NamedTuple):
    """The name of a treaty in a text."""

    start: int
    end: int
    treaty: Treaty
    own: bool
    """Whether no other treaty has this name."""


class TreatyDatabase(NamedTuple):
    """The known treaties, and the words used with their names."""

    names: Mapping[str, list[tuple[str, Treaty, bool]]]
    """By the last word, the longest first: the name in lower case, and whether it names only this treaty."""
    volumes: Mapping[int, frozenset[int]]
    """The volumes that occur with a number."""
    numbers: Mapping[int, frozenset[int]]
    """The numbers that occur with a volume."""
    instrument: regex.Pattern[str]
    thereto: regex.Pattern[str]
    target: regex.Pattern[str]
    goes_on: regex.Pattern[str]
    another: regex.Pattern[str]
    introduction: regex.Pattern[str]

    def ending(self, small: str, last: str, end: int) -> tuple[str, Treaty, bool] | None:
        """Return the longest name that ends at an offset of lower-case words and has this last word."""
        return next((found for found in self.names.get(last, ()) if small.endswith(found[0], 0, end)), None)

    def mentions(self, words: str) -> list[Mention]:
        """Return the treaties named."""
        found: list[Mention] = []
        small = words.lower()
        end = -1
        for word in small.split(" "):
            end += len(word) + 1
            if word in self.names and (name := self.ending(small, word, end)):
                start = end - len(name[0])
                while found and found[-1].start >= start:
                    found.pop()
                found.append(Mention(start, end, name[1], name[2]))
        return found

    def named(self, text: str) -> tuple[Treaty | None, bool]:
        """Return the treaty whose name ends a text, if no instrument to it is meant, and whether protocols follow."""
        along = False
        for _ in range(_PARTS_AFTER):
            words = _words(text)
            small = words.lower()
            name = self.ending(small, small.rpartition(" ")[2], len(small))
            if name is not None and name[2]:
                before = words[: -len(name[0])]
                before = _blanked(before, [mention for mention in self.mentions(before) if mention.own])
                return None if self.instrument.search(before) or self.goes_on.search(before) else name[1], along
            phrase = self.introduction.search(text[-_PHRASE_WITHIN:])
            if phrase is None:
                break
            along = along or phrase["along"] is not None
            text = text[: len(text) - len(phrase[0])]
        return None, False

    def with_all(self, treaty: Treaty) -> Treaty:
        """Return a treaty with all volumes that have its number."""
        volumes = _NONE.union(*(self.volumes[number] for number in treaty.numbers))
        return treaty._replace(volumes=tuple(sorted(volumes)))


def _words(text: str) -> str:
    """Return the words without marks, with a space before each."""
    return "".join(f" {word}" for word in _WORD.findall(text))


class NamedTreaty:
    """The treaties in the words before a footnote reference, or before a source in a footnote."""

    def __init__(self, known: TreatyDatabase, earlier: str, here: str, *, several: bool = False) -> None:
        self._known = known
        self._earlier = earlier
        self._here = here
        self._several = several

    @cached_property
    def _ended_by(self) -> tuple[Treaty | None, bool]:
        return self._known.named(self._here)

    @property
    def named(self) -> Treaty | None:
        """The treaty whose name ends the words, apart from dates and short names; none of several sources."""
        return None if self._several else self._ended_by[0]

    @property
    def along(self) -> bool:
        """Whether the protocols of the treaty are named with it."""
        return self._ended_by[1]

    @cached_property
    def _words(self) -> str:
        return _words(self._here)

    @cached_property
    def _since(self) -> list[Mention]:
        return self._known.mentions(self._words)

    @cached_property
    def _others(self) -> tuple[str, int]:
        """The words without the treaties named, and where the last of these ends."""
        words, since, known = self._words, self._since, self._known
        others = _blanked(words, since)
        last = since[-1].end if since else 0
        own = bool(since) and bool(known.instrument.search(words, since[-1].start, last))
        if own and not known.target.search(words[: since[-1].start]):
            others = "." * last + others[last:]  # the instrument is named itself, not an instrument to it
        return others, last

    @cached_property
    def order(self) -> Mapping[Treaty, int]:
        """The treaties that the paragraph names; a later one has a higher number."""
        order = {mention.treaty: mention.end for mention in self._known.mentions(_words(self._earlier))}
        order.update((mention.treaty, 2 * _NAMED_WITHIN + mention.end) for mention in self._since)
        return order

    @cached_property
    def here(self) -> frozenset[int]:
        """The numbers of the treaties named since the last reference."""
        return _NONE.union(*(mention.treaty.numbers for mention in self._since))

    @cached_property
    def another(self) -> bool:
        """Whether an unknown treaty is named since then, and no known one after it."""
        others, last = self._others
        return bool(self._known.another.search(others, last))

    @cached_property
    def made_to(self) -> bool:
        """Whether an instrument to a treaty, such as a protocol, is named since then."""
        others, last = self._others
        return bool(self._known.instrument.search(others) or self._known.thereto.search(others, last))

    @property
    def names_any(self) -> bool:
        """Whether any treaty is named since the last reference."""
        return bool(self.here) or self.another or self.made_to

    def last(self, numbers: Iterable[int]) -> int:
        """Return how late a treaty of these numbers is named; 0 if none is."""
        return max((at for treaty, at in self.order.items() if not treaty.numbers.isdisjoint(numbers)), default=0)


def named_treaties(paragraph_text: ParagraphText, start: int, at: int, sources: int = 1) -> NamedTreaty:
    """Return the treaties named between two offsets, `at` being that of a reference or a source, or shortly before."""
    text, begin = paragraph_text.text, max(0, at - _NAMED_WITHIN)
    known = treaties(paragraph_text.language)
    return NamedTreaty(known, text[begin:start], text[max(start, begin) : at], several=sources > 1)


def _blanked(words: str, mentions: Iterable[Mention]) -> str:
    for mention in mentions:
        words = f"{words[: mention.start]}{'.' * (mention.end - mention.start)}{words[mention.end :]}"
    return words


@cache
def treaties(language: Language) -> TreatyDatabase:
    """Return the treaties of a language, read on first use."""
    data = language.data("treaties")
    volumes: dict[int, frozenset[int]] = {}
    numbers: dict[int, frozenset[int]] = {}
    names: dict[str, list[tuple[str, Treaty, bool]]] = {}

    def put(treaty: Treaty, name: str, *, own: bool) -> None:
        small = _words(name).lower()
        names.setdefault(small.rpartition(" ")[2], []).append((small, treaty, own))

    for number, in_volumes, *called in data["treaties"]:
        every = number_set(str(number))
        treaty = Treaty(str(number), tuple(in_volumes), called[0] if called else "", every)
        for one in every:
            volumes[one] = volumes.get(one, _NONE) | set(in_volumes)
        for volume in in_volumes:
            numbers[volume] = numbers.get(volume, _NONE) | every
        for name in called:
            put(treaty, name, own=True)
    for number, called in data["other_names"].items():
        every = number_set(str(number))
        in_volumes = sorted(_NONE.union(*(volumes[one] for one in every)))
        for name in called:
            put(Treaty(str(number), tuple(in_volumes), name, every), name, own=False)
    for found in names.values():
        found.sort(key=lambda name: -len(name[0]))
    return TreatyDatabase(names, volumes, numbers, *_patterns(data))


def _patterns(data: Mapping[str, list[str]]) -> tuple[regex.Pattern[str], ...]:
    words = {key: "|".join(map(regex.escape, data[key])) for key in _WORDS}
    noun = rf"(?:{words['nouns']})s?\b"
    general = rf"(?i:{words['general']})"
    date = r"(?:\d{1,2}\s\p{Lu}\p{Ll}+\s)?\d{4}"
    its = rf"(?:{words['its']}|{general}|\d{{4}})"
    goes_on = rf" {noun} (?:(?:{words['go_on']})\b|to the (?!{noun}))"
    return (
        compile_cache.pattern(rf" (?:{words['instruments']})\b(?! (?:{words['thereto']}))"),
        compile_cache.pattern(rf" (?:{words['instruments']}) (?:{words['thereto']})"),
        compile_cache.pattern(rf" (?:{words['leads_to']})$"),
        compile_cache.pattern(goes_on),
        compile_cache.pattern(rf" (?!{general} )\p{{Lu}}[^ ]* {noun}|{goes_on}"),
        compile_cache.pattern(
            r"(?:[\s,;:.(]+|\s?\([^()]{1,120}\)"
            rf"|(?:,?\s(?:{words['dated']})(?:\s(?:{words['places']}|\p{{Lu}}[^\s,]*),?){{0,10}})?,?\s{date}"
            rf"|,?\s(?:{words['bodies']})"
            rf"|(?P<along>,?\s(?:{words['along']})(?:\s{its}){{1,4}}\s(?:{words['protocols']})(?:\s(?:{words['thereto']}))?))$"
        ),
    )


_WORDS = (
    *("instruments", "thereto", "leads_to", "nouns", "general", "go_on"),
    *("dated", "places", "bodies", "along", "its", "protocols"),
)

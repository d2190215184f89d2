"""FNT017."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

import regex

from ...grammar import kept
from ...grammar.language import Language
from ...grammar.tree import BoundCall, Document, Note
from ...grammar.wording import Wording
from ..rule import Applicability, Context, Edit, Finding, Fix, Level, Rule
from .words import note_words

_NAMED_WITHIN = 300
_NUMBER = kept.pattern(r"\d+")
_BEHIND = kept.pattern(
    r"[,;.]?(?:,? (?:of|adopted on|done at \p{Lu}\w+ on) (?:\d{1,2} \p{Lu}\p{Ll}+ )?\d{4}|,? \([^()]{1,60}\))?[,;.]?$"
)


class TreatyMisplaced(Rule):
    """Volume or registration number in a note are not those of the treaty that the text names.

    What it does:
        Looks up the treaty whose name stands right before the call of a note, and compares volume and number of the
        Treaty Series. It knows the treaties that resolutions cite most. Of others it knows which volume and number
        stand together, and names one that is a figure off.
    Why:
        Volume and registration number are how a treaty is found; with a wrong one another treaty is.
    Wrong:
        1. *Recalls* the Convention on Biological Diversity.[^1]

        [^1]: United Nations, *Treaty Series*, vol. 1769, No. 30619.
        ---
        1. *Recalls* the treaty on straits.[^1]

        [^1]: United Nations, *Treaty Series*, vol. 15, No. 221.
    Right:
        1. *Recalls* the Convention on Biological Diversity.[^1]

        [^1]: United Nations, *Treaty Series*, vol. 1760, No. 30619.
    Fix:
        Puts the volume or the number. Safe where the treaty is named and the other of the two is its own; if both
        differ there is none, since another treaty may be meant. Where the treaty is not known by name it is unsafe.
    Source:
        Notes of resolutions of the General Assembly, sessions 76 and 77, in which these volumes and numbers stand
        throughout.
    """

    code = "FNT017"
    name = "treaty-misplaced"
    level = Level.WARNING
    looks_at = (Document,)
    fixable = Applicability.SAFE

    def check(self, node: Document, context: Context) -> Iterable[Finding]:
        """One finding for each volume or number that is not the treaty's."""
        cited = _cited(context.language)
        seen: set[int] = set()
        registry: Registry | None = None
        for call in node.calls:
            note = call.note
            if note is None or id(note) in seen:
                continue
            seen.add(id(note))
            sources = note.prose.wording.once(_sources, cited)
            if not sources:
                continue
            registry = registry or _registry(context.language)
            treaty = registry.named(call) if len(sources) == 1 else None
            if treaty is not None:
                yield from _compare(note, sources[0], treaty)
            else:
                for source in sources:
                    yield from _paired(call, note, source, registry)


def _sources(wording: Wording, cited: regex.Pattern[str]) -> tuple[regex.Match[str], ...]:
    return tuple(cited.finditer(wording.text))


def _before(wording: Wording, at: int) -> str:
    """The words before a call, without a date or a short name right before it."""
    words = wording.text[max(0, at - _NAMED_WITHIN) : at]
    return _BEHIND.sub("", " ".join(words.replace("‑", "-").split()))


class Treaty(NamedTuple):
    """A treaty of the registry."""

    number: int
    volumes: tuple[int, ...]
    name: str


class Registry(NamedTuple):
    """The treaties, the longest name first, and words that make another instrument of a name."""

    treaties: tuple[Treaty, ...]
    names: tuple[str, ...]
    cites: tuple[str, ...]
    instruments: tuple[str, ...]
    """Words for what is made to a treaty, which has its number and a volume of its own."""
    volumes: dict[int, set[int]]
    """By number, of these and other treaties."""
    numbers: dict[int, set[int]]
    """By volume."""

    def named(self, call: BoundCall) -> Treaty | None:
        """The treaty whose name ends at a call; a date or a short name may stand between."""
        words = call.prose.wording.once(_before, call.at)
        if not words.endswith(self.names):
            return None
        for treaty in self.treaties:
            if words.endswith(treaty.name):
                before = words[: -len(treaty.name)].rstrip()
                return None if before.endswith(self.cites) else treaty
        return None

    def made_to_another(self, call: BoundCall) -> bool:
        """Whether an instrument made to a treaty, such as a protocol, is named shortly before a call."""
        words = call.prose.wording.once(_before, call.at)
        return any(instrument in words for instrument in self.instruments)

    def spoken_of(self, call: BoundCall, number: int) -> bool:
        """Whether the treaty of a number is named shortly before a call."""
        words = call.prose.wording.once(_before, call.at)
        return any(treaty.name in words for treaty in self.treaties if treaty.number == number)


def _compare(note: Note, source: regex.Match[str], treaty: Treaty) -> Iterator[Finding]:
    prose = note.prose
    place = source.span("volumes")
    volumes = tuple(int(found) for found in _NUMBER.findall(source["volumes"]))
    number = int(source["number"])
    wrong: list[tuple[tuple[int, int], int | None]] = []
    if not set(volumes) <= set(treaty.volumes):
        wrong.append((place, treaty.volumes[0] if len(volumes) == len(treaty.volumes) == 1 else None))
    if number != treaty.number:
        wrong.append((source.span("number"), treaty.number))
    for span, right in wrong:
        where = prose.span(*span)
        sure = right is not None and len(wrong) == 1 and prose.unbroken(*span)
        fix = Fix(f"Write “{right}”", (Edit(where, str(right)),)) if sure else None
        yield Finding(where, f"The {treaty.name} is in {_said(treaty)}", fix)


def _paired(call: BoundCall, note: Note, source: regex.Match[str], registry: Registry) -> Iterator[Finding]:
    """A volume or number that is not what stands with the other of the two in other texts.

    A volume holds many treaties, and a treaty stands in several volumes with its amendments. So it is one figure off,
    or a volume of none that is known, or a number of none where the treaty is named shortly before the call.
    """
    prose = note.prose
    number = int(source["number"])
    start = source.start("volumes")
    cited = [(int(m[0]), (start + m.start(), start + m.end())) for m in _NUMBER.finditer(source["volumes"])]
    known = registry.volumes.get(number, set())
    wrong = [(volume, place) for volume, place in cited if volume not in known]
    pairs = [(place, volume, known, f"No. {number}", "vol.") for volume, place in wrong]
    for volume, _ in wrong[:1]:
        pairs.append((source.span("number"), number, registry.numbers.get(volume, set()), f"vol. {volume}", "No."))
    for place, said, others, beside, word in pairs:
        near = [other for other in others if _one_figure_off(str(said), str(other))]
        if not near and not registry.made_to_another(call):
            if word == "vol." and said not in registry.numbers:
                near = sorted(others)
            elif word == "No." and said not in registry.volumes:
                near = [other for other in others if registry.spoken_of(call, other)]
        if near:
            where, right = prose.span(*place), str(near[0])
            fix = None
            if len(near) == 1 and prose.unbroken(*place):
                fix = Fix(f"Write “{right}”", (Edit(where, right),), Applicability.UNSAFE)
            either = " or ".join(map(str, near))
            yield Finding(where, f"In other texts {word} {either} stands with {beside}, not {word} {said}", fix)
            return


def _one_figure_off(one: str, other: str) -> bool:
    """Whether one figure is wrong, missing or too many, or two beside each other are exchanged."""
    if len(one) == len(other):
        differ = [i for i, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
        exchanged = len(differ) == 2 and one[differ[0]] == other[differ[1]] and one[differ[1]] == other[differ[0]]
        return len(differ) == 1 or (exchanged and differ[1] == differ[0] + 1)
    short, long = sorted((one, other), key=len)
    return len(long) - len(short) == 1 and any(long[:i] + long[i + 1 :] == short for i in range(len(long)))


def _said(treaty: Treaty) -> str:
    *others, last = map(str, treaty.volumes)
    volumes = f"vols. {', '.join(others)} and {last}" if others else f"vol. {last}"
    return f"{volumes}, No. {treaty.number}"


@cache
def _cited(language: Language) -> regex.Pattern[str]:
    words = note_words(language)
    one, several = map(regex.escape, words.volume)
    joined = rf"(?:,[ \u00a0]|[ \u00a0]{words.joined}[ \u00a0])"
    return kept.pattern(
        rf"(?:{words.treaty_series}|{words.ibid}\.),[ \u00a0](?:{one}|{several})[ \u00a0]"
        rf"(?P<volumes>\d{{1,5}}(?:{joined}\d{{1,5}}){{0,9}}),[ \u00a0]{regex.escape(words.number)}[ \u00a0]"
        r"(?P<number>\d{1,6})"
    )


@cache
def _registry(language: Language) -> Registry:
    data = language.data("treaties")
    treaties = [Treaty(number, tuple(volumes), name) for number, volumes, name in data["treaties"]]
    by_number: dict[int, set[int]] = {number: set(volumes) for number, volumes in data["others"].items()}
    for treaty in treaties:
        by_number.setdefault(treaty.number, set()).update(treaty.volumes)
    by_volume: dict[int, set[int]] = {}
    for number, volumes in by_number.items():
        for volume in volumes:
            by_volume.setdefault(volume, set()).add(number)
    treaties.sort(key=lambda treaty: -len(treaty.name))
    names = tuple(treaty.name for treaty in treaties)
    words = tuple(data["cites"]), tuple(data["instruments"])
    return Registry(tuple(treaties), names, *words, by_number, by_volume)

"""FNT017."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ...grammar.database.treaties import NamedTreaty, Treaty, TreatyDatabase, named_treaties, treaties
from ...grammar.model.footnote_words import note_words
from ...grammar.model.profile import MEASURED
from ...grammar.model.treaty_citations import Figure, Source, sources
from ...grammar.syntax.language import Language
from ...grammar.syntax.tree import Document, Footnote, FootnoteReference
from ..base import Applicability, Context, Edit, Finding, Fix, Level, Prefilter, Rule

_LONGEST_NAME = 44
"""Characters of the name of a treaty in a message; some names are longer than a line."""
_NONE: frozenset[int] = frozenset()


class TreatySeriesMismatch(Rule):
    """The volume or registration number in a footnote does not match the treaty.

    What it does:
        Looks up the treaty that is named directly before the footnote reference, or directly before the source in the
        footnote, and compares its volume and number in the Treaty Series. Some 290 treaties are known. Where no treaty
        is named there, checks whether the volume and the number occur together in other texts.
    Why:
        A treaty is found by its volume and registration number. A wrong one leads to another treaty.
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
        Replaces the volume or the number. Safe where the treaty is named and the other of the two matches it. No fix is
        offered if both differ, because another treaty may be meant. Where the treaty is not known by name, the fix is
        unsafe.
    Source:
        Footnotes of resolutions of the General Assembly, sessions 76 and 77, which give these volumes and numbers
        throughout, and the Treaty Series itself.
    """

    code = "FNT017"
    name = "treaty-series-mismatch"
    aliases = ("treaty-misplaced",)
    level = Level.WARNING
    node_types = (Document,)
    bodies = MEASURED
    fixable = Applicability.SAFE

    def prefilters(self, language: Language) -> tuple[Prefilter, ...]:
        """Return the abbreviations for a volume."""
        return (Prefilter(words=frozenset(word.rstrip(".") for word in note_words(language).volume)),)

    def check(self, node: Document, context: Context) -> Iterable[Finding]:
        """Yield one finding for each volume or number that does not match the treaty."""
        seen: set[int] = set()
        for reference in node.footnote_references:
            note = reference.footnote
            if note is None or note.id in seen:
                continue
            seen.add(note.id)
            wording = note.prose.paragraph_text
            cited = wording.memoized(sources)
            start = 0
            for source in cited:
                words = wording.memoized(named_treaties, start, source.start)
                if not words.names_any:
                    text = reference.prose.paragraph_text
                    words = text.memoized(named_treaties, _reference_before(reference), reference.at)
                    if len(cited) > 1:
                        words = words._replace(named=None)
                start = source.end
                yield from _judged(note, source, words, treaties(context.language))


def _reference_before(reference: FootnoteReference) -> int:
    return max((other.at for other in reference.prose.footnote_references if other.at < reference.at), default=0)


def _judged(footnote: Footnote, source: Source, mentioned: NamedTreaty, known: TreatyDatabase) -> Iterator[Finding]:
    treaty = mentioned.named
    if treaty is None or (mentioned.along and source.number != treaty.numbers):
        yield from _paired(footnote, source, mentioned, known)
        return
    several = {figure.value for figure in source.volumes} - set(treaty.volumes) if len(source.volumes) > 1 else set()
    if mentioned.along or (source.number == treaty.numbers and several & known.volumes[min(treaty.numbers)]):
        treaty = known.with_all(treaty)
    yield from _compare(footnote, source, treaty)


def _compare(footnote: Footnote, source: Source, treaty: Treaty) -> Iterator[Finding]:
    """Yield the volumes and numbers that differ from those of the treaty named."""
    prose = footnote.prose
    missing = set(treaty.volumes) - {figure.value for figure in source.volumes}
    strange = [figure for figure in source.volumes if figure.value not in treaty.volumes]
    wrong: list[tuple[tuple[int, int], str | None, Applicability, str]] = []
    if strange:
        near = {volume for volume in missing if _one_figure_off(str(strange[0].value), str(volume))}
        likely, sure = (missing, Applicability.SAFE) if len(missing) == 1 else (near, Applicability.UNSAFE)
        one = len(strange) == len(likely) == 1
        place, right = (strange[0].place, str(*likely)) if one else (source.places[0], None)
        wrong.append((place, right, sure, treaty.cited_volumes))
    if source.number != treaty.numbers:
        wrong.append((source.places[1], treaty.number, Applicability.SAFE, treaty.cited_number))
    if not wrong:
        return
    from textwrap import shorten

    name = shorten(treaty.name, _LONGEST_NAME, placeholder=" …")
    for span, right, sure, cited in wrong:
        where = prose.span(*span)
        fix = None
        if right is not None and len(wrong) == 1 and prose.unbroken(*span):
            fix = Fix(f"Replace with “{right}”", (Edit(where, right),), sure)
        yield Finding(where, f"Use “{cited}” for the {name}", fix)


class Doubt(NamedTuple):
    """A volume that does not match the number beside it, or the reverse, and the ones that would."""

    figure: Figure
    word: str
    beside: str
    others: frozenset[int]
    """Those that match the other figure."""
    mentioned: int
    """How late the treaty with one of these is named; 0 if it is not named."""
    by_name: frozenset[int]
    """Those of this treaty."""

    @property
    def near(self) -> frozenset[int]:
        """Those that differ in one digit."""
        return frozenset(other for other in self.others if _one_figure_off(str(self.figure.value), str(other)))

    @property
    def likely(self) -> list[int]:
        """Those that are probably meant."""
        return sorted(self.by_name & self.near or self.by_name | self.near or self.others)


def _paired(footnote: Footnote, source: Source, mentioned: NamedTreaty, known: TreatyDatabase) -> Iterator[Finding]:
    """Yield the volume or number that does not occur with the other of the two in other texts.

    Where either may be wrong, prefer the one whose correction gives the treaty named last, or differs in one digit.
    """
    prose = footnote.prose
    found = [
        (-doubt.mentioned, not doubt.near, doubt)
        for doubt in _doubts(footnote, source, mentioned, known)
        if doubt.others
    ]
    found.sort(key=lambda ranked: ranked[:2])
    if found:
        doubt = found[0][2]
        where = prose.span(*doubt.figure.place)
        likely = doubt.likely
        fix = None
        sure = len(found) == 1 or found[0][:2] < found[1][:2]
        if sure and len(likely) == 1 and prose.unbroken(*doubt.figure.place):
            fix = Fix(f"Replace with “{likely[0]}”", (Edit(where, str(likely[0])),), Applicability.UNSAFE)
        figure, others = f"{doubt.word} {doubt.figure.value}", f"{doubt.word} {_either(likely)}"
        message = f"“{figure}” does not match “{doubt.beside}”; other texts use “{others}”"
        yield Finding(where, message, fix)


def _either(numbers: list[int]) -> str:
    """Return numbers joined by “or”."""
    *others, last = map(str, numbers)
    return f"{', '.join(others)} or {last}" if others else last


def _doubts(footnote: Footnote, source: Source, mentioned: NamedTreaty, known: TreatyDatabase) -> Iterator[Doubt]:
    volumes, numbers = known.volumes, known.numbers
    cited = frozenset(figure.value for figure in source.volumes)
    strange = [figure for figure in source.volumes if source.number.isdisjoint(numbers.get(figure.value, _NONE))]
    wrong = [figure for figure in source.numbers if cited.isdisjoint(volumes.get(figure.value, _NONE))]
    beside_volume, beside_number = (footnote.prose.text[slice(*place)] for place in source.places[::-1])
    if strange and (not wrong or len(strange) <= len(wrong)):
        others = _NONE.union(*(volumes.get(number, _NONE) for number in source.number)) - cited
        last = mentioned.last(source.number)
        own = _NONE.union(*(treaty.volumes for treaty, at in mentioned.order.items() if at == last))
        own = others - own if mentioned.made_to else others & own
        doubt = Doubt(strange[0], "vol.", f"No. {beside_volume}", others, last, own if last else _NONE)
        if doubt.near or doubt.figure.value in numbers or (last and not mentioned.made_to):
            yield doubt
    if wrong and (not strange or len(wrong) <= len(strange)):
        others = frozenset.intersection(*(numbers.get(volume, _NONE) for volume in cited)) - source.number
        last = mentioned.last(others)
        own = frozenset(number for number in others if last and mentioned.last([number]) == last)
        doubt = Doubt(wrong[0], "No.", f"vol. {beside_number}", others, last, own)
        if doubt.figure.value in volumes or ((doubt.near or others & mentioned.here) and not mentioned.another):
            yield doubt


def _one_figure_off(one: str, other: str) -> bool:
    """Return whether one digit is wrong, missing or extra, or two adjacent digits are exchanged."""
    if min(len(one), len(other)) < 2:  # of a single digit, every other one differs in one digit
        return False
    if len(one) == len(other):
        differ = [i for i, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
        exchanged = len(differ) == 2 and one[differ[0]] == other[differ[1]] and one[differ[1]] == other[differ[0]]
        return len(differ) == 1 or (exchanged and differ[1] == differ[0] + 1)
    short, long = sorted((one, other), key=len)
    return len(long) - len(short) == 1 and any(long[:i] + long[i + 1 :] == short for i in range(len(long)))

"""Pair the units of two texts: equal ones first, then those that are alike, then halves of what was split or merged."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from ..text.named_tuple import NamedTuple
from .likeness import Likeness, Words
from .order import longest_increasing
from .units import Part, Unit

SAME_PLACE = 0.4
"""How alike two units must be if those around them are pairs. The planted and real changes of the tests decide it."""
ELSEWHERE = 0.6
"""How alike two units must be if they are at different places."""
_CANDIDATES = 12
"""The most units that one unit is compared with in full, those that share the most weight first."""
_HALF = 0.6
"""How much of a unit must be in another for it to be a part of it that was split off."""


_LEAST = 0.2
"""How much of it must be there if its other words repeat those of the parts that are known."""
_MOST = 0.85
"""How much of it must be there to be a part rather than a version of a unit elsewhere."""
_NO_PARTS = (Part.NOTE, Part.SECTION, Part.TITLE)
"""Units that no paragraph is split from or merged into."""
_FAR = 200
"""How many units away a neighbour may be: a paragraph may have many below it."""
_COMMON = 40
"""The number of units from which on a word says little about which of them are alike."""
_MUCH_MORE = 0.25
"""How much more alike a unit elsewhere must be to be preferred to the unit at the same place."""


class _Candidate(NamedTuple):
    unlikeness: float
    """The negative likeness, so that the most alike comes first."""
    base: int
    draft: int


class _Side(NamedTuple):
    """One of the two texts, with what is known of its units by their places."""

    units: Sequence[Unit]
    words: list[Words]
    to_other: dict[int, int]
    more: defaultdict[int, list[int]]
    """The units beyond the first that belong to one unit of the other text."""


class Match(NamedTuple):
    """Units that correspond, by their places; more than one on a side after a split or a merger."""

    base: tuple[int, ...]
    draft: tuple[int, ...]


def pair(base: Sequence[Unit], draft: Sequence[Unit]) -> list[Match]:
    """Return the units that correspond, in the order of the draft."""
    return _Pairing(base, draft).matches()


class _Pairing:
    def __init__(self, base: Sequence[Unit], draft: Sequence[Unit]) -> None:
        self.base, self.draft = base, draft
        self.to_draft: dict[int, int] = {}
        self.to_base: dict[int, int] = {}
        self.more_base: defaultdict[int, list[int]] = defaultdict(list)
        """Further units of the base by the unit of the draft that they were merged into."""
        self.more_draft: defaultdict[int, list[int]] = defaultdict(list)
        """Further units of the draft by the unit of the base that they were split from."""
        self.base_words = [Words(unit.text) for unit in base]
        self.draft_words = [Words(unit.text) for unit in draft]
        self.likeness = Likeness([*self.base_words, *self.draft_words])
        self._sides = (
            _Side(draft, self.draft_words, self.to_base, self.more_draft),
            _Side(base, self.base_words, self.to_draft, self.more_base),
        )

    def matches(self) -> list[Match]:
        self._pair_equal()
        self._gaps = _gaps(self.to_base, len(self.base), len(self.draft))
        self._pair_alike()
        found = []
        taken = {extra for extras in self.more_draft.values() for extra in extras}
        for place in range(len(self.draft)):
            if place in self.to_base and place not in taken:
                first = self.to_base[place]
                bases = sorted([first, *self.more_base[place]])
                drafts = sorted([place, *self.more_draft[first]])
                found.append(Match(tuple(bases), tuple(drafts)))
        return found

    def _join(self, base: int, draft: int) -> None:
        self.to_draft[base] = draft
        self.to_base[draft] = base

    def _pair_equal(self) -> None:
        """Pair units with the same text: as many as possible in order, the others wherever they are."""
        from rapidfuzz.distance import LCSseq

        base = [_key(unit) for unit in self.base]
        draft = [_key(unit) for unit in self.draft]
        for block in LCSseq.opcodes(base, draft):
            if block.tag == "equal":
                for offset in range(block.src_end - block.src_start):
                    self._join(block.src_start + offset, block.dest_start + offset)
        for same_part in (True, False):
            unpaired: defaultdict[object, list[int]] = defaultdict(list)
            for place, unit in reversed([*enumerate(self.base)]):
                if place not in self.to_draft and unit.text:
                    unpaired[_key(unit) if same_part else _moved_key(unit)].append(place)
            for place, unit in enumerate(self.draft):
                same = unpaired.get(_key(unit) if same_part else _moved_key(unit))
                if place not in self.to_base and same:
                    self._join(same.pop(), place)

    def _pair_alike(self) -> None:
        """Pair the most alike of those that are left, until none are alike enough: those at the same place first."""
        near: list[_Candidate] = []
        far: list[_Candidate] = []
        best: defaultdict[tuple[bool, int], float] = defaultdict(float)
        for draft, base in self._candidates():
            likeness = self.likeness.likeness(self.base_words[base], self.draft_words[draft])
            low, high = self._gaps[draft]
            here = low < base < high
            if likeness >= (SAME_PLACE if here else ELSEWHERE):
                (near if here else far).append(_Candidate(-likeness, base, draft))
            best[True, base] = max(best[True, base], likeness)
            best[False, draft] = max(best[False, draft], likeness)
        first: list[_Candidate] = []
        outdone: list[_Candidate] = []
        for each in near:
            much_less = max(best[True, each.base], best[False, each.draft]) + each.unlikeness > _MUCH_MORE
            (outdone if much_less else first).append(each)
        self._join_best(first)
        self._find_parts(_MOST)
        self._join_best([*outdone, *far])
        self._find_parts(_HALF)

    def _join_best(self, candidates: list[_Candidate]) -> None:
        for _, base, draft in sorted(candidates):
            if base not in self.to_draft and draft not in self.to_base:
                self._join(base, draft)

    def _candidates(self) -> Iterator[tuple[int, int]]:
        """Yield pairs of units, draft first, that share enough rare words to be worth comparing."""
        index: defaultdict[str, list[int]] = defaultdict(list)
        for place, words in enumerate(self.base_words):
            if place not in self.to_draft:
                for word in words.counts:
                    index[word].append(place)
        common = max(_COMMON, len(self.base) // 20)
        for place, words in enumerate(self.draft_words):
            if place in self.to_base:
                continue
            shared: defaultdict[int, float] = defaultdict(float)
            for word in words.counts:
                others = index.get(word, ())
                if len(others) <= common:
                    weight = self.likeness.weight(word)
                    for other in others:
                        shared[other] += weight
            ranked = sorted(
                (other for other in shared if _comparable(self.base[other], self.draft[place])),
                key=lambda other: (-shared[other] / (1 + len(self.base_words[other].sequence)) ** 0.5, other),
            )
            for other in ranked[:_CANDIDATES]:
                yield place, other

    def _find_parts(self, share: float) -> None:
        """Give what is left to the pair next to it if its words come from there, as after a split or a merger."""
        changed = True
        while changed:
            changed = False
            for parts, wholes in (self._sides, self._sides[::-1]):
                for place in range(len(parts.units)):
                    if place in parts.to_other:
                        continue
                    whole = self._whole_of(place, parts, wholes, share)
                    if whole is not None:
                        parts.more[whole].append(place)
                        parts.to_other[place] = whole
                        changed = True

    def _whole_of(self, place: int, parts: _Side, wholes: _Side, share: float) -> int | None:
        """Return the unit of the other text that a unit was split from or merged into."""
        for neighbour in _neighbours(parts.units, place):
            whole = parts.to_other.get(neighbour)
            if whole is None or wholes.more[neighbour]:
                continue
            known = sorted([wholes.to_other[whole], *parts.more[whole]])
            if _is_part(
                self.likeness,
                wholes.words[whole],
                [parts.words[each] for each in known],
                parts.words[place],
                before=place < known[0],
                share=share,
            ):
                return whole
        return None


def _gaps(to_base: dict[int, int], base_size: int, draft_size: int) -> list[tuple[int, int]]:
    """Return for each unit of the draft the units of the base in the nearest pairs in order before and after it."""
    drafts = sorted(to_base)
    kept = [drafts[i] for i in longest_increasing([to_base[draft] for draft in drafts])]
    gaps: list[tuple[int, int]] = []
    following = 0
    low = -1
    for draft in range(draft_size):
        if following < len(kept) and kept[following] == draft:
            high = low = to_base[draft]
            following += 1
        else:
            high = to_base[kept[following]] if following < len(kept) else base_size
        gaps.append((low, high))
    return gaps


def _is_part(likeness: Likeness, whole: Words, kept: list[Words], part: Words, *, before: bool, share: float) -> bool:
    """Return whether a unit is a part of another: most of it is there, and is not in the parts that are known."""
    if not part.sequence:
        return False
    alone = [word for words in kept for word in words.sequence]
    joined = [*part.sequence, *alone] if before else [*alone, *part.sequence]
    gained = likeness.shared(whole.sequence, joined) - likeness.shared(whole.sequence, alone)
    repeated = likeness.total((part.counts & Counter(alone)).elements())  # an opener, an addressee
    total = likeness.total(part.sequence)
    return gained >= share * (total - repeated) and gained >= _LEAST * total


def _neighbours(found: Sequence[Unit], place: int) -> Iterable[int]:
    """Return the units around one, headings aside: the next ones in the text, and the next ones at its depth."""
    parent = found[place].parent
    near: list[int | None] = []
    for side in (range(place - 1, -1, -1), range(place + 1, len(found))):
        paragraphs = [p for p in side[:_FAR] if found[p].part not in _NO_PARTS]
        near += paragraphs[:1]
        near.append(next((p for p in paragraphs if found[p].parent == parent), None))
    return dict.fromkeys(p for p in near if p is not None)


def _key(unit: Unit) -> tuple[str, bool, bool]:
    return (unit.text, unit.part is Part.NOTE, unit.part is Part.TITLE)


def _moved_key(unit: Unit) -> tuple[str, bool]:
    return (unit.text, unit.part is Part.NOTE)


def _comparable(base: Unit, draft: Unit) -> bool:
    """Return whether two units can correspond: footnotes only to footnotes, titles to titles, headings to headings."""
    fixed = (Part.NOTE, Part.TITLE, Part.SECTION)
    return (base.part in fixed or draft.part in fixed) <= (base.part is draft.part)

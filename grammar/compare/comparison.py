"""Compare two texts as resolutions: what was added, removed, moved, renumbered and changed, paragraph by paragraph."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from enum import StrEnum

from ..syntax.tree import Document, Resolution
from ..text.named_tuple import NamedTuple
from .order import longest_increasing
from .pairing import Match, pair
from .resolution_pairs import pair_resolutions
from .units import Part, Unit, units
from .word_diff import Edit, word_edits


class Change(StrEnum):
    """What became of a unit of the base."""

    SAME = "same"
    CHANGED = "changed"
    MOVED = "moved"
    ADDED = "added"
    REMOVED = "removed"


class Pair(NamedTuple):
    """A unit of the base and what it is in the draft; several on a side after a split or a merger."""

    change: Change
    base: tuple[Unit, ...]
    draft: tuple[Unit, ...]
    edits: tuple[Edit, ...] = ()
    """The words that differ, as offsets in `base_text` and `draft_text`."""
    renumbered: bool = False
    """Whether its number, letter or label differs."""

    @property
    def part(self) -> Part:
        """The part of the draft that it is in, or of the base if it was removed."""
        return (self.draft or self.base)[0].part

    @property
    def base_text(self) -> str:
        """The text of the base; those of several units are joined by a space."""
        return " ".join(unit.text for unit in self.base)

    @property
    def draft_text(self) -> str:
        """The text of the draft; those of several units are joined by a space."""
        return " ".join(unit.text for unit in self.draft)


class ResolutionComparison(NamedTuple):
    """The pairs of one resolution, in the order of the draft; what was removed is where it was."""

    base: Resolution | None
    draft: Resolution | None
    pairs: tuple[Pair, ...]
    base_document: Document
    """The tree of the base text."""


def compare(base: Document, draft: Document) -> tuple[ResolutionComparison, ...]:
    """Compare two texts.

    Returns:
        A comparison for each resolution of the draft, in order, then one for each resolution that is only in the base.
    """
    return tuple(
        ResolutionComparison(
            before,
            after,
            compare_units(
                () if before is None else units(base, before),
                () if after is None else units(draft, after),
            ),
            base,
        )
        for before, after in pair_resolutions(base, draft)
    )


def compare_units(base: Sequence[Unit], draft: Sequence[Unit]) -> tuple[Pair, ...]:
    """Return the pairs of two lists of units, in the order of the draft; what was removed is where it was."""
    matches = pair(base, draft)
    moved = _moved(base, draft, matches)
    pairs = [(match.draft[0], _pair(base, draft, match, moved=number in moved)) for number, match in enumerate(matches)]
    matched = {place for match in matches for place in match.draft}
    for place, unit in enumerate(draft):
        if place not in matched:
            pairs.append((place, Pair(Change.ADDED, (), (unit,))))
    pairs.sort(key=lambda found: found[0])
    return _with_removed(base, matches, moved, pairs)


def _pair(base: Sequence[Unit], draft: Sequence[Unit], match: Match, *, moved: bool) -> Pair:
    before = tuple(base[place] for place in match.base)
    after = tuple(draft[place] for place in match.draft)
    several = len(before) > 1 or len(after) > 1
    found = Pair(Change.CHANGED, before, after)
    edits = word_edits(found.base_text, found.draft_text)
    change = Change.MOVED if moved else Change.CHANGED if edits or several else Change.SAME
    renumbered = (before[0].number, before[0].mark) != (after[0].number, after[0].mark)
    return found._replace(change=change, edits=edits, renumbered=renumbered)


def _moved(base: Sequence[Unit], draft: Sequence[Unit], matches: Sequence[Match]) -> frozenset[int]:
    """Return the numbers of the matches that are elsewhere in the draft, seen among those below the same paragraph.

    What is below a paragraph that was moved is not moved itself. Footnotes follow their references and titles have no
    place of their own: neither is moved.
    """
    owner_of_base = {place: number for number, match in enumerate(matches) for place in match.base}
    owner_of_draft = {place: number for number, match in enumerate(matches) for place in match.draft}
    moved: set[int] = set()
    below: defaultdict[int | None, list[int]] = defaultdict(list)
    for number, match in enumerate(matches):
        before, after = base[match.base[0]], draft[match.draft[0]]
        if after.part in (Part.NOTE, Part.TITLE):
            continue
        owners = (_owner(before.parent, owner_of_base), _owner(after.parent, owner_of_draft))
        if owners[0] != owners[1]:
            moved.add(number)
        else:
            below[owners[1]].append(number)
    for numbers in below.values():
        places = [matches[number].base[0] for number in numbers]
        weights = [1_000_000 + len(draft[matches[number].draft[0]].text) for number in numbers]
        moved.update(numbers[i] for i in set(range(len(numbers))) - set(longest_increasing(places, weights)))
    return frozenset(moved)


def _owner(parent: int | None, owners: dict[int, int]) -> int | None:
    """Return the match of the paragraph above; -1 if that paragraph is only in one text."""
    return None if parent is None else owners.get(parent, -1)


def _with_removed(
    base: Sequence[Unit], matches: Sequence[Match], moved: Iterable[int], pairs: list[tuple[int, Pair]]
) -> tuple[Pair, ...]:
    """Return the pairs with the removed units, each after what it followed in the base."""
    matched = {place for match in matches for place in match.base}
    still = {match.base[-1]: match.draft[0] for number, match in enumerate(matches) if number not in frozenset(moved)}
    after: defaultdict[int, list[Pair]] = defaultdict(list)
    here = -1
    for place, unit in enumerate(base):
        here = still.get(place, here)
        if place not in matched:
            after[here].append(Pair(Change.REMOVED, (unit,), ()))
    found = list(after[-1])
    for place, each in pairs:
        found.append(each)
        found.extend(after.get(place, ()))
    return tuple(found)

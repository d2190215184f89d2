"""BAS005."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from ...grammar.model.cross_references import pointers
from ...grammar.syntax.reference_reader import Target
from ...grammar.syntax.tree import Document, Paragraph, Resolution
from ...grammar.text.named_tuple import NamedTuple
from ..base import Applicability, Context, Edit, Finding, Fix, Level
from ..kinds.base_text_rule import BaseTextRule

if TYPE_CHECKING:
    from ...grammar.compare.comparison import Pair, ResolutionComparison


class _Kept(NamedTuple):
    """A number of a reference that is the same in both texts."""

    pair: Pair
    start: int
    """Its range in the text of the draft."""
    end: int
    number: int


class ReferenceNotMovedOn(BaseTextRule):
    """A reference has the number that its paragraph had in the base text.

    What it does:
        Finds the references of the base text to its own paragraphs (“paragraph 2 above”, “paragraph 5 of the present
        resolution”) that are the same in the draft, where the paragraph itself now has another number or was removed.
    Why:
        The reference leads to another paragraph.
    Base:
        1. *Decides* to keep the lamps of the north mole lit;

        2. *Requests* the keepers to report on the lamps referred to in paragraph 1 above.
    Wrong:
        1. *Commends* the painters of daymarks for their courage;

        2. *Decides* to keep the lamps of the north mole lit;

        3. *Requests* the keepers to report on the lamps referred to in paragraph 1 above.
    Right:
        1. *Commends* the painters of daymarks for their courage;

        2. *Decides* to keep the lamps of the north mole lit;

        3. *Requests* the keepers to report on the lamps referred to in paragraph 2 above.
    Fix:
        Replaces the number with the new one. Safe if the words of all paragraphs that are referred to are the same in
        both texts, otherwise unsafe.
    Source:
        The numbers of the two texts. In 341 pairs of resolutions in three sessions of the General Assembly, one
        reference is reported. Of 102 numbers that were put back, the rule finds 96 %.
    """

    code = "BAS005"
    name = "reference-not-moved-on"
    level = Level.WARNING
    fixable = Applicability.SAFE

    def compare(self, comparison: ResolutionComparison, draft: Resolution, context: Context) -> Iterator[Finding]:
        from ...grammar.compare.comparison import Change

        base = comparison.base
        assert base is not None
        if base.parts or draft.parts:
            return  # each part has a series of its own
        targets = _numbered(comparison)
        for kept in _kept(comparison, base, comparison.base_document):
            moved = [(number, targets[number.number]) for number in kept if number.number in targets]
            moved = [(number, target) for number, target in moved if not _has_its_number(number, target)]
            sure = all(target.change is Change.SAME for _, target in moved)
            for number, target in moved:
                yield _finding(number, target, Applicability.SAFE if sure else Applicability.UNSAFE)


def _has_its_number(kept: _Kept, target: Pair) -> bool:
    """Return whether a paragraph has the number of the base in the draft, or none that is certain."""
    numbers = [unit.number for unit in target.draft]
    return bool(numbers) and (len(numbers) > 1 or numbers[0] in (kept.number, None))


def _finding(kept: _Kept, target: Pair, applicability: Applicability) -> Finding:
    place = kept.pair.draft[0].place(kept.start, kept.end)
    if not target.draft:
        return Finding(place, f"Paragraph {kept.number} of the base text is not in the draft")
    number = target.draft[0].number
    fix = Fix(f"Replace with “{number}”", (Edit(place, str(number)),), applicability)
    return Finding(
        place,
        f"Paragraph {kept.number} of the base text is now paragraph {number}",
        fix if len(place) == kept.end - kept.start else None,
        ((target.draft[0].span, "here"),),
    )


def _numbered(comparison: ResolutionComparison) -> Mapping[int, Pair]:
    """Return the pair of each paragraph of the base whose number no other has."""
    found: dict[int, Pair] = {}
    twice: set[int] = set()
    for pair in comparison.pairs:
        for unit in pair.base:
            if unit.number is not None:
                if unit.number in found:
                    twice.add(unit.number)
                found[unit.number] = pair
    return {number: pair for number, pair in found.items() if number not in twice and len(pair.base) == 1}


def _kept(comparison: ResolutionComparison, base: Resolution, document: Document) -> Iterator[list[_Kept]]:
    """Yield for each reference to paragraphs that is the same in both texts its numbers."""
    pairs = {
        id(pair.base[0].node.prose): pair
        for pair in comparison.pairs
        if len(pair.base) == len(pair.draft) == 1 and isinstance(pair.base[0].node, Paragraph)
    }
    for pointer in pointers(base, document):
        pair = pairs.get(id(pointer.prose))
        if pair is not None and pointer.sure and pointer.reference.kind == "paragraph" and pointer.section is None:
            first, last = (pair.base[0].offset(at) for at in (pointer.reference.start, pointer.reference.end))
            if any(edit.base[0] < last and edit.base[1] > first for edit in pair.edits):
                continue  # it was looked at
            places = ((target.number, _same(pair, target)) for target in pointer.reference.targets)
            yield [_Kept(pair, *place, number) for number, place in places if number is not None and place is not None]


def _same(pair: Pair, target: Target) -> tuple[int, int] | None:
    """Return the range of a number in the draft, if it is the same there."""
    start = pair.base[0].offset(target.start)
    figures = target.numeral
    start = pair.base_text.find(figures, max(start - 1, 0))
    if start < 0:
        return None
    from ...grammar.compare.word_diff import counterpart

    place = counterpart(pair.edits, start, start + len(figures))
    return place if pair.draft_text[slice(*place)] == figures else None

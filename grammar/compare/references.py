"""Compare where two versions of a paragraph refer to footnotes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..syntax.tree import Document, Footnote, Paragraph
from .comparison import Change, Pair, ResolutionComparison
from .units import Part, Unit
from .word_diff import word_edits


def with_references(one: ResolutionComparison, base: Document, draft: Document) -> ResolutionComparison:
    """Return the comparison in which a footnote reference at another place is a change of its paragraph.

    The texts of such paragraphs have their references, as ``[^2]`` with the label of the base. Notes that are only in
    one text are changes of their own.
    """
    labels: dict[int, str] = {}
    for pair in one.pairs:
        if pair.part is Part.NOTE and pair.base and pair.draft:
            before, after = pair.base[0].node, pair.draft[0].node
            if isinstance(before, Footnote) and isinstance(after, Footnote):
                labels[before.id] = before.label
                labels[after.id + _DRAFT] = before.label
    in_base, in_draft = _references(base, labels, 0), _references(draft, labels, _DRAFT)

    def referring(pair: Pair) -> Pair:
        if pair.edits or pair.part is Part.NOTE or not (pair.base and pair.draft):
            return pair
        before, after = _with(pair.base, in_base), _with(pair.draft, in_draft)
        moved = pair._replace(base=before, draft=after)
        edits = word_edits(moved.base_text, moved.draft_text)
        change = Change.CHANGED if pair.change is Change.SAME else pair.change
        return moved._replace(edits=edits, change=change) if edits else pair

    return one._replace(pairs=tuple(map(referring, one.pairs)))


_DRAFT = 1 << 62
"""Added to the ids of the draft, which are those of another tree."""


def _references(document: Document, labels: Mapping[int, str], shift: int) -> dict[int, list[tuple[int, str]]]:
    """Return the offsets and labels of the references to known notes, by the identity of their text."""
    found: dict[int, list[tuple[int, str]]] = {}
    for each in document.footnote_references:
        if each.footnote is not None and each.footnote.id + shift in labels:
            found.setdefault(id(each.prose), []).append((each.at, labels[each.footnote.id + shift]))
    return found


def _with(units: Sequence[Unit], references: Mapping[int, Sequence[tuple[int, str]]]) -> tuple[Unit, ...]:
    return tuple(_shown(unit, references) for unit in units)


def _shown(unit: Unit, references: Mapping[int, Sequence[tuple[int, str]]]) -> Unit:
    if not isinstance(unit.node, Paragraph) or id(unit.node.prose) not in references:
        return unit
    text, at, words = unit.node.prose.text, 0, ""
    for place, label in references[id(unit.node.prose)]:
        words += f"{text[at:place]}[^{label}]"
        at = place
    return unit._replace(text=" ".join((words + text[at:]).split()))

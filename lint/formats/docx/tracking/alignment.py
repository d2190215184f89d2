"""Which passages of a base correspond to which of a draft."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .....grammar.compare.comparison import ResolutionComparison, compare_units
from .....grammar.compare.order import longest_increasing
from .....grammar.compare.units import Part, Unit
from .....grammar.syntax.tree import Document, Footnote, Heading, Node, Paragraph, Resolution
from .....grammar.text.named_tuple import NamedTuple
from .passages import Passage


class Match(NamedTuple):
    """Passages that correspond, by their places; several on a side after a split or a merger."""

    base: tuple[int, ...]
    draft: tuple[int, ...]
    moved: bool = False


def paired_notes(
    comparisons: Sequence[ResolutionComparison], base: Document, draft: Document
) -> list[tuple[Footnote, Footnote]]:
    """Return the notes that correspond: those that are alike, then those that the same paragraph refers to in order."""
    found: list[tuple[Footnote, Footnote]] = []
    for one in comparisons:
        for pair in one.pairs:
            if pair.part is Part.NOTE and pair.base and pair.draft:
                before, after = pair.base[0].node, pair.draft[0].node
                assert isinstance(before, Footnote)
                assert isinstance(after, Footnote)
                found.append((before, after))
    in_base, in_draft = ({id(pair[side]) for pair in found} for side in (0, 1))
    of_base, of_draft = _referred(base), _referred(draft)
    for one in comparisons:
        for pair in one.pairs:
            old = [n for unit in pair.base for n in of_base.get(_prose(unit), ()) if id(n) not in in_base]
            new = [n for unit in pair.draft for n in of_draft.get(_prose(unit), ()) if id(n) not in in_draft]
            for replaced, replacing in zip(old, new, strict=False):
                found.append((replaced, replacing))
                in_base.add(id(replaced))
                in_draft.add(id(replacing))
    return found


def _referred(document: Document) -> dict[int, list[Footnote]]:
    """Return the notes that each text refers to, by its identity."""
    found: dict[int, list[Footnote]] = {}
    for each in document.footnote_references:
        if each.footnote is not None:
            found.setdefault(id(each.prose), []).append(each.footnote)
    return found


def _prose(unit: Unit) -> int:
    return id(unit.node.prose) if isinstance(unit.node, Paragraph | Heading) else 0


def align(
    comparisons: Sequence[ResolutionComparison], base: Sequence[Passage], draft: Sequence[Passage]
) -> list[Match]:
    """Return the passages that correspond, in the order of the draft; those that are out of order are moved."""
    at_base = {passage.node.id: place for place, passage in enumerate(base)}
    at_draft = {passage.node.id: place for place, passage in enumerate(draft)}
    found: list[Match] = []
    known: tuple[set[int], set[int]] = set(), set()
    for one in comparisons:
        for before, after in _of_resolution(one):
            known[0].update(places := _places(before, at_base))
            known[1].update(others := _places(after, at_draft))
            if places and others:
                found += _even(places, others)
    found += _others(base, draft, *known)
    found.sort(key=lambda match: match.draft)
    return _in_order(found, draft)


def _even(base: tuple[int, ...], draft: tuple[int, ...]) -> Iterator[Match]:
    """Pair several lines with as many one by one."""
    if len(base) == len(draft):
        for before, after in zip(base, draft, strict=True):
            yield Match((before,), (after,))
    else:
        yield Match(base, draft)


def _of_resolution(one: ResolutionComparison) -> Iterator[tuple[tuple[Node, ...], tuple[Node, ...]]]:
    titles = _titles(one.base) | _titles(one.draft)
    for pair in one.pairs:
        if pair.part is not Part.NOTE:
            yield _nodes(pair.base, titles), _nodes(pair.draft, titles)
    for before, after in zip(_heads(one.base), _heads(one.draft), strict=False):
        if before is not None and after is not None:
            yield (before,), (after,)


def _nodes(units: tuple[Unit, ...], titles: dict[int, tuple[Node, ...]]) -> tuple[Node, ...]:
    nodes = [unit.node for unit in units if unit.node is not None]
    return tuple(each for node in nodes for each in titles.get(id(node), (node,)))


def _titles(resolution: Resolution | None) -> dict[int, tuple[Node, ...]]:
    """Return the lines of each title by the identity of the first."""
    if resolution is None:
        return {}
    found: dict[int, tuple[Node, ...]] = {}
    for each in (resolution, *resolution.parts):
        if each.titles:
            found[id(each.titles[0])] = each.titles
    return found


def _heads(resolution: Resolution | None) -> tuple[Node | None, ...]:
    return () if resolution is None else (resolution.head, resolution.organ)


def _places(nodes: tuple[Node, ...], known: dict[int, int]) -> tuple[int, ...]:
    return tuple(known[node.id] for node in nodes if node.id in known)


def _others(base: Sequence[Passage], draft: Sequence[Passage], known: set[int], drafted: set[int]) -> Iterator[Match]:
    """Pair what is in no resolution."""
    before = [Unit(Part.OPERATIVE, p.text, number=n, node=p.node) for n, p in enumerate(base) if n not in known]
    after = [Unit(Part.OPERATIVE, p.text, number=n, node=p.node) for n, p in enumerate(draft) if n not in drafted]
    for pair in compare_units(before, after):
        if pair.base and pair.draft:
            yield Match(_numbers(pair.base), _numbers(pair.draft))


def _numbers(units: tuple[Unit, ...]) -> tuple[int, ...]:
    return tuple(unit.number for unit in units if unit.number is not None)


def _in_order(matches: list[Match], draft: Sequence[Passage]) -> list[Match]:
    weights = [sum(_weight(draft[place]) for place in match.draft) for match in matches]
    kept = set(longest_increasing([match.base[0] for match in matches], weights))
    return [match._replace(moved=number not in kept) for number, match in enumerate(matches)]


def _weight(passage: Passage) -> int:
    """Return how much there is against moving a passage; others move around tables, which cannot be tracked."""
    return 1_000_000_000 if passage.is_table else 1_000_000 + len(passage.letters)

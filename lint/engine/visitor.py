"""Traverse the tree once: each rule runs on the types of nodes it inspects, if their words meet its prefilters."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, NamedTuple

from ...grammar.database.resolutions import ResolutionDatabase
from ...grammar.model.footnotes import footnote_owners
from ...grammar.model.profile import Profile
from ...grammar.syntax.language import Language
from ...grammar.syntax.tree import Document, Footnote, Node, ReportParagraph, Resolution, children
from ...grammar.text.incremental_cache import IncrementalCache
from ...rules.base import Context, Rule
from ...rules.prefilter import ANYTHING, PrefilterIndex
from .dispatch import DispatchTable, RuleOutput, run, run_cached

if TYPE_CHECKING:
    from ...grammar.compare.comparison import ResolutionComparison

TableOf = Callable[[Profile], DispatchTable]
"""A function that returns the rules enabled in a profile, as configured for it."""


def by_themselves(rules: Sequence[Rule], language: Language, register: ResolutionDatabase | None = None) -> TableOf:
    """Return the rules by profile, without the overrides of any profile."""
    made: dict[Profile, DispatchTable] = {}
    prefilters = PrefilterIndex()

    def table_of(profile: Profile) -> DispatchTable:
        if profile not in made:
            enabled = [rule for rule in rules if rule.applies_to(profile)]
            made[profile] = DispatchTable(profile, enabled, language, register, prefilters)
        return made[profile]

    return table_of


class SupersededError(Exception):
    """The text has changed during its analysis, so that nobody needs the result."""


class _Step(NamedTuple):
    """A node in the traversal, and its context."""

    node: Node
    resolution: Resolution | None
    table: DispatchTable
    ancestors: tuple[Node, ...]


def traverse(
    document: Document,
    dispatch_table: TableOf,
    profiles: Mapping[int, Profile],
    memory: IncrementalCache | None = None,
    *,
    comparisons: Mapping[int, ResolutionComparison] | None = None,
    superseded: Callable[[], bool] = lambda: False,
) -> Iterator[RuleOutput]:
    """Return the results of the rules: the tree from the top, then footnotes, page furniture and comments.

    With the memory that the document was parsed with, the results of equal nodes are reused. `comparisons` are those of
    the resolutions with a base text, by id.

    Raises:
        SupersededError: `superseded`, which is called before each node, has returned true.
    """
    tables = {profile: dispatch_table(profile) for profile in dict.fromkeys(profiles.values())}
    steps = list(_steps(document, {key: tables[profile] for key, profile in profiles.items()}))
    masks = [_matched(step) for step in steps]
    # a node without words of its own meets the prefilters that any words of the text meet
    alike = len({here.prefilters for here in tables.values()}) == 1
    anywhere = reduce(or_, (mask for mask in masks if mask is not None), 0) if alike else ANYTHING
    for step, mask in zip(steps, masks, strict=True):
        if superseded():
            if memory is not None:
                memory.abandon_generation()
            raise SupersededError
        node, resolution, here, ancestors = step
        entry = here[type(node)]
        if entry.rules:
            context = Context(document, here.profile, resolution, ancestors, here.register, comparisons=comparisons)
            given = anywhere if mask is None else mask
            if memory is None:
                yield from run(entry, node, context, given)
            else:
                yield from run_cached(memory, entry, node, context, given)


def _matched(step: _Step) -> int | None:
    """Return the prefilters that the words of a node meet; none for a node without words of its own."""
    prose = getattr(step.node, "prose", None)
    return None if prose is None else step.table.matched(prose.paragraph_text)


def _steps(document: Document, tables: Mapping[int, DispatchTable]) -> Iterator[_Step]:
    outside = tables[document.id]
    pending: list[_Step] = [_Step(document, None, outside, ())]
    while pending:
        step = pending.pop()
        node, resolution, here, ancestors = step
        if isinstance(node, ReportParagraph):
            continue  # the prose of a report is not that of a resolution
        if isinstance(node, Resolution):
            resolution, here = node, tables[node.id]
            step = _Step(node, node, here, ancestors)
        yield step
        if below := children(node):
            inside = (*ancestors, node)
            pending.extend([_Step(child, resolution, here, inside) for child in reversed(below)])
    alone = (document,)
    for note, resolution in _notes(document):
        yield _Step(note, resolution, tables[resolution.id] if resolution else outside, alone)
    for furniture in document.furniture:
        yield _Step(furniture, None, outside, alone)


def _notes(document: Document) -> Iterator[tuple[Footnote, Resolution | None]]:
    owners = footnote_owners(document)
    return ((note, owners.get(note.id)) for note in document.footnotes)

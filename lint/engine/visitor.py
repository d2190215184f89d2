"""Traverse the tree once: each rule runs on the types of nodes it inspects, if their words meet its prefilters."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from functools import partial, reduce
from operator import or_
from typing import TYPE_CHECKING

from ...grammar.database.resolutions import ResolutionDatabase
from ...grammar.model.footnotes import footnote_owners
from ...grammar.model.profile import Profile
from ...grammar.syntax.language import Language
from ...grammar.syntax.tree import Document, Node, ReportParagraph, Resolution, children
from ...grammar.text.incremental_cache import IncrementalCache
from ...rules.base import Context, Rule
from ...rules.prefilter import ANYTHING, PrefilterIndex
from .cached_dispatch import CachedDispatch, Steps
from .dispatch import DispatchTable, RuleOutput, Step, Visit, run_rules

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
    made = {profile: dispatch_table(profile) for profile in dict.fromkeys(profiles.values())}
    tables = {key: made[profile] for key, profile in profiles.items()}
    traversal = _Traversal(document, tables, comparisons, superseded)
    if memory is None:
        yield from traversal.outputs()
        return
    try:
        yield from traversal.cached_outputs(memory)
    except SupersededError:
        memory.abandon_generation()
        raise


class _Traversal:
    """One traversal of a tree."""

    def __init__(
        self,
        document: Document,
        tables: Mapping[int, DispatchTable],
        comparisons: Mapping[int, ResolutionComparison] | None,
        superseded: Callable[[], bool],
    ) -> None:
        self._document = document
        self._tables = tables
        self._comparisons = comparisons
        self._superseded = superseded
        self._alike = len({table.prefilters for table in tables.values()}) == 1
        self._anywhere = ANYTHING
        """The prefilters that any words of the text meet: those that a node without words of its own meets."""
        self._above: tuple[Node, ...] = ()
        self._around: Resolution | None = None
        self._shared: Context | None = None
        """The last context, of the nodes with these ancestors in this resolution."""

    def outputs(self) -> Iterator[RuleOutput]:
        """Run the rules on all nodes."""
        first = self._visit(self._document)
        visits = [first, *(each for item in self._document.items for each in self._below(item)), *self._beside()]
        masks = [visit.matched for visit in visits]
        if self._alike:
            self._anywhere = _union(masks)
        for visit, mask in zip(visits, masks, strict=True):
            if self._superseded():
                raise SupersededError
            rules = visit.table[type(visit.node)].matching(self._anywhere if mask is None else mask)
            if rules:
                yield from run_rules(rules, visit.node, self._context(visit))

    def cached_outputs(self, memory: IncrementalCache) -> Iterator[RuleOutput]:
        """Run the rules on what has changed, and reuse the results for the rest."""
        cached = CachedDispatch(memory)
        parts = [
            Steps(item, self._key(item, cached), partial(self._below, item), self.step)
            for item in self._document.items
            if not isinstance(item, ReportParagraph)
        ]
        beside = list(self._beside())
        if self._alike:
            masks = [self._matched_in(part, memory) for part in parts]
            self._anywhere = _union((*masks, *(visit.matched for visit in beside)))
        yield from cached.run(self.step(self._visit(self._document)))
        for part in parts:
            if isinstance(part.top, Resolution):
                yield from cached.run_resolution(part, self._anywhere)
            else:
                for step in part:
                    yield from cached.run(step)
        for visit in beside:
            yield from cached.run(self.step(visit))

    def step(self, visit: Visit) -> Step:
        """Return a node with its context and rules."""
        if self._superseded():
            raise SupersededError
        mask = visit.matched
        entry = visit.table[type(visit.node)]
        return Step(entry, visit.node, self._context(visit), self._anywhere if mask is None else mask)

    def _context(self, visit: Visit) -> Context:
        """Return the context of a node; siblings have the same one."""
        _, resolution, table, ancestors = visit
        if self._shared is None or ancestors is not self._above or resolution is not self._around:
            self._above, self._around = ancestors, resolution
            self._shared = Context(
                self._document, table.profile, resolution, ancestors, table.register, comparisons=self._comparisons
            )
        return self._shared

    def _key(self, item: Node, cached: CachedDispatch) -> Hashable:
        """Return all of an item on which the findings in it depend, besides the rest of the document."""
        inside = item.with_parts if isinstance(item, Resolution) else ()
        return cached.keys.of(item), *(self._tables[part.id][Resolution] for part in inside)  # one entry for each table

    def _matched_in(self, steps: Steps, memory: IncrementalCache) -> int:
        """Return the prefilters that the words of an item meet."""
        key = "matched", len(self._tables[self._document.id].prefilters), steps.key
        known: int | None = memory.get(key)
        if known is None:
            known = _union(visit.matched for visit in steps.visits)
            memory.put(key, known)
        return known

    def _visit(self, node: Node) -> Visit:
        return Visit(node, None, self._tables[self._document.id], ())

    def _below(self, item: Node) -> Iterator[Visit]:
        """Return an item of the document and the nodes below it, each before those below it."""
        pending = [Visit(item, None, self._tables[self._document.id], (self._document,))]
        while pending:
            visit = pending.pop()
            node, resolution, table, ancestors = visit
            if isinstance(node, ReportParagraph):
                continue  # the prose of a report is not that of a resolution
            if isinstance(node, Resolution):
                resolution, table = node, self._tables[node.id]
                visit = Visit(node, node, table, ancestors)
            yield visit
            if below := children(node):
                inside = (*ancestors, node)
                pending.extend([Visit(child, resolution, table, inside) for child in reversed(below)])

    def _beside(self) -> Iterator[Visit]:
        """Return the footnotes, the page furniture and the comments."""
        document, outside, alone = self._document, self._tables[self._document.id], (self._document,)
        owners = footnote_owners(document)
        for note in document.footnotes:
            owner = owners.get(note.id)
            yield Visit(note, owner, self._tables[owner.id] if owner else outside, alone)
        for furniture in document.furniture:
            yield Visit(furniture, None, outside, alone)


def _union(masks: Iterable[int | None]) -> int:
    return reduce(or_, filter(None, masks), 0)

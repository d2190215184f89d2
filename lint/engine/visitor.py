"""Traverse the tree once: each rule runs on the types of nodes it inspects, if their words meet its prefilters."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import reduce
from operator import or_
from typing import NamedTuple

from ...grammar.compare.comparison import ResolutionComparison
from ...grammar.database.resolutions import ResolutionDatabase
from ...grammar.model.footnotes import footnote_owners
from ...grammar.model.profile import Profile
from ...grammar.syntax.language import Language
from ...grammar.syntax.tree import Document, Footnote, Node, ReportParagraph, Resolution, children
from ...grammar.text.incremental_cache import IncrementalCache
from ...rules.base import Context, Rule
from ...rules.prefilter import ANYTHING, PrefilterIndex
from .dispatch import DispatchTable, RuleOutput, run, run_cached

PanelsIn = Callable[[Profile], DispatchTable]
"""A function that returns the rules enabled in a profile, as configured for it."""


def by_themselves(rules: Sequence[Rule], language: Language, register: ResolutionDatabase | None = None) -> PanelsIn:
    """Return the rules by profile, without the overrides of any profile."""
    made: dict[Profile, DispatchTable] = {}
    sought = PrefilterIndex()

    def panels_in(profile: Profile) -> DispatchTable:
        if profile not in made:
            speaking = [rule for rule in rules if rule.applies_to(profile)]
            made[profile] = DispatchTable(profile, speaking, language, register, sought)
        return made[profile]

    return panels_in


class SupersededError(Exception):
    """The text has changed during its analysis, so that nobody needs the result."""


class _Stop(NamedTuple):
    """A node in the traversal, and its context."""

    node: Node
    resolution: Resolution | None
    panels: DispatchTable
    ancestors: tuple[Node, ...]


def traverse(
    document: Document,
    dispatch_table: PanelsIn,
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
    panels = {profile: dispatch_table(profile) for profile in dict.fromkeys(profiles.values())}
    way = list(_step(document, {key: panels[profile] for key, profile in profiles.items()}))
    met = [_met(stop) for stop in way]
    # a node without words of its own meets the prefilters that any words of the text meet
    alike = len({here.sought for here in panels.values()}) == 1
    anywhere = reduce(or_, (cues for cues in met if cues is not None), 0) if alike else ANYTHING
    for stop, cues in zip(way, met, strict=True):
        if superseded():
            if memory is not None:
                memory.abandon_generation()
            raise SupersededError
        node, resolution, here, ancestors = stop
        panel = here[type(node)]
        if panel.rules:
            context = Context(document, here.profile, resolution, ancestors, here.register, comparisons=comparisons)
            given = anywhere if cues is None else cues
            if memory is None:
                yield from run(panel, node, context, given)
            else:
                yield from run_cached(memory, panel, node, context, given)


def _met(stop: _Stop) -> int | None:
    """Return the prefilters that the words of a node meet; none for a node without words of its own."""
    prose = getattr(stop.node, "prose", None)
    return None if prose is None else stop.panels.met(prose.paragraph_text)


def _step(document: Document, panels: Mapping[int, DispatchTable]) -> Iterator[_Stop]:
    outside = panels[document.id]
    pending: list[_Stop] = [_Stop(document, None, outside, ())]
    while pending:
        stop = pending.pop()
        node, resolution, here, ancestors = stop
        if isinstance(node, ReportParagraph):
            continue  # the prose of a report is not that of a resolution
        if isinstance(node, Resolution):
            resolution, here = node, panels[node.id]
            stop = _Stop(node, node, here, ancestors)
        yield stop
        if below := children(node):
            inside = (*ancestors, node)
            pending.extend([_Stop(child, resolution, here, inside) for child in reversed(below)])
    alone = (document,)
    for note, resolution in _notes(document):
        yield _Stop(note, resolution, panels[resolution.id] if resolution else outside, alone)
    for furniture in document.furniture:
        yield _Stop(furniture, None, outside, alone)


def _notes(document: Document) -> Iterator[tuple[Footnote, Resolution | None]]:
    owners = footnote_owners(document)
    return ((note, owners.get(note.id)) for note in document.footnotes)

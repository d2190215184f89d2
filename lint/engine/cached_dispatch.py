"""Run rules again only if the result may differ: on what has changed since the last version of a text.

A rule is a pure function, so what it did not use cannot change its findings. The context records how far a rule has
looked; nothing has to be declared. Findings are kept for a node, and for a whole resolution so that an unchanged one
takes no time for each of its nodes.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from functools import cached_property

from ...grammar.syntax.structural_key import StructuralKeys
from ...grammar.syntax.tree import Document, Node
from ...grammar.text.incremental_cache import IncrementalCache
from ...grammar.text.named_tuple import NamedTuple
from ...grammar.text.positions import Span
from ...rules.base import NODE, RESOLUTION, Context, Rule
from ...rules.finding import Finding
from .dispatch import RuleFailure, RuleOutput, Step, Visit, run, run_rules


class _KeptOfNode(NamedTuple):
    """The findings for a node that began at `start`, by rules that used nothing outside it; and the other rules."""

    start: int
    findings: tuple[tuple[Rule, Finding], ...]
    others: tuple[Rule, ...]


class _KeptOfResolution(NamedTuple):
    """The findings in a resolution that began at `start`, by rules that used nothing outside it; and the other rules.

    `others` contains the index of the node in the resolution. `nodes` is what is kept of each node, for the version in
    which the resolution changes.
    """

    start: int
    findings: tuple[tuple[Rule, Finding], ...]
    others: tuple[tuple[int, tuple[Rule, ...]], ...]
    nodes: dict[Hashable, _KeptOfNode]


class Steps:
    """An item of the document and the nodes below it; the context of each is made when it is needed."""

    def __init__(
        self, top: Node, key: Hashable, visits: Callable[[], Iterator[Visit]], step: Callable[[Visit], Step]
    ) -> None:
        self._visits = visits
        self._step = step
        self.top = top
        """The item."""
        self.key = key
        """All of the item on which the findings in it depend."""

    def __iter__(self) -> Iterator[Step]:
        return map(self._step, self.visits)

    @cached_property
    def visits(self) -> list[Visit]:
        """The nodes, each before those below it."""
        return list(self._visits())

    def step(self, index: int) -> Step:
        """Return the node at an index, with its context and rules."""
        return self._step(self.visits[index])


class CachedDispatch:
    """Runs the rules on the nodes of one version of a text; the cache is the one that it was parsed with."""

    def __init__(self, memory: IncrementalCache) -> None:
        self._memory = memory
        self.keys = StructuralKeys(memory)
        """The keys of the nodes."""

    def run(self, step: Step) -> Iterator[RuleOutput]:
        """Do the same as `dispatch.run`, but reuse the findings for an equal node of the last version."""
        if isinstance(step.node, Document):  # nothing is outside it, and no two are equal
            yield from run(step)
            return
        for rule, outputs, _ in self._outputs(step, self._key(step)):
            yield from ((rule, step.node, output) for output in outputs)

    def run_resolution(self, steps: Steps, anywhere: int) -> Iterator[RuleOutput]:
        """Do the same for a resolution and the nodes in it, but reuse the findings in an equal one.

        Args:
            steps: The resolution and the nodes below it.
            anywhere: The prefilters that any words of the text meet.
        """
        key = steps.key, anywhere
        kept: _KeptOfResolution | None = self._memory.get(key)
        if kept is None:
            yield from self._run_all(key, steps)
            return
        self._memory.keep(kept.nodes)
        by = steps.top.span.start - kept.start
        for rule, finding in kept.findings:
            yield rule, steps.top, finding.moved(by)
        for index, rules in kept.others:
            step = steps.step(index)
            yield from run_rules(rules, step.node, step.context)

    def _run_all(self, key: Hashable, steps: Steps) -> Iterator[RuleOutput]:
        whole = steps.top.span
        findings: list[tuple[Rule, Finding]] = []
        others: list[tuple[int, tuple[Rule, ...]]] = []
        nodes: dict[Hashable, _KeptOfNode] = {}
        for index in range(len(steps.visits)):
            step = steps.step(index)
            again: list[Rule] = []
            node_key = self._key(step)
            for rule, outputs, reach in self._outputs(step, node_key):
                yield from ((rule, step.node, output) for output in outputs)
                movable = _movable(outputs, whole) if reach <= RESOLUTION else None
                if movable is None:
                    again.append(rule)
                else:
                    findings += ((rule, finding) for finding in movable)
            if again:
                others.append((index, tuple(again)))
            nodes[node_key] = self._memory.get(node_key)
        self._memory.put(key, _KeptOfResolution(whole.start, tuple(findings), tuple(others), nodes))

    def _key(self, step: Step) -> Hashable:
        # the prefilters of a node without words also depend on words outside it
        return step.entry, self.keys.of(step.node), step.matched

    def _outputs(self, step: Step, key: Hashable) -> Iterator[tuple[Rule, Sequence[Finding | RuleFailure], int]]:
        """Return the findings of each rule for a node, and how far it has looked."""
        node = step.node
        kept: _KeptOfNode | None = self._memory.get(key)
        if kept is not None:
            by = node.span.start - kept.start
            for rule, finding in kept.findings:
                yield rule, (finding.moved(by),), NODE
            for rule in kept.others:
                yield rule, *_answer(rule, node, step.context)
            return
        findings: list[tuple[Rule, Finding]] = []
        others: list[Rule] = []
        for rule in step.entry.matching(step.matched):
            outputs, reach = _answer(rule, node, step.context)
            yield rule, outputs, reach
            movable = _movable(outputs, node.span) if reach == NODE else None
            if movable is None:
                others.append(rule)
            else:
                findings += ((rule, finding) for finding in movable)
        self._memory.put(key, _KeptOfNode(node.span.start, tuple(findings), tuple(others)))


def _answer(rule: Rule, node: Node, context: Context) -> tuple[list[Finding | RuleFailure], int]:
    """Return the findings of a rule, and how far it has looked."""
    context.reach = NODE
    outputs = [output for _, _, output in run_rules((rule,), node, context)]
    return outputs, context.reach


def _movable(outputs: Sequence[Finding | RuleFailure], span: Span) -> list[Finding] | None:
    """Return the outputs of a rule if all are findings within a span, so that they move with it."""
    start, end = span
    found = [output for output in outputs if isinstance(output, Finding)]
    if len(found) < len(outputs) or not all(start <= p.start and p.end <= end for f in found for p in f.places):
        return None
    return found

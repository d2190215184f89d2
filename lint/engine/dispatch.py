"""Run rules on a node if its words meet their prefilters."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial, reduce
from operator import itemgetter, or_

from ...grammar.database.resolutions import ResolutionDatabase, shipped
from ...grammar.model.profile import Profile
from ...grammar.syntax.language import Language
from ...grammar.syntax.paragraph_text import ParagraphText
from ...grammar.syntax.tree import Node, Resolution
from ...grammar.text.named_tuple import NamedTuple
from ...grammar.text.positions import Span
from ...rules.base import Context, Rule
from ...rules.finding import Finding
from ...rules.node_traits import node_traits
from ...rules.prefilter import PrefilterIndex

_MOST = 4_000
"""The number of sets of prefilters for which the rules are kept."""


class RuleFailure(Exception):
    """An exception that a rule raised, or an invalid finding."""


RuleOutput = tuple[Rule, Node, Finding | RuleFailure]


class DispatchEntry:
    """The rules for one type of node in a profile; compared by identity."""

    __slots__ = ("_always", "_by_bit", "_chosen", "_known", "_relevant", "rules")

    def __init__(self, rules: Sequence[Rule], needs: Sequence[int]) -> None:
        self.rules = tuple(rules)
        self._always = [rule for rule, need in zip(self.rules, needs, strict=True) if not need]
        self._by_bit: dict[int, list[tuple[int, Rule, int]]] = {}
        """The rules by one of their prefilters, with their place in `rules` and all their prefilters."""
        for place, (rule, need) in enumerate(zip(self.rules, needs, strict=True)):
            if need:  # prefilters that several rules have, such as a citation, have the lower bits
                self._by_bit.setdefault(1 << need.bit_length() - 1, []).append((place, rule, need))
        self._chosen = reduce(or_, self._by_bit, 0)
        self._relevant = reduce(or_, needs, 0)
        self._known: dict[int, tuple[Rule, ...]] = {}

    def matching(self, matched: int) -> Sequence[Rule]:
        """Return the rules all of whose prefilters are met."""
        matched &= self._relevant
        if (known := self._known.get(matched)) is not None:
            return known
        if len(self._known) >= _MOST:
            self._known.clear()
        met: list[tuple[int, Rule, int]] = []
        left = matched & self._chosen
        while left:
            lowest = left & -left
            met += [each for each in self._by_bit[lowest] if each[2] & matched == each[2]]
            left ^= lowest
        met.sort(key=itemgetter(0))
        found = (*self._always, *(rule for _, rule, _ in met))
        self._known[matched] = found
        return found


class DispatchTable(dict[type[Node], DispatchEntry]):
    """The rules of a profile by type of node, created on first use and shared by many texts."""

    def __init__(
        self,
        profile: Profile,
        rules: Sequence[Rule],
        language: Language,
        register: ResolutionDatabase | None = None,
        prefilters: PrefilterIndex | None = None,
    ) -> None:
        """Create the table; with a shared `prefilters`, several profiles use the same prefilter index."""
        super().__init__()
        self.profile = profile
        self.register = shipped() if register is None else register
        self.rules = tuple(rules)
        self.prefilters = PrefilterIndex() if prefilters is None else prefilters
        """The index of the prefilters of the rules."""
        self._needs = [
            self.prefilters.mask_of((rule.code, rule.options, language), partial(rule.prefilters, language))
            for rule in self.rules
        ]

    def __missing__(self, kind: type[Node]) -> DispatchEntry:
        inspecting = [
            (r, need) for r, need in zip(self.rules, self._needs, strict=True) if issubclass(kind, r.node_types)
        ]
        self[kind] = DispatchEntry([rule for rule, _ in inspecting], [need for _, need in inspecting])
        return self[kind]

    def matched(self, node: Node, paragraph_text: ParagraphText) -> int:
        """Return the prefilters that a node and its words meet, as a bit mask."""
        return self.prefilters.matched(paragraph_text) | self.prefilters.matched_by_traits(node_traits(node))


class Visit(NamedTuple):
    """A node in the traversal, and where it is."""

    node: Node
    resolution: Resolution | None
    table: DispatchTable
    ancestors: tuple[Node, ...]

    @property
    def matched(self) -> int | None:
        """The prefilters that the node and its words meet; None for a node without words of its own."""
        prose = getattr(self.node, "prose", None)
        return None if prose is None else self.table.matched(self.node, prose.paragraph_text)


class Step(NamedTuple):
    """A node to check: with its rules, its context and the prefilters that its words meet."""

    entry: DispatchEntry
    node: Node
    context: Context
    matched: int


def run(step: Step) -> list[RuleOutput]:
    """Return the findings of each rule for a node whose words meet some prefilters."""
    entry, node, context, matched = step
    return run_rules(entry.matching(matched), node, context)


def run_rules(rules: Sequence[Rule], node: Node, context: Context) -> list[RuleOutput]:
    """Return the findings of some rules for a node."""
    found: list[RuleOutput] = []
    whole = context.document_length
    for rule in rules:
        try:
            for finding in rule.check(node, context):
                _check_places(finding, whole)
                found.append((rule, node, finding))
        except (Exception, SystemExit) as error:  # noqa: BLE001 - a failure, or an exit, must not affect other rules
            found.append((rule, node, RuleFailure(f"{type(error).__name__}: {error}")))
    return found


def _check_places(finding: Finding, whole: int) -> None:
    """Check that the places of a finding are inside the text.

    Raises:
        ValueError: A place is outside the text.
    """
    for place in finding.places:
        if not 0 <= place.start <= place.end <= whole:
            raise ValueError(f"place outside the text: {Span(*place)}")

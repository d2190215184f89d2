"""Run rules on a node if its words meet their prefilters, and again only if the result may differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from ...grammar.database.resolutions import ResolutionDatabase, shipped
from ...grammar.model.profile import Profile
from ...grammar.syntax.language import Language
from ...grammar.syntax.paragraph_text import ParagraphText
from ...grammar.syntax.structural_key import structural_key
from ...grammar.syntax.tree import Document, Node
from ...grammar.text.incremental_cache import IncrementalCache
from ...grammar.text.named_tuple import NamedTuple
from ...grammar.text.positions import Span
from ...rules.base import Context, Rule
from ...rules.finding import Finding
from ...rules.prefilter import ANYTHING, PrefilterIndex


class RuleFailure(Exception):
    """An exception that a rule raised, or an invalid finding."""


RuleOutput = tuple[Rule, Node, Finding | RuleFailure]


class DispatchEntry:
    """The rules for one type of node in a profile; compared by identity."""

    __slots__ = ("_always", "_needs", "rules")

    def __init__(self, rules: Sequence[Rule], needs: Sequence[int]) -> None:
        self.rules = tuple(rules)
        self._always = [rule for rule, need in zip(self.rules, needs, strict=True) if not need]
        self._needs = [(rule, need) for rule, need in zip(self.rules, needs, strict=True) if need]

    def matching(self, matched: int) -> list[Rule]:
        """Return the rules all of whose prefilters are met."""
        lacking = ~matched
        return self._always + [rule for rule, need in self._needs if not need & lacking]


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

    def matched(self, paragraph_text: ParagraphText) -> int:
        """Return the prefilters that the words meet, as a bit mask."""
        return self.prefilters.matched(paragraph_text)


def run(entry: DispatchEntry, node: Node, context: Context, matched: int = ANYTHING) -> Iterator[RuleOutput]:
    """Return the findings of each rule for a node whose words meet some prefilters."""
    return _run(entry.rules if matched == ANYTHING else entry.matching(matched), node, context)


def _run(rules: Sequence[Rule], node: Node, context: Context) -> Iterator[RuleOutput]:
    whole = len(context.document.source)
    for rule in rules:
        try:
            for finding in rule.check(node, context):
                _examine(finding, whole)
                yield rule, node, finding
        except (Exception, SystemExit) as error:  # noqa: BLE001 - a failure, or an exit, must not affect other rules
            yield rule, node, _failure(error)


class _CachedOutputs(NamedTuple):
    """The findings for a node that began at `start`, by rules that used nothing outside it; and the other rules."""

    start: int
    findings: tuple[tuple[Rule, Finding], ...]
    others: tuple[Rule, ...]


def run_cached(
    memory: IncrementalCache, entry: DispatchEntry, node: Node, context: Context, matched: int = ANYTHING
) -> Iterator[RuleOutput]:
    """Do the same as `run`, but reuse the findings of rules that used nothing outside an equal node.

    A rule is a pure function, so what it did not use cannot change its findings; nothing has to be declared.
    """
    if isinstance(node, Document):  # nothing is outside it, and no two are equal
        yield from run(entry, node, context, matched)
        return
    key = entry, structural_key(node), matched  # the prefilters of a node without words also depend on words outside it
    known: _CachedOutputs | None = memory.get(key)
    if known is None:
        findings: list[tuple[Rule, Finding]] = []
        others: list[Rule] = []
        for rule in entry.matching(matched):
            answer = _answer(rule, node, context)
            yield from ((rule, node, output) for output in answer)
            found = [output for output in answer if isinstance(output, Finding)]
            if context.used_outer_context or len(found) < len(answer) or not all(_within(f, node.span) for f in found):
                others.append(rule)
            else:
                findings += ((rule, finding) for finding in found)
        memory.put(key, _CachedOutputs(node.span.start, tuple(findings), tuple(others)))
    else:
        by = node.span.start - known.start
        for rule, finding in known.findings:
            yield rule, node, finding.moved(by)
        yield from _run(known.others, node, context)


def _answer(rule: Rule, node: Node, context: Context) -> list[Finding | RuleFailure]:
    whole = len(context.document.source)
    found: list[Finding | RuleFailure] = []
    context.used_outer_context = False
    try:
        for finding in rule.check(node, context):
            _examine(finding, whole)
            found.append(finding)
    except (Exception, SystemExit) as error:  # noqa: BLE001 - a failure, or an exit, must not affect other rules
        found.append(_failure(error))
    return found


def _failure(error: BaseException) -> RuleFailure:
    return RuleFailure(f"{type(error).__name__}: {error}")


def _examine(finding: Finding, whole: int) -> None:
    """Check that the places of a finding are inside the text.

    Raises:
        ValueError: A place is outside the text.
    """
    for place in finding.places:
        if not 0 <= place.start <= place.end <= whole:
            raise ValueError(f"place outside the text: {Span(*place)}")


def _within(finding: Finding, span: Span) -> bool:
    return all(span.start <= place.start and place.end <= span.end for place in finding.places)

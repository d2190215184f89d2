"""Lint one text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from ...grammar.model.document_model import DocumentModel
from ...grammar.model.profile import Profile, origin
from ...grammar.syntax.language import language
from ...grammar.syntax.parser import parse
from ...grammar.syntax.plain_view import plain_view
from ...grammar.syntax.tree import Document
from ...grammar.text.incremental_cache import IncrementalCache
from ...grammar.text.named_tuple import NamedTuple
from ...grammar.text.positions import LineIndex, Span
from ...grammar.text.record import replace
from ...grammar.text.view import View
from ...rules.base import Rule
from ...rules.finding import Edit, Finding
from ...rules.linter.rule_failed import RuleFailed
from ...rules.linter.unknown_suppression import UnknownSuppression
from ...rules.linter.unused_suppression import UnusedSuppression
from ...rules.prefilter import PrefilterIndex
from ..config import Settings
from .adopted_text import AdoptedText
from .dispatch import DispatchTable, RuleFailure, RuleOutput
from .results import Diagnostic, LintResult
from .suppressions import Suppressions
from .visitor import SupersededError, traverse

if TYPE_CHECKING:
    from ...grammar.compare.comparison import ResolutionComparison
    from .agreed_text import AgreedText

Found = tuple[Rule, Finding]


class Analysis(NamedTuple):
    """A parsed text and its findings."""

    model: DocumentModel
    profiles: Mapping[int, Profile]
    """The effective profiles by the id of the document, resolution or part; empty without a resolution."""
    checked: LintResult
    comparisons: Mapping[int, ResolutionComparison]
    """What differs from the base text, by the id of the resolution; empty without a base text."""

    @property
    def document(self) -> Document:
        """The tree."""
        return self.model.document


def lint_text(text: str, settings: Settings, memory: IncrementalCache | None = None) -> LintResult:
    """Lint a text. Without a resolution in it, there are no findings.

    With the `memory` of an earlier version of the text, most of the work is reused; the result is the same.
    """
    view = plain_view(text, language(settings.language), memory)
    checked = _analyse(view, settings, memory).checked
    if view.text == text:
        return checked
    diagnostics = tuple(replace(d, finding=_in_source(d.finding, view)) for d in checked.diagnostics)
    return replace(checked, text=text, lines=LineIndex(text), diagnostics=diagnostics)


def analyse(
    text: str,
    settings: Settings,
    memory: IncrementalCache | None = None,
    superseded: Callable[[], bool] = lambda: False,
    lines: LineIndex | None = None,
) -> Analysis:
    """Lint a text and return the tree as well. Its lines need not be searched if they are known.

    All offsets are those of the tree's source, which is the view of the text; its lines are those of the text.

    Raises:
        SupersededError: `superseded` has returned true. The `memory` remains usable.
    """
    return _analyse(plain_view(text, language(settings.language), memory), settings, memory, superseded, lines)


def _analyse(
    view: View,
    settings: Settings,
    memory: IncrementalCache | None,
    superseded: Callable[[], bool] = lambda: False,
    lines: LineIndex | None = None,
) -> Analysis:
    text = view.text
    if text != view.source:
        lines = view.lines
    if superseded():
        raise SupersededError
    document = parse(text, language(settings.language), memory, lines)
    model = DocumentModel(document)
    if not document.resolutions:
        return Analysis(model, {}, LintResult(text, document.lines, (), 0), {})
    profiles = {key: settings.profile.over(profile) for key, profile in model.profiles.items()}
    own = {type(rule): rule for rule in settings.rules_for(profiles[document.id])}
    suppressions = Suppressions(document, settings.registry)
    agreed = _agreed(settings, document)
    outputs = traverse(
        document,
        lambda profile: settings.memoized(_dispatch_table, profile),
        profiles,
        memory,
        comparisons=None if agreed is None else agreed.comparisons,
        superseded=superseded,
    )
    found = [pair for pair in _reported(outputs, own) if not suppressions.suppress(pair[0].code, pair[1])]
    if agreed is not None:
        found = [(rule, finding) for rule, finding in found if not agreed.includes(rule.code, finding)]
    found += _own(own, UnknownSuppression, suppressions.unknown)
    if suppressions:
        here = set(profiles.values())
        enabled = frozenset(rule.code for profile in here for rule in settings.rules_for(profile))
        elsewhere = frozenset(r.code for r in settings.registry.rules if not any(map(r.applies_to, here)))
        found += _own(own, UnusedSuppression, suppressions.unused(enabled, elsewhere))
    if found:
        adopted = AdoptedText(document)
        found = [(rule, _kept(adopted.cautious(rule.code, finding), view)) for rule, finding in found]
        found.sort(key=_order)
    diagnostics = tuple(
        Diagnostic(rule.code, rule.name, rule.severity, finding, model.locations.at(finding.span.start))
        for rule, finding in found
    )
    read_from = origin(document, model.profiles)
    guides = {profiles[r.id].guide or "" for r in document.resolutions if profiles[r.id].body == "mun"}
    by_guide = ", ".join(sorted(filter(None, guides))) if guides else None
    checked = LintResult(text, document.lines, diagnostics, len(document.resolutions), read_from, by_guide)
    return Analysis(model, profiles, checked, {} if agreed is None else agreed.comparisons)


def _agreed(settings: Settings, document: Document) -> AgreedText | None:
    if settings.base_text is None:
        return None
    from .agreed_text import AgreedText

    return AgreedText(settings.base_text, document)


def _kept(finding: Finding, view: View) -> Finding:
    """Return a finding without a fix that would remove something that is not read, such as a comment."""
    if finding.fix is None or not any(view.hides(edit.span) for edit in finding.fix.edits):
        return finding
    return replace(finding, fix=None)


def _in_source(finding: Finding, view: View) -> Finding:
    """Return a finding at its places in the source."""
    fix = finding.fix
    if fix is not None:
        fix = replace(fix, edits=tuple(Edit(view.source_span(edit.span), edit.content) for edit in fix.edits))
    related = tuple((view.source_span(span), words) for span, words in finding.related)
    return Finding(view.source_span(finding.span), finding.message, fix, related)


def _dispatch_table(settings: Settings, profile: Profile) -> DispatchTable:
    rules, prefilters = settings.rules_for(profile), settings.memoized(_prefilter_index)
    if settings.base_text is None:
        rules = tuple(rule for rule in rules if not rule.needs_base_text)
    return DispatchTable(profile, rules, language(settings.language), settings.register, prefilters)


def _prefilter_index(_settings: Settings) -> PrefilterIndex:
    """Return an index that the tables of all profiles share."""
    return PrefilterIndex()


def _reported(outputs: Iterable[RuleOutput], own: Mapping[type[Rule], Rule]) -> Iterator[Found]:
    """Return the findings of the rules; a rule that fails is reported once."""
    failed: set[str] = set()
    for rule, node, output in outputs:
        if not isinstance(output, RuleFailure):
            yield rule, output
        elif rule.code not in failed:
            failed.add(rule.code)
            at = Span(node.span.start, node.span.start)
            message = f"Rule {rule.code} ({rule.name}) failed: {output}"
            yield from _own(own, RuleFailed, [Finding(at, message)])


def _own(own: Mapping[type[Rule], Rule], rule: type[Rule], findings: Iterable[Finding]) -> Iterator[Found]:
    """Return findings of the linter itself, if their rule is enabled."""
    if rule in own:
        yield from ((own[rule], finding) for finding in findings)


def _order(found: Found) -> tuple[Span, str, str]:
    rule, finding = found
    return finding.span, rule.code, finding.message

"""Lint one text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from ...grammar.model.locations import Locations
from ...grammar.model.profile import Profile, detect, origin
from ...grammar.syntax.language import language
from ...grammar.syntax.parser import parse
from ...grammar.syntax.tree import Document
from ...grammar.text.incremental_cache import IncrementalCache
from ...grammar.text.positions import Span
from ...rules.base import Rule
from ...rules.finding import Finding
from ...rules.linter.rule_failed import RuleFailed
from ...rules.linter.unknown_suppression import UnknownSuppression
from ...rules.linter.unused_suppression import UnusedSuppression
from ..config import Settings
from .adopted_text import AdoptedText
from .dispatch import RuleFailure, RuleOutput
from .results import Diagnostic, LintResult
from .suppressions import Suppressions
from .visitor import traverse

Found = tuple[Rule, Finding]


class Analysis(NamedTuple):
    """A parsed text and its findings."""

    document: Document
    profiles: Mapping[int, Profile]
    """The effective profiles by the `id` of the document, resolution or part; empty without a resolution."""
    checked: LintResult


def lint_text(text: str, settings: Settings, memory: IncrementalCache | None = None) -> LintResult:
    """Lint a text. Without a resolution in it, there are no findings.

    With the `memory` of an earlier version of the text, most of the work is reused; the result is the same.
    """
    return analyse(text, settings, memory).checked


def analyse(text: str, settings: Settings, memory: IncrementalCache | None = None) -> Analysis:
    """Lint a text and return the tree as well."""
    document = parse(text, language(settings.language), memory)
    if not document.resolutions:
        return Analysis(document, {}, LintResult(text, document.lines, (), 0))
    detected = detect(document)
    profiles = {key: settings.profile.over(profile) for key, profile in detected.items()}
    own = {type(rule): rule for rule in settings.rules_for(profiles[id(document)])}
    suppressions = Suppressions(document, settings.registry)
    said = traverse(document, settings.dispatch_table, profiles, memory)
    found = [heard for heard in _reported(said, own) if not suppressions.silence(heard[0].code, heard[1])]
    found += _own(own, UnknownSuppression, suppressions.unknown)
    spoken = map(settings.rules_for, dict.fromkeys(profiles.values()))
    speaking = frozenset(rule.code for rules in spoken for rule in rules)
    found += _own(own, UnusedSuppression, suppressions.unused(speaking))
    adopted = AdoptedText(document)
    found = sorted(((rule, adopted.cautious(finding)) for rule, finding in found), key=_order)
    places = Locations(document) if found else None
    diagnostics = tuple(
        Diagnostic(rule.code, rule.name, rule.severity, finding, places.at(finding.span.start))
        for rule, finding in found
        if places is not None
    )
    read_from = origin(document, detected)
    checked = LintResult(text, document.lines, diagnostics, len(document.resolutions), read_from)
    return Analysis(document, profiles, checked)


def _reported(said: Iterable[RuleOutput], own: Mapping[type[Rule], Rule]) -> Iterator[Found]:
    """Return the findings of the rules; a rule that fails is reported once."""
    failed: set[str] = set()
    for rule, node, word in said:
        if not isinstance(word, RuleFailure):
            yield rule, word
        elif rule.code not in failed:
            failed.add(rule.code)
            at = Span(node.span.start, node.span.start)
            words = f"Rule {rule.code} ({rule.name}) failed: {word}"
            yield from _own(own, RuleFailed, [Finding(at, words)])


def _own(own: Mapping[type[Rule], Rule], rule: type[Rule], findings: Iterable[Finding]) -> Iterator[Found]:
    """Return findings of the linter itself, if their rule is enabled."""
    if rule in own:
        yield from ((own[rule], finding) for finding in findings)


def _order(found: Found) -> tuple[Span, str, str]:
    rule, finding = found
    return finding.span, rule.code, finding.message

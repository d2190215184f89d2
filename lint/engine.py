"""From a text to what is found in it."""

from __future__ import annotations

from collections.abc import Iterator

from ..grammar.language import language
from ..grammar.parser import parse
from ..grammar.position import Span
from ..grammar.tree import Document
from ..rules.finding import Finding
from ..rules.linter.rule_failed import RuleFailed
from ..rules.linter.unknown_suppression import UnknownSuppression
from ..rules.linter.unused_suppression import UnusedSuppression
from ..rules.profile import Profile, detect
from ..rules.rule import Rule
from .diagnostic import Checked, Diagnostic
from .places import Places
from .settings import Settings
from .suppressions import Suppressions
from .walk import RuleFailure, visit

Found = tuple[type[Rule], Finding]


def check(text: str, settings: Settings) -> Checked:
    """Lint a text. Where no resolution is found in it, nothing else is either."""
    document = parse(text, language(settings.language))
    if not document.resolutions:
        return Checked(text, document.lines, (), 0)
    enabled = {rule.code: rule for rule in settings.rules}
    profiles = {key: settings.profile.over(profile) for key, profile in detect(document).items()}
    suppressions = Suppressions(document, settings.registry)
    found = [f for f in _said(document, settings, profiles) if not suppressions.silence(f[0].code, f[1])]
    found += ((UnknownSuppression, finding) for finding in suppressions.unknown)
    speaking = frozenset(code for code, rule in enabled.items() if any(map(rule.speaks_in, profiles.values())))
    found += ((UnusedSuppression, finding) for finding in suppressions.unused(speaking))
    found = sorted((f for f in found if f[0].code in enabled), key=_order)
    places = Places(document) if found else None
    diagnostics = tuple(
        Diagnostic(rule.code, rule.name, settings.level(rule), finding, places.at(finding.span.start))
        for rule, finding in found
        if places is not None
    )
    return Checked(text, document.lines, diagnostics, len(document.resolutions))


def _said(document: Document, settings: Settings, profiles: dict[int, Profile]) -> Iterator[Found]:
    """What the rules say; a rule that fails is named once."""
    failed: set[str] = set()
    for rule, node, said in visit(document, settings.rules, profiles):
        if not isinstance(said, RuleFailure):
            yield type(rule), said
        elif rule.code not in failed:
            failed.add(rule.code)
            at = Span(node.span.start, node.span.start)
            yield RuleFailed, Finding(at, f"the rule {rule.code} ({rule.name}) failed here and was left out: {said}")


def _order(found: Found) -> tuple[Span, str, str]:
    rule, finding = found
    return finding.span, rule.code, finding.message

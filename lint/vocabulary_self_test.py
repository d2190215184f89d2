"""Test the rules of a vocabulary file with their own examples."""

from __future__ import annotations

from collections.abc import Iterator

from ..grammar.model.profile import Profile
from ..grammar.syntax.parser import parse
from ..rules import docstring
from ..rules.base import Rule
from ..rules.finding import Applicability
from ..rules.registry import Registry
from .config import Layer, ProfileChoice, Settings, resolve
from .engine.fixer import Fixing, lint_and_fix
from .engine.linter import lint_text
from .engine.results import Diagnostic

_MAX_SHOWN = 60  # code points of an example in a message


def failing_examples(rule: type[Rule]) -> Iterator[str]:
    """Return the failures of a rule's own examples: a bad one not reported or not fixed, a good one reported."""
    settings = _settings_for(rule)
    page = docstring.parse_docstring(rule.__doc__)
    for example in page.wrong:
        text = _framed(example)
        findings = _findings(text, settings)
        fixes = [d.finding.fix for d in findings if d.finding.fix]
        applied = [fix for fix in fixes if fix.applicability is not Applicability.MANUAL]
        if not findings:
            yield f"no finding in bad example {_short(example)}"
        elif applied and _findings(_applied(text, settings), settings):
            yield f"fix does not correct bad example {_short(example)}"
    for example in page.right:
        for diagnostic in _findings(_framed(example), settings):
            yield f"unexpected finding in good example {_short(example)}: {diagnostic.finding.message}"


def _settings_for(rule: type[Rule]) -> Settings:
    """Return settings with this rule only, and a profile in which it is enabled."""
    profile = Profile()
    body, stage, era = (
        default if default in allowed else min(allowed, default=default)
        for default, allowed in ((profile.body, rule.bodies), (profile.stage, rule.stages), (profile.era, rule.eras))
    )
    return resolve((Layer(source="the vocabulary file", profile=ProfileChoice(body, stage, era)),), Registry((rule,)))


def _framed(example: str) -> str:
    return example if parse(example).resolutions else docstring.FRAME + example


def _findings(text: str, settings: Settings) -> list[Diagnostic]:
    return list(lint_text(text, settings).diagnostics)


def _applied(text: str, settings: Settings) -> str:
    return lint_and_fix(text, settings, Fixing.UNSAFE).checked.text


def _short(example: str) -> str:
    words = " ".join(example.split())
    return f"“{words[:_MAX_SHOWN]}…”" if len(words) > _MAX_SHOWN else f"“{words}”"

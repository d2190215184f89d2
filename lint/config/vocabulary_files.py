"""Vocabulary files of users: load them, and test them with their own examples."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from ...grammar.model.profile import Profile
from ...rules import docstring
from ...rules.finding import Applicability
from ...rules.registry import Registry, RuleDefinitionError, problems
from ...rules.vocabulary.loader import VocabularyError, read
from . import Layer, ProfileChoice, Settings, resolve

if TYPE_CHECKING:
    from ...rules.base import Rule
    from ..engine.results import Diagnostic

_SHOWN = 60


def load(file: Path) -> tuple[type[Rule], ...]:
    """Load the rules of a vocabulary file.

    Raises:
        VocabularyError: The file cannot be used; the text is a sentence without the file name.
    """
    try:
        text = file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise VocabularyError("not UTF-8 text") from None
    except OSError as error:
        raise VocabularyError(str(error.strerror)) from None
    rules = read(text, file.stem)
    for rule in rules:
        if faults := problems(rule):
            raise VocabularyError(f"{rule.code}: {faults[0]}")
    try:
        Registry(rules)
    except RuleDefinitionError as bad:
        raise VocabularyError(str(bad)) from None
    return rules


def failing_examples(rule: type[Rule]) -> Iterator[str]:
    """Return the failures of a rule's own examples: a bad one not reported or not fixed, a good one reported."""
    settings = _alone(rule)
    read_page = docstring.parse_docstring(rule.__doc__)
    for example in read_page.wrong:
        text = _framed(example)
        found = _found(text, settings)
        fixes = [d.finding.fix for d in found if d.finding.fix]
        sure = [fix for fix in fixes if fix.applicability is not Applicability.MANUAL]
        if not found:
            yield f"no finding in bad example {_short(example)}"
        elif sure and _found(_applied(text, settings), settings):
            yield f"fix does not correct bad example {_short(example)}"
    for example in read_page.right:
        for diagnostic in _found(_framed(example), settings):
            yield f"unexpected finding in good example {_short(example)}: {diagnostic.finding.message}"


def _alone(rule: type[Rule]) -> Settings:
    """Return settings with this rule only, and a profile in which it is enabled."""
    usual = Profile()
    body, stage, era = (
        wanted if wanted in some else min(some, default=wanted)
        for wanted, some in ((usual.body, rule.bodies), (usual.stage, rule.stages), (usual.era, rule.eras))
    )
    return resolve((Layer(source="the vocabulary file", profile=ProfileChoice(body, stage, era)),), Registry((rule,)))


def _framed(example: str) -> str:
    from ...grammar.syntax.parser import parse

    return example if parse(example).resolutions else docstring.FRAME + example


def _found(text: str, settings: Settings) -> list[Diagnostic]:
    from ..engine.linter import lint_text

    return list(lint_text(text, settings).diagnostics)


def _applied(text: str, settings: Settings) -> str:
    from ..session import Fixing, lint

    return lint("case", text, settings, Fixing.UNSAFE).checked.text


def _short(example: str) -> str:
    words = " ".join(example.split())
    return f"“{words[:_SHOWN]}…”" if len(words) > _SHOWN else f"“{words}”"

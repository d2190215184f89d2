"""The examples on the pages of rules: wrong ones are found, right ones are not, and fixes correct them."""

from dataclasses import replace

import pytest

from resolint.grammar.compare.base_text import BaseText
from resolint.grammar.syntax.parser import parse
from resolint.lint.config import resolve
from resolint.lint.engine.fixer import apply
from resolint.lint.engine.linter import lint_text
from resolint.rules import docstring
from resolint.rules.base import Rule
from resolint.rules.finding import Applicability
from resolint.rules.registry import discover

REGISTRY = discover()
WRONG = [(rule, example) for rule in REGISTRY.rules for example in docstring.parse_docstring(rule.__doc__).wrong]
RIGHT = [(rule, example) for rule in REGISTRY.rules for example in docstring.parse_docstring(rule.__doc__).right]
SETTINGS = resolve((), REGISTRY)
SURENESS = list(Applicability)


def framed(example):
    """An example as it is linted: after the frame, if it contains no resolution of its own."""
    return example if parse(example).resolutions else docstring.FRAME + example


def found(rule, text):
    base = docstring.parse_docstring(rule.__doc__).base
    settings = with_base(SETTINGS, framed(base[0])) if base else SETTINGS
    return [d.finding for d in lint_text(text, settings).diagnostics if d.code == rule.code]


def with_base(settings, text):
    return replace(settings, base_text=BaseText("base", text))


def name(value):
    return f"{value.code}-{value.name}" if isinstance(value, type) and issubclass(value, Rule) else ""


@pytest.mark.parametrize(("rule", "example"), WRONG, ids=name)
def test_a_wrong_example_is_found_and_its_safe_fix_corrects_it(rule, example):
    text = framed(example)
    findings = found(rule, text)
    assert findings, "the rule finds nothing here"
    safe = [f.fix for f in findings if f.fix and f.fix.applicability is Applicability.SAFE]
    mended, count = apply(text, safe)
    assert len(found(rule, mended)) <= len(findings) - count


@pytest.mark.parametrize(("rule", "example"), RIGHT, ids=name)
def test_a_right_example_is_ignored(rule, example):
    assert not found(rule, framed(example))


@pytest.mark.parametrize(
    "rule", [rule for rule in REGISTRY.rules if docstring.parse_docstring(rule.__doc__).wrong], ids=name
)
def test_a_rule_offers_the_fixes_that_it_declares_and_none_that_is_surer(rule):
    offered = [f.fix.applicability for r, example in WRONG if r is rule for f in found(rule, framed(example)) if f.fix]
    if rule.fixable is None:
        assert not offered
    else:
        assert offered
        assert min(map(SURENESS.index, offered)) == SURENESS.index(rule.fixable)

"""The rule that CONTRIBUTING.md makes, made: its steps are true when followed."""

import re
import textwrap
from pathlib import Path
from types import ModuleType

import pytest

from resolint.grammar.model.profile import detect
from resolint.grammar.syntax.parser import parse
from resolint.lint.engine.visitor import by_themselves, traverse
from resolint.rules import docstring
from resolint.rules.registry import problems

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def rule():
    written = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    file = re.search(r"`rules/(\w+)/(\w+)\.py`", written)
    code = re.search(r"<!-- rule -->\n *```python\n(.*?)\n *```", written, re.DOTALL)
    assert file is not None
    assert code is not None
    module = ModuleType(f"resolint.rules.{file[1]}.{file[2]}")
    module.__package__ = f"resolint.rules.{file[1]}"
    exec(compile(textwrap.dedent(code[1]), "CONTRIBUTING.md", "exec"), vars(module))  # noqa: S102 - our own page
    return module.LightHouse


def said(rule, example):
    document = parse(docstring.FRAME + example)
    return [
        finding for _, _, finding in traverse(document, by_themselves([rule()], document.language), detect(document))
    ]


def test_the_rule_is_well_formed(rule):
    assert problems(rule) == []


def test_its_examples_hold(rule):
    read = docstring.parse_docstring(rule.__doc__)
    assert read.wrong
    assert read.right
    assert all(len(said(rule, example)) == 1 for example in read.wrong)
    assert not any(said(rule, example) for example in read.right)


def test_it_leaves_quotations_alone_and_mends_what_it_finds(rule):
    draft = "1. Decides to call the light houses “light houses” no more."
    (finding,) = said(rule, draft)
    (edit,) = finding.fix.edits
    whole = docstring.FRAME + draft
    mended = whole[: edit.span.start] + edit.content + whole[edit.span.end :]
    assert mended == docstring.FRAME + "1. Decides to call the lighthouses “light houses” no more."

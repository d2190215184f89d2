"""The public functions over text."""

import doctest
import re
import subprocess
import sys
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

import resolint
from resolint import check, fix, parse
from resolint.lint.config import Layer, resolve
from resolint.lint.config.plugins import registry

DRAFT = "*The General Assembly*,\n\n<!-- resolint: disable-next LNT -->\n\n1. *Decides* to keep the lamp lit.\n"
LNT = resolve([Layer("test", select=("LNT",))], registry())


def test_text_is_linted_fixed_and_parsed():
    assert "LNT003" in {d.code for d in check(DRAFT)}
    assert fix(DRAFT, settings=LNT) == "*The General Assembly*,\n\n1. *Decides* to keep the lamp lit.\n"
    assert len(parse(DRAFT).resolutions) == 1


def test_the_public_names_are_those_of_the_package():
    assert [d.code for d in resolint.check(DRAFT, settings=LNT)] == ["LNT003"]
    assert resolint.check is check
    assert set(resolint.__all__) == {"__version__", "check", "configure", "fix", "parse"}


def test_the_examples_of_the_page_pass_and_its_table_is_complete():
    page = Path(__file__).resolve().parents[2] / "docs" / "api.md"
    done = doctest.testfile(str(page), module_relative=False, encoding="utf-8")
    assert (done.failed, done.attempted > 8) == (0, True)
    table = page.read_text(encoding="utf-8").partition("## What is stable")[2]
    named = set(re.findall(r"^\| `resolint\.(\w+)\(", table, re.MULTILINE))
    assert named == set(resolint.__all__) - {"__version__"}
    (found, *_) = check(DRAFT)
    for kind, value in (("Diagnostic", found), ("Finding", found.finding), ("Document", parse(DRAFT))):
        (cells,) = re.findall(rf"^\| `{kind}` \| (.*) \|$", table, re.MULTILINE)
        for name in re.findall(r"`(\w+)", cells):
            assert hasattr(value, name), (kind, name)


def test_importing_the_package_loads_nothing_heavy():
    code = "import sys, resolint; print([m for m in ('lark', 'yaml', 'regex', 'resolint.lint') if m in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


PIECES = (
    "The General Assembly,",
    "*Recalling* ",
    "1. ",
    "(a) ",
    "*Decides*",
    "¹ ",
    "\n\n",
    "\r\n",
    "[70/1](#)",
    "*",
    ";",
)
COMMENTS = ("<!-- resolint: disable ", "<!-- resolint: disable-next SEQ ", "enable LNT, PUN", "-->")


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(PIECES + COMMENTS), st.text(max_size=3)), max_size=40).map("".join))
def test_any_text_is_linted_and_fixed_to_an_end(text):
    for found in check(text):
        assert 0 <= found.finding.span.start <= found.finding.span.end <= len(text)
    fixed = fix(text)
    assert fix(fixed) == fixed

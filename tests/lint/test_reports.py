"""Reports for people, editors and programs."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resolint.grammar.text.positions import LineIndex, Span
from resolint.lint.engine.results import Diagnostic, LintResult
from resolint.lint.file_result import FileResult
from resolint.lint.output import OutputOptions, named
from resolint.lint.session import lint
from resolint.rules.base import NodeLocation
from resolint.rules.finding import Finding, Level

DRAFT = """\
*The General Assembly*,

*Recalling* the mole,

1. *Decides* to keep the lamp lit;

2. *Requests* the keepers:

(a) To count;

3. *Decides* to count every wick.
"""


def written(form, outcome, **paper):
    return "".join(named(form)([outcome], OutputOptions(**paper)))


@pytest.fixture
def outcome(settings):
    return lint("draft.md", DRAFT, settings)


def test_full_shows_the_line_the_place_and_the_fix(outcome):
    assert (
        written("full", outcome)
        == """\
draft.md:5:26 PHR901 lamp [warning] “lamp” is old
  |
5 | 1. *Decides* to keep the lamp lit;
  |                          ^^^^
  = in operative paragraph 1
  = help: Write “lantern” (with --fix)

draft.md:11:29 PHR902 wick [error] “wick” is old
   |
11 | 3. *Decides* to count every wick.
   |                             ^^^^
   = see draft.md:11:1: here
   = in operative paragraph 3
   = help: Write “fuse” (with --fix --unsafe-fixes)

"""
    )


def test_concise_is_a_line_a_finding(outcome):
    assert written("concise", outcome) == "draft.md:5:26: PHR901 “lamp” is old\ndraft.md:11:29: PHR902 “wick” is old\n"


def test_json_is_an_array_of_objects_as_documented(outcome):
    first, second = json.loads(written("json", outcome))
    assert first == {
        "code": "PHR901",
        "name": "lamp",
        "level": "warning",
        "message": "“lamp” is old",
        "filename": "draft.md",
        "location": {"row": 5, "column": 26},
        "end_location": {"row": 5, "column": 30},
        "node": {"resolution": None, "part": "operative", "paragraph": "1"},
        "fix": {
            "applicability": "safe",
            "message": "Write “lantern”",
            "edits": [
                {"content": "lantern", "location": {"row": 5, "column": 26}, "end_location": {"row": 5, "column": 30}}
            ],
        },
        "url": "docs/rules/lamp.md",
    }
    assert second["fix"]["applicability"] == "unsafe"


def test_nothing_found_is_an_empty_array_and_an_empty_page(settings):
    nothing = lint("draft.md", "The keepers.\n", settings)
    assert json.loads(written("json", nothing)) == []
    assert written("full", nothing) == ""


def test_colour_does_not_change_the_words(outcome):
    coloured = written("full", outcome, colour=True)
    assert "\x1b[" in coloured
    plain = re.sub(r"\x1b\[[\d;]*m", "", coloured)
    assert plain == written("full", outcome)


def shown(text, start, end, width=40):
    """The source line and the underline of a finding at a place."""
    finding = Finding(Span(start, end), "m")
    found = Diagnostic("PHR900", "said", Level.INFO, finding, NodeLocation())
    lines = written("full", FileResult("a", LintResult(text, LineIndex(text), (found,), 1)), width=width).split("\n")
    return lines[2][4:], lines[3][4:]


def test_a_long_line_is_cut_around_the_place():
    text = "x" * 1000 + "lamp" + "y" * 1000
    line, under = shown(text, 1000, 1004)
    assert len(line) <= 36
    assert line[under.index("^") : under.rindex("^") + 1] == "lamp"
    assert line.startswith("…x")
    assert line.endswith("y…")


@given(st.text("ab 木é\u0301\u200e\t", min_size=1, max_size=200), st.integers(0, 200), st.integers(0, 60))
def test_the_line_fits_and_the_underline_is_under_the_place(text, start, length):
    start = min(start, len(text))
    line, under = shown(text, start, min(start + length, len(text)))
    cells = sum(0 if char == "\u0301" else 2 if char == "木" else 1 for char in line)
    assert cells <= 36
    assert set(under.strip()) == {"^"}
    assert len(under) <= 37


def test_a_place_over_several_lines_is_shown_by_its_first():
    assert shown("a lamp\r\nand a wick", 2, 12) == ("a lamp", "  ^^^^")


def test_what_could_steer_a_terminal_is_made_harmless():
    line, _ = shown("a\x1b[31m\u202elamp", 0, 1)
    assert line == "a·[31m·lamp"

"""Marks that are doubled, separated from their word, or on the wrong side of a quotation mark."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from resolint import check as linted
from resolint import fix as mended
from resolint.lint.engine.fix_loop import fix_until_stable
from resolint.lint.engine.linter import lint_text

from ..conftest import HEAD, settings_of

SETTINGS = settings_of("punctuation")
TEXT = "*Recalling* its oath{},\n\n1. *Decides* to wake{};\n\n2. *Notes* the fog{}."


@pytest.mark.parametrize("wrong", [";;", ",;", ";,", "; ;", ".;", ";;;"])
def test_of_doubled_marks_the_one_that_is_expected_is_left(reported, fix, wrong):
    text = TEXT.format("", "", "").replace("wake;", f"wake{wrong}")
    assert reported(text) == [("repeated-punctuation", wrong)]
    assert fix(text) == TEXT.format("", "", "")


@pytest.mark.parametrize(
    ("right", "wrong"), [("oath,", "oath;,"), ("oath,", "oath,,"), ("fog.", "fog;."), ("fog.", "fog..")]
)
def test_what_is_expected_depends_on_the_place(reported, fix, right, wrong):
    text = TEXT.format("", "", "").replace(right, wrong)
    assert [name for name, _ in reported(text)] == ["repeated-punctuation"]
    assert fix(text) == TEXT.format("", "", "")


def test_within_a_sentence_unlike_marks_have_an_unsafe_fix(fix):
    text = TEXT.format("", ",; as was said", "")
    assert fix(text) == text
    assert fix(text, unsafe=True) == TEXT.format("", "; as was said", "")


def test_after_an_abbreviation_one_stop_is_enough(fix):
    assert fix(TEXT.format("", " at 6 p.m..", "").replace("..;", "..")) == TEXT.format("", " at 6 p.m.", "")


@pytest.mark.parametrize(
    "words", [" at 6 p.m.", " ..., then", " of Washington, D.C., at dawn", ", Nos. 3, 4, etc., here", " (“Lamps;;”)"]
)
def test_these_marks_are_not_doubled(reported, words):
    assert reported(TEXT.format("", words, "")) == []


@pytest.mark.parametrize("space", [" ", "  ", "\u00a0"])
def test_a_space_before_a_mark_is_removed(reported, fix, space):
    text = TEXT.format("", space, "")
    assert reported(text) == [("space-before-punctuation", f"{space};")]
    assert fix(text) == TEXT.format("", "", "")


def test_a_space_before_a_footnote_reference_is_not_looked_at_here(reported):
    assert reported(TEXT.format("", " [^1]", "") + "\n\n[^1]: See above.") == []


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("“The Lamp,” now", "“The Lamp”, now"),
        ("“The Lamp;” now", "“The Lamp”; now"),
        ("“The Lamp,”[^1] now", "“The Lamp”,[^1] now"),
        ("“The Lamp,”, now", "“The Lamp”, now"),
        ("“*The Lamp,*” now", "“*The Lamp*”, now"),
    ],
)
def test_a_mark_of_the_sentence_follows_the_quotation(reported, fix, wrong, right):
    text = TEXT.format("", f" by {{}}, and {wrong}", "").format("x")
    assert [name for name, _ in reported(text)] == ["punctuation-inside-quotation"]
    assert fix(text) == text.replace(wrong, right)


def test_a_quoted_mark_at_the_end_is_one_error(reported, fix):
    text = "1. *Notes* the report “Lamps;”\n\n2. *Welcomes* the dawn."
    assert [name for name, _ in reported(text)] == ["punctuation-inside-quotation"]
    assert fix(text) == text.replace(";”", "”;")


@settings(max_examples=150, deadline=None)
@given(st.lists(st.text(alphabet=" ,;.:”“*[^1]()abp.", max_size=8), min_size=3, max_size=3))
def test_fixing_settles_whatever_the_marks(ends):
    text = HEAD + TEXT.format(*ends) + "\n"
    done = fix_until_stable(lint_text(text, SETTINGS), lambda now: lint_text(now, SETTINGS))
    once = done.checked.text
    assert mended(once, settings=SETTINGS) == once
    rolled_back = {each.code for each in done.rolled_back}  # their fixes are offered still, and not applied
    left = [d for d in linted(once, settings=SETTINGS) if d.finding.fix and d.finding.fix.applicability == "safe"]
    assert {d.code for d in left} <= rolled_back

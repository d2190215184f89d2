"""Fixes: applied completely or not at all, without other changes, and always converging."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resolint.grammar.text.positions import LineIndex, Span
from resolint.lint.engine.fix_loop import fix_until_stable
from resolint.lint.engine.fixer import apply, disjoint, edited
from resolint.lint.engine.position_map import PositionMap
from resolint.lint.engine.results import Diagnostic, LintResult, RolledBack
from resolint.rules.base import NodeLocation
from resolint.rules.finding import Applicability, Edit, Finding, Fix, Level

TEXT = "abcdefghijklmnopqrstuvwxyz"


@st.composite
def fixes(draw):
    """A fix of a few disjoint edits somewhere in the text."""
    cuts = sorted(draw(st.lists(st.integers(0, len(TEXT)), min_size=2, max_size=6, unique=True)))
    pairs = zip(cuts[::2], cuts[1::2], strict=False)
    edits = tuple(Edit(Span(a, draw(st.sampled_from((a, b)))), draw(st.text("XYZ", max_size=3))) for a, b in pairs)
    return Fix("any", edits)


def taken_in(text, chosen):
    """Return the text after applying the fixes from the last place to the first."""
    for edit in sorted((e for fix in chosen for e in fix.edits), key=lambda e: e.span, reverse=True):
        text = text[: edit.span.start] + edit.content + text[edit.span.end :]
    return text


@given(st.lists(fixes(), max_size=8))
def test_applied_fixes_are_complete_and_do_not_touch(given_fixes):
    fixed, count = apply(TEXT, given_fixes)
    chosen: list[Fix] = []
    for fix in sorted(given_fixes, key=lambda fix: [edit.span for edit in fix.edits]):
        edits = [edit for other in chosen for edit in other.edits]
        if not any(edit.span.touches(other.span) for edit in fix.edits for other in edits):
            chosen.append(fix)
    assert count == len(chosen)
    assert fixed == taken_in(TEXT, chosen)


@given(st.lists(fixes(), max_size=8))
def test_letters_outside_all_edits_stay(given_fixes):
    fixed, _ = apply(TEXT, given_fixes)
    edited = {i for fix in given_fixes for edit in fix.edits for i in range(*edit.span)}
    kept = "".join(char for char in fixed if char.islower())
    assert [char for i, char in enumerate(TEXT) if i not in edited and char not in kept] == []


@given(st.lists(fixes(), max_size=8))
def test_the_order_in_which_fixes_come_does_not_matter(given_fixes):
    same_start = len({fix.edits[0].span for fix in given_fixes}) == len(given_fixes)
    if same_start:
        assert apply(TEXT, given_fixes) == apply(TEXT, given_fixes[::-1])


def test_a_fix_is_applied_completely_or_not_at_all():
    first = Fix("first", (Edit(Span(4, 6), "X"),))
    both = Fix("both", (Edit(Span(0, 1), "Y"), Edit(Span(5, 7), "Z")))
    assert apply(TEXT, [first, both]) == ("YbcdeZhijklmnopqrstuvwxyz", 1)


def linter(*rules):
    """A linter made of tuples: code, pattern, replacement and applicability."""

    def lint(text):
        found = [
            Diagnostic(code, code, Level.WARNING, Finding(Span(*m.span()), "", _fix(m, put, sure)), NodeLocation())
            for code, pattern, put, sure in rules
            for m in re.finditer(pattern, text)
        ]
        return LintResult(text, LineIndex(text), tuple(found), 1)

    return lint


def _fix(match, put, sure):
    return Fix("", (Edit(Span(*match.span()), put),), sure)


SAFE, UNSAFE, MANUAL = Applicability


def fixed(text, *rules, unsafe=False):
    lint = linter(*rules)
    return fix_until_stable(lint(text), lint, unsafe=unsafe)


def test_fixes_that_wake_others_are_followed_to_the_end():
    done = fixed("a", ("PHR1", "a", "b", SAFE), ("PHR2", "b", "c", SAFE))
    assert (done.checked.text, done.fixed, done.non_converging) == ("c", 2, ())
    assert done.checked.diagnostics == ()


def test_rules_that_undo_one_another_are_named_and_left_out_and_the_others_are_not():
    done = fixed("a d", ("PHR1", "a", "b", SAFE), ("PHR2", "b", "a", SAFE), ("PHR3", "d", "e", SAFE))
    assert [each.code for each in done.rolled_back] == ["PHR1"]
    assert done.checked.text == "a e"


def test_a_rule_that_feeds_itself_is_named_and_left_out():
    done = fixed("a", ("PHR1", "a$", "aa", SAFE))
    assert (done.checked.text, done.rolled_back) == ("a", (RolledBack("PHR1", 1),))


@pytest.mark.parametrize(("sure", "unsafe", "after"), [(UNSAFE, False, "a"), (UNSAFE, True, "b"), (MANUAL, True, "a")])
def test_only_requested_fixes_are_applied(sure, unsafe, after):
    assert fixed("a", ("PHR1", "a", "b", sure), unsafe=unsafe).checked.text == after


@given(st.text("abc ", max_size=30))
def test_fixing_what_is_fixed_changes_nothing(text):
    rules = ("PHR1", "ab", "b", SAFE), ("PHR2", "bc", "a", SAFE), ("PHR3", "  ", " ", SAFE)
    once = fixed(text, *rules)
    if not once.non_converging and not once.rolled_back:
        assert fixed(once.checked.text, *rules).checked.text == once.checked.text


def test_a_fix_after_which_its_rule_reports_again_at_its_place_is_rolled_back():
    done = fixed("x ab", ("PHR1", "ab?", "a", SAFE))
    assert (done.checked.text, done.rolled_back) == ("x ab", (RolledBack("PHR1", 1),))


def test_a_fix_that_brings_a_finding_of_another_rule_is_rolled_back_and_the_others_stay():
    done = fixed("a d\nd", ("PHR1", "a", "bb", SAFE), ("PHR2", "bb", "bb", MANUAL), ("PHR3", "d", "e", SAFE))
    assert (done.checked.text, done.rolled_back) == ("a e\ne", (RolledBack("PHR1", 1),))


def test_of_fixes_rolled_back_at_first_only_those_that_never_hold_are_named():
    fails = ("PHR1", r"[ax](?=\n[ce])", "x", SAFE)
    holds_later = ("PHR2", r"(?<=[ce]\n)g|f", "g", SAFE)
    done = fixed("a\nc\nf", fails, holds_later, ("PHR3", "c", "e", SAFE), ("PHR4", "e", "d", SAFE))
    assert (done.checked.text, done.rolled_back) == ("a\nd\ng", (RolledBack("PHR1", 1),))


def test_a_finding_that_the_text_had_before_does_not_roll_back_a_fix_beside_it():
    done = fixed("a c", ("PHR1", "a", "b", SAFE), ("PHR2", "c", "d", MANUAL))
    assert (done.checked.text, done.rolled_back) == ("b c", ())


def test_two_fixes_of_a_rule_that_touch_are_both_applied():
    done = fixed("aa", ("PHR1", "a", "b", SAFE))
    assert (done.checked.text, done.fixed, done.rolled_back) == ("bb", 2, ())


@given(st.lists(fixes(), max_size=4))
def test_places_are_followed_through_edits(given_fixes):
    edits, _ = disjoint(given_fixes)
    moves, after = PositionMap(edits), edited(TEXT, edits)
    for at, letter in enumerate(TEXT):
        span = moves.span(Span(at, at + 1))
        if not any(edit.span.touches(Span(at, at + 1)) for edit in edits):
            assert after[slice(*span)] == letter
        assert 0 <= span.start <= span.end <= len(after)

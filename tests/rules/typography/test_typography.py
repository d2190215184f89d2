"""Marks, numbers and dates: what is fixed, byte for byte, and what is ignored."""

import pytest

from resolint.lint.config import resolve
from resolint.lint.engine.fix_loop import Fixing
from resolint.lint.session import lint
from resolint.rules.registry import Registry, discover

FRAME = "The General Assembly,\n\n"
REGISTRY = Registry(tuple(rule for rule in discover().rules if rule.code.startswith("TYP")))
SETTINGS = resolve((), REGISTRY)


def fixed_text(text, fixing=Fixing.SAFE):
    return lint("draft.md", FRAME + text, SETTINGS, fixing).checked.text.removeprefix(FRAME)


def names(text):
    return [d.name for d in lint("draft.md", FRAME + text, SETTINGS).checked.diagnostics]


@pytest.mark.parametrize(
    "right",
    [
        "1. *Welcomes* the report “Lamps”, and “Oil”.",
        "1. *Welcomes* (“Lamps”).",
        "1. *Welcomes* the note [“Lamps and oil”](https://example.org/1).",
        "1. *Welcomes* the report entitled “*Lamps*”;[^1]\n\n[^1]: See “Lamps”.",
    ],
)
def test_straight_marks_are_directed_byte_for_byte(right):
    assert fixed_text(right.replace("“", '"').replace("”", '"')) == right


def test_a_lone_straight_mark_is_no_safe_matter():
    text = '1. *Welcomes* the report "Lamps.'
    assert names(text) == ["straight-quotation-mark"]
    assert fixed_text(text) == text
    assert names('1. *Decides* on lamps of 12" or less.') == []


def test_straight_marks_inside_directed_ones_are_directed():
    assert (
        fixed_text('1. *Welcomes* “the book "Lamps" of the keeper”.')
        == "1. *Welcomes* “the book “Lamps” of the keeper”."
    )


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("1. *Raises* the keepers' pay.", "1. *Raises* the keepers’ pay."),
        ("1. *Mends* the lamp's wick.", "1. *Mends* the lamp’s wick."),
        ("1. *Decides* on 12% of oil.", "1. *Decides* on 12 per cent of oil."),
        ("1. *Decides* on 12 % of oil.", "1. *Decides* on 12 per cent of oil."),
        ("1. *Returns* at its 31st special session.", "1. *Returns* at its thirty-first special session."),
        ("1. *Returns* at its 90th session.", "1. *Returns* at its ninetieth session."),
        ("1. *Returns* at its Eighty second session.", "1. *Returns* at its Eighty-second session."),
        ("1. *Adopts* the plan for 2018-19.", "1. *Adopts* the plan for 2018–19."),
        ("1. *Meets* on 3-14 June 2019.", "1. *Meets* on 3–14 June 2019."),
        ("1. *Meets* from 3-14 June 2019.", "1. *Meets* from 3 to 14 June 2019."),
        ("1. *Decides* on the years between 2015–2020.", "1. *Decides* on the years between 2015 and 2020."),
        ("1. *Pays* 1250000 dollars.", "1. *Pays* 1,250,000 dollars."),
        ("1. *Meets* on the lamp’s day, June 30th, 2018.", "1. *Meets* on the lamp’s day, 30 June 2018."),
        ("1. *Meets* on the 1st of June.", "1. *Meets* on 1 June."),
        ("1. *Keeps* oil - and wicks - dry.", "1. *Keeps* oil – and wicks – dry."),
        ("1. *Keeps* the  lamps lit.", "1. *Keeps* the lamps lit."),
    ],
)
def test_what_is_certain_is_fixed(wrong, right):
    assert fixed_text(wrong) == right


@pytest.mark.parametrize(
    "text",
    [
        "1. *Recalls* decision No. 2013-3 and document A/2018-2019/4.",
        "1. *Recalls* treaty No. 39574 and paragraphs 2-4.",
        "1. *Returns* at its 8th meeting and the 103rd session of the Guild.",
        "1. *Teaches* children under 5 years of age, and from birth to the age of 2 years.",
        "1. *Quotes* “80% of 12-14 June, June 3, 2018, twelve months”.",
        "1. *Sees* https://example.org/a'b/2018-2019?x=5%20.",
        "Twelve months are enough, as the keepers say,",
        "1. *Lists* paragraphs 3, 4, 8 and 9 and Goals 1 to 4.",
    ],
)
def test_what_is_right_is_ignored(text):
    assert names(text) == []


def test_runs_of_numbers_are_folded_by_an_unsafe_fix():
    text = "1. *Recalls* Goals 3, 4, 5, 8, 9, 10, 11, 16 and 17."
    assert fixed_text(text) == text
    assert fixed_text(text, Fixing.UNSAFE) == "1. *Recalls* Goals 3 to 5, 8 to 11, 16 and 17."


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1. *Welcomes* the report “Lamps, and asks for another.", ["quotation-unbalanced"]),
        ("1. *Welcomes* the report Lamps”, and asks for another.", ["quotation-unbalanced"]),
        ("1. *Welcomes* the report “Lamps”, and “Oil”.", []),
        ("1. *Adopts* the rule:\n\n“1. The lamp is lit.\n\n“2. The wick is cut.”", []),
    ],
)
def test_a_quotation_is_closed(text, found):
    assert names(text) == found


def test_the_security_council_has_its_own_way_with_numbers():
    text = "The Security Council,\n\n1. *Decides* on 30% for twelve months at its 28th session."
    assert not lint("draft.md", text, SETTINGS).checked.diagnostics


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("at its thirty-four session", "at its thirty-fourth session"),
        ("at its Twenty special session", "at its Twentieth special session"),
        ("on 30 Jun. 2031", "on 30 June 2031"),
        ("on 3 Sept 2031", "on 3 September 2031"),
        ("from 12 to 16 December, 2031", "from 12 to 16 December 2031"),
    ],
)
def test_sessions_and_dates_are_written_out(wrong, right):
    assert fixed_text(f"1. *Decides* to meet {wrong}.") == f"1. *Decides* to meet {right}."


@pytest.mark.parametrize(
    "right",
    ["in thirty-four sessions", "in May 2031, 12 keepers", "from 3 December, a Monday, on", "“on 30 Jun. 2031”"],
)
def test_counted_sessions_and_other_dates_are_ignored(right):
    assert names(f"1. *Decides* to meet {right}.") == []


def test_quotation_marks_of_other_styles_are_replaced_by_an_unsafe_fix():
    wrong, right = "1. *Welcomes* the report {}Lamps{}.", "1. *Welcomes* the report “Lamps”."
    for marks in (("‘", "’"), ("«", "»"), ("« ", " »")):
        assert names(wrong.format(*marks)) == ["quotation-marks-not-double"]
        assert fixed_text(wrong.format(*marks), Fixing.UNSAFE) == right
        assert fixed_text(wrong.format(*marks)) == wrong.format(*marks)


@pytest.mark.parametrize("right", ["“The ‘lamp’ of ‘oil’”", "the keepers’ lamp and the Ma‘rib lamp’s oil"])
def test_a_quotation_inside_another_has_single_marks(right):
    assert names(f"1. *Welcomes* {right}.") == []

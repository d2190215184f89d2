"""Marks of sub-paragraphs, numerals of sections, series of resolutions."""

import pytest


def listed(*marks, above="1. *Requests* the keepers:"):
    lines = [f"{mark} To do thing {index};" for index, mark in enumerate(marks)]
    return "\n\n".join([above, *lines, "2. *Notes* the fog."])


def test_letters_run_past_h_and_z(reported):
    letters = [f"({chr(code)})" for code in range(ord("a"), ord("z") + 1)]
    double = [f"({chr(code) * 2})" for code in range(ord("a"), ord("k") + 1)]
    assert reported(listed(*letters, *double)) == []


def test_a_roman_list_is_read_inside_a_lettered_one(reported):
    assert reported(listed("(a)", "(b)", "(i)", "(ii)", "(iii)", "(c)")) == []


@pytest.mark.parametrize(
    ("marks", "place", "message"),
    [
        (["(a)", "(c)", "(d)"], "(c)", "Sub-paragraph mark “(b)” is missing: “(c)” follows “(a)”"),
        (["(a)", "(b)", "(b)"], "(b)", "Repeated sub-paragraph mark “(b)”"),
        (["(b)", "(c)"], "(b)", "Sub-paragraph mark “(a)” is missing: “(b)” comes first"),
    ],
)
def test_a_break_in_the_letters_is_reported_once(reported, messages, marks, place, message):
    assert reported(listed(*marks)) == [("subparagraph-letter-gap", place)]
    assert messages(listed(*marks)) == [message]


def test_a_list_may_begin_in_the_words_above_it(reported):
    assert reported(listed("(b)", "(c)", above="1. *Requests* the keepers (a) to wake and also:")) == []


def test_letters_may_run_on_over_the_lists_of_a_paragraph(reported):
    text = """
        The Security Council,

        1. *Requests* the keepers:

        (i) Lamps:

        (a) To trim the wicks;

        (b) To wind the clockwork;

        (ii) Logs:

        (c) To keep the log;

        2. *Notes* the fog.
    """
    assert reported(text) == []


@pytest.mark.parametrize(("marks", "right"), [(("a)", "b)"), "(a)"), (("a.", "b."), "(a)"), (("(a).", "(b)."), "(a)")])
def test_other_marks_are_reported_once_a_list_and_fixed(reported, fix, marks, right):
    assert reported(listed(*marks)) == [("subparagraph-mark-form", marks[0])]
    assert fix(listed(*marks)) == listed(right, "(b)")


def test_one_mark_among_others_is_fixed_alone(fix):
    assert fix(listed("(a)", "b)", "(c)")) == listed("(a)", "(b)", "(c)")


def test_bullets_are_reported_and_not_fixed(reported, fix):
    assert reported(listed("•", "•")) == [("subparagraph-mark-form", "•")]
    assert fix(listed("•", "•"), unsafe=True) == listed("•", "•")


def test_marks_in_markdown_lists_are_marks(reported):
    assert reported(listed("- (a)", "- (b)")) == []


def test_the_security_council_uses_marks_of_other_forms(reported):
    assert reported("The Security Council,\n\n" + listed("a.", "b.")) == []


def sections(*numerals):
    verbs = ("Decides", "Requests", "Invites", "Notes", "Welcomes", "Urges")
    return "\n\n".join(f"## {n}\n\n{i + 1}. *{verbs[i]}* the keepers;" for i, n in enumerate(numerals))


@pytest.mark.parametrize("numerals", [("I", "II", "III", "IV"), ("A", "B", "C", "D"), ("I", "A", "B", "II", "A", "B")])
def test_sections_in_order_are_ignored(reported, numerals):
    assert reported(sections(*numerals)) == []


@pytest.mark.parametrize(
    ("numerals", "message"),
    [
        (("I", "III", "IV"), "Section numeral II is missing: III follows I"),
        (("I", "II", "II"), "Repeated section numeral II"),
        (("A", "C", "D"), "Section letter B is missing: C follows A"),
        (("I", "A", "C", "II"), "Section letter B is missing: C follows A"),
        (("II", "III"), "Section numeral I is missing: II comes first"),
    ],
)
def test_a_break_in_the_sections_is_reported_once(messages, numerals, message):
    assert messages(sections(*numerals)) == [message]


def test_numbers_begin_again_in_all_sections_or_in_none(reported):
    mixed = """
        ## I

        1. *Decides* to wake;

        ## II

        2. *Requests* the keepers to wake;

        ## III

        3. *Invites* the gulls;

        ## IV

        1. *Notes* the fog.
    """
    assert reported(mixed) == [("section-numbering-mixed", "1.")]


def texts(kind, *numbers, organ="The General Assembly,"):
    return "\n\n".join(
        f"## {kind} {n}\n\n## Lamp {i}\n\n{organ}\n\n*Decides* to light lamp {i}." for i, n in enumerate(numbers)
    )


def test_draft_resolutions_and_draft_decisions_are_two_series(reported):
    assert reported(texts("Draft resolution", "I", "II", "III") + "\n\n" + texts("Draft decision", "I", "II")) == []


def test_drafts_begin_again_under_a_heading_of_the_report(reported):
    council = texts("Draft resolution", "I", "II", organ="The Economic and Social Council,")
    report = "# Chapter I\n\n" + texts("Draft resolution", "I", "II") + "\n\n# Chapter II\n\n" + council
    assert reported(report) == []


def test_a_gap_in_the_drafts_is_reported_once(messages):
    assert messages(texts("Draft resolution", "I", "III", "IV")) == [
        "Draft resolution numeral II is missing: III follows I"
    ]


def test_one_draft_out_of_a_report_is_ignored(reported):
    assert reported(texts("Draft resolution", "IV")) == []


def test_adopted_texts_run_on_in_their_session(messages):
    assert messages(texts("Resolution", "27/1", "27/2", "27/3")) == []
    assert messages(texts("Resolution", "27/1", "27/2", "27/4")) == [
        "Resolution number 27/3 is missing: 27/4 follows 27/2"
    ]
    assert messages(texts("Resolution", "27/1", "26/2", "27/3")) == [
        "Resolution 26/2 does not match session 27 of the others"
    ]


def test_a_selection_of_adopted_texts_is_ignored(messages):
    assert messages(texts("Resolution", "27/1", "27/14", "27/30")) == []

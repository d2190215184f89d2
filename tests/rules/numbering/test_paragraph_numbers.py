"""The series and the form of paragraph numbers."""

import pytest

VERBS = ("Decides", "Requests", "Invites", "Encourages", "Notes", "Welcomes", "Stresses", "Urges")


def draft(*numbers):
    """Operative paragraphs with these numbers; a word among them is a heading."""
    lines, verbs = [], iter(VERBS)
    last = len(numbers) - 1
    for index, number in enumerate(numbers):
        if isinstance(number, str):
            lines.append(f"## {number}")
        else:
            lines.append(f"{number}. *{next(verbs)}* the keepers{'.' if index == last else ';'}")
    return "\n\n".join(lines)


@pytest.mark.parametrize(
    "numbers",
    [
        (1, 2, 3),
        ("I", 1, 2, "II", 1, 2),
        ("I", 1, 2, "II", 3, 4),
        ("Lamps", 1, 2, "Wicks", 3, 4),
    ],
)
def test_numbers_run_on_or_begin_again_under_a_heading(reported, numbers):
    assert reported(draft(*numbers)) == []


def test_a_gap_is_reported_once_at_the_first_number_after_it(reported, messages):
    gap = draft(1, 2, 4, 5, 6)
    assert reported(gap) == [("paragraph-number-gap", "4.")]
    assert messages(gap) == ["Paragraph number 3 is missing: 4 follows 2"]


def test_a_gap_of_several_is_one_gap(messages):
    assert messages(draft(1, 2, 6, 7)) == ["Paragraph numbers 3 to 5 are missing: 6 follows 2"]


def test_the_first_number_is_one(messages):
    assert messages(draft(2, 3, 4)) == ["Paragraph number 1 is missing: 2 comes first"]


def test_a_repeated_number_is_reported_once(reported):
    assert reported(draft(1, 2, 2, 3, 4)) == [("paragraph-number-repeated", "2.")]


def test_beginning_again_without_a_heading_is_a_repeat(reported):
    assert reported(draft(1, 2, 3, 1, 2)) == [("paragraph-number-repeated", "1.")]


def test_two_that_have_changed_places_are_one_error(messages):
    assert messages(draft(1, 3, 2, 4)) == ["Paragraph numbers 3 and 2 are out of order"]


@pytest.mark.parametrize("wrong", [33, 5, 1])
def test_a_mistyped_number_is_one_error_with_an_unsafe_fix(reported, fix, wrong):
    numbers = draft(1, 2, wrong, 4, 5)
    assert [place for _, place in reported(numbers)] == [f"{wrong}."]
    assert fix(numbers) == numbers
    assert fix(numbers, unsafe=True) == draft(1, 2, 3, 4, 5)


def test_numbers_of_an_agenda_are_not_paragraph_numbers(reported):
    agenda = """
        1. *Decides* on the agenda of its next session:

        1. Opening.

        2. Lamps.

        4. Wicks.

        2. *Requests* the keepers to attend.
    """
    assert "paragraph-number-gap" not in {name for name, _ in reported(agenda)}


def test_a_text_under_negotiation_counts_as_it_likes(reported):
    text = "OP1. *Decides* to wake;\n\nOP2 bis. *Requests* the keepers to wake;\n\nOP4. *Notes* the fog."
    assert not {name for name, _ in reported(text)} & {"paragraph-number-gap", "paragraph-number-repeated"}


@pytest.mark.parametrize(
    "written", ["2) *Notes*", "(2) *Notes*", "2 - *Notes*", "2.*Notes*", "2)*Notes*", "OP2 *Notes*"]
)
def test_other_forms_of_a_number_are_fixed(reported, fix, written):
    before = "1. *Decides* to wake;\n\n"
    assert [name for name, _ in reported(f"{before}{written} the fog.")] == ["paragraph-number-form"]
    assert fix(f"{before}{written} the fog.") == f"{before}2. *Notes* the fog."


@pytest.mark.parametrize(
    "written", ["2.\t*Notes*", "2.\u00a0*Notes*", "\t2.\t*Notes*", "**2. Notes**", "**2.** *Notes*"]
)
def test_a_tab_or_a_bold_number_is_not_an_error(reported, written):
    assert reported(f"1. *Decides* to wake;\n\n{written} the fog.") == []


def test_white_space_after_a_number_stays(fix):
    assert fix("1)\t*Decides* to wake;\n\n2)\t*Notes* the fog.") == "1.\t*Decides* to wake;\n\n2.\t*Notes* the fog."


def test_a_numbered_preamble_is_reported_and_fixed(reported, fix):
    text = "1. *Recalling* its oath,\n\n2. *Noting* the fog,\n\n1. *Decides* to wake;\n\n2. *Notes* it."
    assert [name for name, _ in reported(text)] == ["preamble-numbered", "preamble-numbered"]
    assert fix(text).startswith("*Recalling* its oath,\n\n*Noting* the fog,\n\n1. *Decides*")


def test_some_bodies_number_their_preambles(reported):
    text = "The Conference of Keepers,\n\n1. *Recalling* its oath,\n\n1. *Decides* to wake;\n\n2. *Notes* the fog."
    assert "preamble-numbered" not in {name for name, _ in reported(text)}


def test_a_single_paragraph_needs_no_number(reported):
    assert reported("*Recalling* its oath,\n\n1. *Decides* to wake.") == [("single-paragraph-numbered", "1.")]
    assert reported("*Recalling* its oath,\n\n*Decides* to wake.") == []

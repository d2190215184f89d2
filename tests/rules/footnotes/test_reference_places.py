"""The place of a footnote reference among words and marks."""

import pytest

NOTES = "\n\n[^1]: A/75/1.\n\n[^2]: A/75/2."
RAISED = "\n\n¹ A/75/1.\n\n² A/75/2."


@pytest.mark.parametrize("mark", list(",.;:"))
def test_a_reference_moves_after_the_mark(fix, names, mark):
    wrong = f"1. *Decides* to light the lamp[^1]{mark} and the bell.[^2]{NOTES}"
    assert names(wrong) == ["footnote-reference-before-punctuation"]
    assert fix(wrong) == wrong.replace(f"[^1]{mark}", f"{mark}[^1]", 1)


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("lamp¹·², and", "lamp,¹·² and"),
        ("lamp¹ ,and", "lamp¹ ,and"),
        ("lamp<sup>1,2</sup>; and", "lamp;<sup>1,2</sup> and"),
        ("*Lamp*¹*,*² and", "*Lamp*¹*,*² and"),
        ("*Lamp*¹²³⁴", "*Lamp*¹²³⁴"),
        ("the *Lamp²¹*, and", "the *Lamp*,²¹ and"),
    ],
)
def test_references_side_by_side_move_together_and_joining_commas_stay(fix, wrong, right):
    notes = "".join(f"\n\n[^{n}]: A/75/1." for n in (1, 2))
    assert fix(f"1. *Decides* to light {wrong} sleep.{notes}").startswith(f"1. *Decides* to light {right}")


@pytest.mark.parametrize(
    "words",
    [
        "lamp,¹ and",
        "“lamp”,¹ and",
        "“lamp,”¹ and",
        "lamp¹ and",
        "lamp (north)¹ and",
        "lamp¹,² and",
        "lamp¹–² and",
        "1949¹ and",
    ],
)
def test_what_is_in_the_right_place_is_ignored(names, words):
    extra = "" if "²" in words else "²"
    assert names(f"1. *Decides* to light the {words} the bell.{extra}{RAISED}") == []


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("the lamp, ¹ and the bell.²", "the lamp,¹ and the bell.²"),
        ("the lamp,\u00a0¹ and the bell.²", "the lamp,¹ and the bell.²"),
        ("the lamp ¹ and the bell. ²", "the lamp¹ and the bell.²"),
        ("the lamp, ¹and the bell.²", "the lamp,¹ and the bell.²"),
        ("the lamp ¹, and the bell.²", "the lamp,¹ and the bell.²"),
        ("the *lamp* ¹ and the bell.²", "the *lamp*¹ and the bell.²"),
    ],
)
def test_a_space_before_a_reference_is_removed_or_put_after_it(fix, wrong, right):
    assert fix(f"1. *Decides* to light {wrong}{RAISED}") == f"1. *Decides* to light {right}{RAISED}"


def test_references_in_raised_digits_are_not_run_together(fix, names):
    text = f"1. *Decides* to light the lamp.¹ ²{RAISED}"
    assert names(text) == ["space-before-footnote-reference"]
    assert fix(text) == text


def test_a_number_that_is_mentioned_is_not_a_reference_after_a_space(names):
    assert names(f"1. *Decides* to light the lamp,¹ see note ².{RAISED}") == ["footnote-reference-before-punctuation"]


def test_a_reference_at_the_beginning_of_a_line_is_ignored(names):
    assert names("1. *Decides* to light the lamp of the north mole,\n[^1] and the bell.[^2]" + NOTES) == []


def test_a_reference_inside_a_word_is_moved_back_by_an_unsafe_fix(fix, names):
    wrong = f"1. *Decides* to light the lamp, t[^1]he bell and the horn.[^2]{NOTES}"
    assert names(wrong) == ["footnote-reference-inside-word"]
    assert fix(wrong) == wrong
    assert fix(wrong, unsafe=True) == wrong.replace(", t[^1]he", ",[^1] the")
    assert fix(f"1. *Decides* to li[^1]ght it.{NOTES}", unsafe=True).startswith("1. *Decides* to li[^1]ght")


def test_a_paragraph_of_references_only_is_read(names):
    assert set(names("1. " + "[^1] " * 400 + NOTES)) <= {
        "footnote-referenced-twice",
        "footnote-unreferenced",
        "space-before-footnote-reference",
    }

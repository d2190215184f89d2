"""A run of numbers or letters is fixed as a whole, together with the references that point into it."""

import pytest

from resolint import check as linted
from resolint import fix as mended
from resolint.rules.finding import Applicability

VERBS = ("Decides", "Requests", "Invites", "Encourages", "Notes", "Welcomes", "Stresses", "Urges")


def draft(*paragraphs):
    """Operative paragraphs from numbers, each alone or with its words."""
    lines, verbs = [], iter(VERBS)
    for index, paragraph in enumerate(paragraphs):
        number, words = paragraph if isinstance(paragraph, tuple) else (paragraph, "the keepers to wake")
        end = "." if index == len(paragraphs) - 1 else ";"
        lines.append(f"{number}. *{next(verbs)}* {words}{end}")
    return "\n\n".join(lines)


def test_all_numbers_after_a_gap_move_at_once(fix):
    assert fix(draft(1, 2, 4, 5, 7), unsafe=True) == draft(1, 2, 3, 4, 5)


def test_nothing_is_renumbered_by_a_safe_fix(fix):
    assert fix(draft(1, 2, 4, 5)) == draft(1, 2, 4, 5)


@pytest.mark.parametrize("numbers", [(1, 2, 2, 3, 4), (1, 3, 2, 4), (1, 1, 2, 3), (1, 2, 4, 4, 5), (2, 3, 4)])
def test_repeats_and_gaps_of_one_run_are_one_fix(numbers):
    text = "The General Assembly,\n\n" + draft(*numbers)
    fixes = [d.finding.fix for d in linted(text) if d.finding.fix and d.code.startswith("NUM")]
    assert len(fixes) == 1
    assert fixes[0].applicability is Applicability.UNSAFE
    assert mended(text, unsafe=True) == "The General Assembly,\n\n" + draft(*range(1, len(numbers) + 1))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("the lamps of paragraph 4 above", "the lamps of paragraph 3 above"),
        ("the lamps of paragraphs 2 and 4 above", "the lamps of paragraphs 2 and 3 above"),
        ("paragraphs 4 to 5 of the present resolution", "paragraphs 3 to 4 of the present resolution"),
        ("the lamps of paragraph 4 (b) above", "the lamps of paragraph 3 (b) above"),
        ("the lamps of paragraph 7 below", "the lamps of paragraph 6 below"),
        ("the lamps of paragraph 1 above", "the lamps of paragraph 1 above"),
        ("the lamps of paragraph *4* above", "the lamps of paragraph *3* above"),
        ("paragraph 4 of the report of the pilots", "paragraph 4 of the report of the pilots"),
        ("paragraph 5 of its resolution 70/1", "paragraph 5 of its resolution 70/1"),
        ("resolution 70/1, in particular paragraph 5", "resolution 70/1, in particular paragraph 5"),
        ("the words “paragraph 4 above”", "the words “paragraph 4 above”"),
        ("article 4, paragraph 5, of the treaty", "article 4, paragraph 5, of the treaty"),
    ],
)  # fmt: skip
def test_references_go_with_the_paragraphs_they_lead_to(fix, before, after):
    slipped = draft(1, 2, 4, 5, (6, before), 7)
    assert fix(slipped, unsafe=True) == draft(1, 2, 3, 4, (5, after), 6)


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("the lamps of paragraph 3 above", "“paragraph 3” does not exist"),
        ("the lamps of paragraph 4", "“paragraph 4” may refer to another document"),
        ("the lamps of paragraph 5 below", "“paragraph 5” is not below"),
    ],
)
def test_what_a_reference_leaves_in_doubt_is_not_renumbered(fix, reasons, words, reason):
    slipped = draft(1, 2, 4, 5, (6, words))
    assert fix(slipped, unsafe=True) == slipped
    assert reasons(slipped)[-1] == f"not renumbered, as {reason}"


def test_a_reference_to_a_number_that_two_bear_stops_the_fix(fix, reasons):
    slipped = draft(1, 2, 2, 3, (4, "the lamps of paragraph 2 above"))
    assert fix(slipped, unsafe=True) == slipped
    assert reasons(slipped)[-1].endswith("“paragraph 2” is ambiguous")


def test_above_and_below_show_which_of_two_is_meant(fix):
    slipped = draft(1, 2, (3, "the lamps of paragraph 2 below"), 2, 4)
    assert fix(slipped, unsafe=True) == draft(1, 2, (3, "the lamps of paragraph 4 below"), 4, 5)


def test_a_reference_to_the_number_that_a_mistyped_one_should_be_is_right(fix):
    slipped = draft(1, 2, 33, 4, (5, "the lamps of paragraph 3 above"))
    assert fix(slipped, unsafe=True) == draft(1, 2, 3, 4, (5, "the lamps of paragraph 3 above"))


def test_a_series_that_begins_again_without_a_heading_is_left(fix):
    assert fix(draft(1, 2, 3, 1, 2), unsafe=True) == draft(1, 2, 3, 1, 2)


def sections(*series):
    """Paragraphs in sections, one series of numbers each."""
    verbs = iter(VERBS * 2)
    lines = [
        (f"## {'I' * (i + 1)}", *(f"{n}. *{next(verbs)}* the keepers;" for n in numbers))
        for i, numbers in enumerate(series)
    ]
    return "\n\n".join(line for section in lines for line in section)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (((1, 2), (3, 4), (6, 7)), ((1, 2), (3, 4), (5, 6))),
        (((1, 2, 3), (3, 4)), ((1, 2, 3), (4, 5))),
        (((1, 2), (1, 2, 4)), ((1, 2), (1, 2, 3))),
        (((1, 2, 3), (2, 3), (1, 2)), None),  # the first paragraph of the second section is lost
        (((1, 2), (4, 5), (1, 2)), None),
        (((1, 2, 3), (2, 3)), None),
    ],
)
def test_sections_that_may_count_for_themselves_are_not_joined(fix, before, after):
    assert fix(sections(*before), unsafe=True) == sections(*(after or before))


def test_a_section_is_renumbered_alone_and_named_references_follow(fix):
    lines = """
        ## I

        1. *Decides* to keep the lamps of section II, paragraph 4, of the present resolution;

        2. *Requests* the keepers to wake;

        ## II

        1. *Invites* mariners;

        2. *Notes* the fog;

        4. *Welcomes* the lamps.
    """
    done = fix(lines, unsafe=True)
    assert "section II, paragraph 3, of the present" in done
    assert "3. *Welcomes*" in done


def test_a_note_that_names_the_present_text_goes_along(fix):
    text = draft(1, 3, (4, "the lamps[^1]")) + "\n\n[^1]: See para. 3 above and A/75/1, para. 3."
    assert fix(text, unsafe=True).endswith("[^1]: See para. 2 above and A/75/1, para. 3.")


def listed(*items, tail="2. *Notes* the fog."):
    lines = [f"{mark} To {words};" for mark, words in items]
    return "\n\n".join(["1. *Requests* the keepers:", *lines, tail])


def plain(*letters):
    return [(f"({letter})", f"do thing {index}") for index, letter in enumerate(letters)]


@pytest.mark.parametrize("letters", ["acd", "abbc", "bcd", "abde"])
def test_all_letters_of_a_list_move_at_once(fix, letters):
    assert fix(listed(*plain(*letters)), unsafe=True) == listed(*plain(*"abcd"[: len(letters)]))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("2. *Notes* paragraph 1 (c) above.", "2. *Notes* paragraph 1 (b) above."),
        ("2. *Notes* paragraph 1 (a) and (d) above.", "2. *Notes* paragraph 1 (a) and (c) above."),
        ("2. *Notes* paragraph 1 (a) (i) and (d) above.", "2. *Notes* paragraph 1 (a) (i) and (c) above."),
        ("2. *Notes* paragraphs 1 (c) and 1 (d) above.", "2. *Notes* paragraphs 1 (b) and 1 (c) above."),
        ("2. *Notes* subparagraph (c) of paragraph 1 above.", "2. *Notes* subparagraph (b) of paragraph 1 above."),
        ("2. *Notes* paragraph 1, subparagraph (c), above.", "2. *Notes* paragraph 1, subparagraph (b), above."),
        ("2. *Notes* paragraph 2 (c) of the report.", "2. *Notes* paragraph 2 (c) of the report."),
    ],
)
def test_references_to_letters_go_along(fix, before, after):
    assert fix(listed(*plain(*"acd"), tail=before), unsafe=True) == listed(*plain(*"abc"), tail=after)


def test_a_letter_alone_belongs_to_the_list_around_it(fix):
    items = [*plain(*"acd"), ("(e)", "do as in subparagraph (c) above")]
    right = [*plain(*"abc"), ("(d)", "do as in subparagraph (b) above")]
    assert fix(listed(*items), unsafe=True) == listed(*right)


def test_a_reference_to_a_letter_that_is_missing_stops_the_fix(fix, reasons):
    slipped = listed(*plain(*"acd"), tail="2. *Notes* paragraph 1 (b) above.")
    assert fix(slipped, unsafe=True) == slipped
    assert reasons(slipped)[-1].endswith("not renumbered, as “(b)” does not exist")


def test_numerals_in_a_lettered_list_are_renumbered_with_their_path(fix):
    items = [("(a)", "do this:"), ("(i)", "wake"), ("(iii)", "sleep"), ("(b)", "rest")]
    right = [("(a)", "do this:"), ("(i)", "wake"), ("(ii)", "sleep"), ("(b)", "rest")]
    assert fix(listed(*items, tail="2. *Notes* paragraph 1 (a) (iii) above."), unsafe=True) == listed(
        *right, tail="2. *Notes* paragraph 1 (a) (ii) above."
    )


def test_a_numeral_after_a_numeral_keeps_its_letter(fix):
    items = [("(a)", "do this:"), ("(i)", "wake"), ("(iii)", "sleep"), ("(iv)", "rest"), ("(b)", "rest")]
    right = [("(a)", "do this:"), ("(i)", "wake"), ("(ii)", "sleep"), ("(iii)", "rest"), ("(b)", "rest")]
    assert fix(listed(*items, tail="2. *Notes* paragraph 1 (a) (iii) and (iv) above."), unsafe=True) == listed(
        *right, tail="2. *Notes* paragraph 1 (a) (ii) and (iii) above."
    )


def test_numbers_and_letters_change_in_one_reference(fix):
    text = listed(
        *plain(*"ac"), tail="3. *Notes* the fog;\n\n4. *Invites* the pilots to look at paragraph 1 (c) above."
    )
    assert fix(text, unsafe=True) == listed(
        *plain(*"ab"), tail="2. *Notes* the fog;\n\n3. *Invites* the pilots to look at paragraph 1 (b) above."
    )


def test_letters_that_have_changed_places_are_set_right_with_what_refers_to_them(fix, reported):
    slipped = listed(*plain(*"abdce"), tail="2. *Notes* paragraph 1 (c) above.")
    assert [name for name, _ in reported(slipped)] == ["subparagraph-letter-gap"]
    assert fix(slipped, unsafe=True) == listed(*plain(*"abcde"), tail="2. *Notes* paragraph 1 (d) above.")

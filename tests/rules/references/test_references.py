"""References without a target, in the wrong direction, or in another form than that of United Nations documents."""

import pytest

LAMPS = "1. *Decides* to keep the lamps lit;"
WICKS = "2. *Requests* the keepers to trim the wicks{};"
LOG = "3. *Invites* mariners to sign the log."


@pytest.mark.parametrize(
    "reference",
    [
        " named in paragraph 1 above",
        " named in paragraph 3 below",
        " named in paragraphs 1 and 3 of the present resolution",
        " named in paragraph 9 of its resolution 81/4",
        " named in paragraph 9",
        " as in “paragraph 9 above”",
    ],
)
def test_references_that_lead_somewhere_are_ignored(reported, reference):
    assert reported(LAMPS, WICKS.format(reference), LOG) == []


def test_a_number_beyond_the_last_paragraph_has_no_target(reported):
    found = reported(LAMPS, WICKS.format(" named in paragraphs 1 and 9 above"), LOG)
    assert found == [("reference-target-missing", "9")]


def test_a_number_that_the_series_leaves_out_is_reported_by_the_rule_of_the_series(reported):
    assert (
        reported(LAMPS, "3. *Invites* mariners to sign;", "4. *Requests* the lamps named in paragraph 2 above.") == []
    )


def test_a_subparagraph_is_looked_for_below_its_paragraph(reported):
    listed = ["1. *Requests* the keepers:", "(a) To trim the wicks;", "(b) To keep the log;"]
    assert reported(*listed, "2. *Decides* to read the log named in paragraph 1 (b) above.") == []
    found = reported(*listed, "2. *Decides* to read the log named in paragraph 1 (e) above.")
    assert found == [("reference-target-missing", "1 (e)")]


def test_subparagraphs_run_on_in_the_words_are_found_too(reported):
    first = "1. *Requests* the keepers (a) to trim the wicks and (b) to keep the log;"
    assert reported(first, "2. *Decides* to read the log named in paragraph 1 (b) above.") == []


def test_above_and_below_are_exchanged_on_request(reported, fix):
    wrong = WICKS.format(" named in paragraph 3 above")
    assert reported(LAMPS, wrong, LOG) == [("reference-wrong-direction", "paragraph 3 above")]
    assert fix(LAMPS, wrong, LOG)[1] == wrong
    assert fix(LAMPS, wrong, LOG, unsafe=True)[1] == WICKS.format(" named in paragraph 3 below")


def test_a_paragraph_that_sends_to_itself_has_no_side_to_turn_to(reported, fix):
    wrong = WICKS.format(" named in paragraph 2 above")
    assert reported(LAMPS, wrong, LOG) == [("reference-wrong-direction", "paragraph 2 above")]
    assert fix(LAMPS, wrong, LOG, unsafe=True)[1] == wrong


def test_nothing_is_reported_in_a_text_without_numbers(reported):
    assert reported("Decides to keep the lamps named in paragraph 4 above.") == []


def test_short_words_and_glued_brackets_are_fixed(reported, fix):
    wrong = WICKS.format(" named in paras. 3 and 4(b) of its resolution 81/4")
    assert [name for name, _ in reported(LAMPS, wrong, LOG)] == [
        "reference-word-abbreviated",
        "reference-space-missing",
    ]
    assert fix(LAMPS, wrong, LOG)[1] == WICKS.format(" named in paragraphs 3 and 4 (b) of its resolution 81/4")

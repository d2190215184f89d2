"""The date of a resolution is given where it is first cited."""

import pytest

DATED = "its resolution 70/301 of 9 September 2016"


def test_the_first_citation_requires_a_date_and_later_ones_do_not(reported):
    draft = "*Recalling* its resolution 70/301 on lighthouses,\n\n1. *Requests* a report on resolution 70/301.\n"
    assert reported(draft) == [("date-missing", "70/301")]
    assert reported(f"*Recalling* {DATED},\n\n1. *Requests* a report on resolution 70/301.\n") == []


def test_the_preamble_comes_before_the_operative_part(reported):
    draft = f"*Recalling* its resolution 70/301,\n\n1. *Reaffirms* {DATED}.\n"
    assert reported(draft) == [("date-missing", "70/301")]


def test_the_message_shows_which(messages):
    (message,) = messages("*Recalling* its decision 74/550\u00a0A on cranes,\n")
    assert message == "Missing date at the first citation of decision 74/550 A"


def test_each_resolution_is_a_text_of_its_own(reported):
    frame = "Resolution {}\n\nLamps\n\nThe General Assembly,\n\nRecalling {},\n\n1. Decides to wait.\n\n"
    assert reported(frame.format("77/1", DATED) + frame.format("77/2", "its resolution 70/301"), "") == [
        ("date-missing", "70/301")
    ]


@pytest.mark.parametrize(
    "words",
    [
        "its resolutions 69/193 and 69/196 of 18 December 2014",
        "its resolutions 70/301 on 9 September 2016, 69/193 on 18 December 2014 and 69/194 on 18 December 2014",
        "its resolution 70/301, adopted by consensus at its seventieth session on 9 September 2016",
        "the adoption on 9 September 2016 of its resolution 70/301",
        "its resolution 70/301, of 9 September 2016",
        "its resolution 45/248 B, section VI, of 21 December 1990",
        "its resolution 1472 A (XIV) of 1959",
        "the financing of lighthouses (see resolution 70/301)",
        "the keeper’s words “resolution 70/301 is a lamp”",
        "resolution 9/4 of the Conference of the Parties to the Convention",
        "decision 2/COP.14",
    ],
)
def test_a_date_that_is_elsewhere_or_is_not_customary_is_not_missed(reported, words):
    assert "date-missing" not in [name for name, _ in reported(f"*Recalling* {words},\n")]


@pytest.mark.parametrize(
    ("words", "which"),
    [
        ("its resolutions 68/193 and 69/196 of 18 December 2014", "68/193"),
        ("its resolution 69/193 of 18 December 2014 and its resolution 69/196 on oil", "69/196"),
        ("its resolution 70/301, entitled “Lamps of 9 September 2016”", "70/301"),
    ],
)
def test_a_date_of_another_number_is_none_of_its_own(reported, words, which):
    assert reported(f"*Recalling* {words},\n") == [("date-missing", which)]


@pytest.mark.parametrize(
    "words",
    [
        "paragraph 12 of its resolution 70/301",
        "the report of the group established pursuant to resolution 70/301",
        "its resolution 69/193 of 18 December 2014, in which the keepers were thanked for what resolution 70/301 asks",
    ],
)
def test_a_number_cited_in_passing_is_only_worth_a_look(reported, words):
    assert reported(f"*Recalling* {words},\n") == [("date-missing-in-passing", "70/301")]


def test_numbers_of_one_session_may_be_dated_together_after_the_last(reported):
    words = "its resolution 76/245, section X of its resolution 76/246, and its resolutions 76/247 A to C, of"
    assert reported(f"*Recalling* {words} 24 December 2021,\n") == []


def test_the_security_council_lists_its_own_without_dates(reported):
    assert reported("*Recalling* its resolutions 70/301 and 2139 (2014),\n", "*The Security Council*,\n\n") == []


def test_the_general_assembly_dates_those_of_the_security_council(reported):
    dated = "*Recalling* Security Council resolution 2139 (2014) of 22 February 2014,\n"
    assert reported(dated) == []
    assert reported(dated.replace(" of 22 February 2014", "")) == [("date-missing", "2139 (2014)")]


@pytest.mark.parametrize(
    "words",
    [
        "the work of the Security Council Committee pursuant to resolutions 1267 (1999) and 1989 (2011)",
        "Security Council resolution 2558 (2020) and General Assembly resolution 75/201 of 21 December 2020",
        "the adoption, on 31 May 2022, of Security Council resolution 2634 (2022)",
    ],
)
def test_of_the_security_council_names_and_shared_dates_are_ignored(reported, words):
    assert reported(f"*Recalling* {words},\n") == []


def test_agendas_notes_and_annexes_are_ignored(reported):
    draft = (
        "*Noting* the lamps,[^1]\n\n1. *Approves* the agenda set out below:\n\n"
        "    1. Implementation of resolution 70/301.\n\n[^1]: Resolution 71/1.\n\n"
        "# Annex\n\n1. The keepers follow resolution 72/3.\n"
    )
    assert [name for name, _ in reported(draft) if name == "date-missing"] == []

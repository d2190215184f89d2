"""Capital, space, date and number: the form in which a resolution is cited."""

import pytest


@pytest.mark.parametrize(
    "words",
    [
        "its Resolution 70/1 of 25 September 2015",
        "General Assembly Resolution [70/1](https://example.org/70/1) of 25 September 2015",
        "Security Council Resolutions 2139 (2014) of 22 February 2014 and 2165 (2014) of 14 July 2014",
        "its Decision 74/550 of 13 April 2020",
        "the Commission’s work and Commission on Narcotic Drugs Resolution 65/2 of 18 March 2022",
    ],
)
def test_a_capital_inside_a_sentence_is_made_small(reported, fix, words):
    draft = f"*Recalling* {words} on tidal libraries,\n"
    assert "capital-resolution" in [name for name, _ in reported(draft)]
    assert fix(draft) == draft.replace("Resolution", "resolution").replace("Decision", "decision")


@pytest.mark.parametrize(
    "words",
    [
        "the report “Use of Security Council Resolution 2139 (2014)”, which tells of cranes",
        "the report entitled “Resolution 70/1 at sea”, and the lamps",
        "the Guide to the Use of Security Council Resolution 2139 (2014) of 22 February 2014 on lighthouses",
        "International Telecommunication Union Resolution 51 on signal lamps",
        "the present Resolution and its lamps",
    ],
)
def test_the_capital_of_a_title_a_quotation_or_an_agency_is_left(reported, words):
    assert reported(f"*Recalling* {words},\n") == []


def test_a_note_may_begin_with_the_capital_but_not_go_on_with_it(reported):
    draft = "*Noting* the lamps[^1] and the oil,[^2]\n\n[^1]: Resolution 70/1.\n\n[^2]: See Resolution 70/1, annex.\n"
    assert reported(draft) == [("capital-resolution", "Resolution")]


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("57/270B of 23 June 2003", "57/270 B of 23 June 2003"),
        ("57/270B of 23\u00a0June\u00a02003", "57/270\u00a0B of 23\u00a0June\u00a02003"),
        ("[57/270B](#) of 23\u00a0June 2003", "[57/270 B](#) of 23\u00a0June 2003"),
        ("[57/270](#) B of 23 June 2003", None),
        ("2626(XXV) of 24 October 1970", "2626 (XXV) of 24 October 1970"),
        ("155C(VII) of 13 December 1952", "155 C (VII) of 13 December 1952"),
    ],
)
def test_letters_and_brackets_are_separate_from_the_number(reported, fix, wrong, right):
    draft = f"*Recalling* its resolution {wrong} on cranes,\n"
    assert fix(draft) == draft.replace(wrong, right or wrong)
    assert [name for name, _ in reported(draft)] == (["number-space-missing"] if right else [])


@pytest.mark.parametrize(
    "date", ["September 25, 2015", "25th September 2015", "25 Sept. 2015", "25/09/2015", "2015-09-25"]
)
def test_dates_are_put_into_the_united_nations_form(reported, fix, date):
    draft = f"*Recalling* its resolution 70/1 of {date} on cranes,\n"
    assert reported(draft) == [("date-form", date)]
    assert fix(draft) == draft.replace(date, "25 September 2015")


def test_a_date_in_figures_that_can_be_read_two_ways_is_named_and_not_changed(reported, messages, fix):
    draft = "*Recalling* its resolution 70/399 of 09/08/2016 on cranes,\n"
    assert reported(draft) == [("date-form", "09/08/2016")]
    assert messages(draft) == ["Ambiguous date “09/08/2016”; spell out the month"]
    assert fix(draft) == draft


def test_a_day_that_no_calendar_has_is_named(messages):
    (message,) = messages("*Recalling* its resolution 70/301 of 31 June 2016 on cranes,\n")
    assert message == "“31 June 2016” is not a valid date"


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("its resolution 3363/XXX of 26 September 1975", "3363 (XXX)"),
        ("Security Council resolution 2347/2017 of 24 March 2017", "2347 (2017)"),
        ("its resolution 70 (1) of 25 September 2015", None),
        ("General Assembly resolution 3367 (XXXI) of 1 December 1976", None),
        ("General Assembly resolution 29/12 of 1 December 1974", None),
    ],
)
def test_numbers_that_mix_two_forms_are_named(reported, fix, wrong, right):
    draft = f"*Recalling* {wrong} on cranes,\n"
    assert [name for name, _ in reported(draft)] == ["cited-number-form"]
    assert fix(draft) == draft
    if right:
        number = wrong.split(" of ")[0].split("resolution ")[1]
        assert fix(draft, unsafe=True) == draft.replace(number, right)


def test_quotations_keep_the_form_they_have(reported):
    draft = "*Recalling* the words “its Resolution 57/270B of September 25, 2015” of the keeper,\n"
    assert reported(draft) == []

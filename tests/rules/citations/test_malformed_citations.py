"""Numbers, words and dates of citations that do not have the form of United Nations documents."""

import pytest

RIGHT = "*Recalling* its resolution 72/1 of 27 September 2017 on the lighting of channels,"


@pytest.mark.parametrize(
    "number", ["72-1", "72–1", "72‑1", "72.1", "72,1", "72\\1", "72 / 1", "72//1", "A/72/1", "RES/72/1"]
)
def test_a_number_with_other_marks_is_set_right(reported, fix, number):
    draft = RIGHT.replace("72/1", number)
    assert ("malformed-number", number) in reported(draft)
    assert fix(draft) == RIGHT


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("57/270 b of 23 June 2003", "57/270 B of 23 June 2003"),
        ("57/270-B of 23 June 2003", "57/270 B of 23 June 2003"),
        ("2625 XXV of 24 October 1970", "2625 (XXV) of 24 October 1970"),
        ("2625 (xxv) of 24 October 1970", "2625 (XXV) of 24 October 1970"),
        ("3363 A/XXX of 26 September 1975", "3363 A (XXX) of 26 September 1975"),
        ("2625 (25) of 24 October 1970", "2625 (XXV) of 24 October 1970"),
    ],
)
def test_letters_and_sessions_are_set_right(reported, fix, wrong, right):
    draft = f"*Recalling* its resolution {wrong} on fog bells,"
    assert [name for name, _ in reported(draft)] == ["malformed-number"]
    assert fix(draft, unsafe=True) == f"*Recalling* its resolution {right} on fog bells,"


def test_a_misset_number_in_a_list_is_found_after_the_date_of_another(reported):
    draft = "*Recalling* its resolutions 71/2 of 19 October 2016 and 72–1 of 27 September 2017 on fog bells,"
    assert ("malformed-number", "72–1") in reported(draft)


@pytest.mark.parametrize(
    "words",
    [
        "World Health Assembly resolutions 73.1 of 19 May 2020 and 74.7 on fog bells",
        "resolutions 10-15 of the Conference of Keepers",
        "decision 1.5 of the Board of Keepers",
        "resolution 70/1 a number of times",
    ],
)
def test_figures_that_may_be_something_else_are_ignored(reported, words):
    assert not [name for name, _ in reported(f"1. *Recalls* {words};") if name == "malformed-number"]


@pytest.mark.parametrize("word", ["res.", "Res", "resn.", "resoluton", "resolution No.", "resolution number"])
def test_only_the_word_comes_before_a_number(reported, fix, word):
    draft = RIGHT.replace("resolution", word)
    assert ("citation-word-form", word) in reported(draft)
    assert fix(draft) == RIGHT


def test_an_organ_is_written_out_before_the_word(fix):
    assert fix("1. *Recalls* GA res. 72/1 of 27 September 2017;") == (
        "1. *Recalls* General Assembly resolution 72/1 of 27 September 2017;"
    )


def test_another_word_before_a_number_is_not_an_error(reported):
    assert not reported("1. *Recalls* the revolutions 1848/49, solution 7/8 and the ratio 1/2;")


@pytest.mark.parametrize(
    "date",
    [
        "of 27 Septmeber 2017",
        "of the 27th of September 2017",
        "of 27-Sep-2017",
        "27 September 2017",
        "dated 27 September 2017",
        "on 27 September 2017",
        "(27 September 2017)",
    ],
)
def test_a_date_in_another_form_is_put_right(reported, fix, date):
    draft = RIGHT.replace("of 27 September 2017", date)
    assert [name for name, _ in reported(draft)] == ["date-form"]
    assert fix(draft) == RIGHT


@pytest.mark.parametrize(
    "words",
    [
        "the adoption of resolution 181 (II) on 29 November 1947",
        "Security Council resolutions 1783 (2007) on 31 October 2007 and 1813 (2008) on 30 April 2008",
    ],
)
def test_a_date_of_the_deed_may_follow_on(reported, words):
    assert "date-form" not in [name for name, _ in reported(f"1. *Recalls* {words};")]


def test_a_date_without_its_day_is_made_whole_and_not_doubled(fix):
    draft = RIGHT.replace("27 September", "September")
    assert fix(draft) == draft
    assert fix(draft, unsafe=True) == RIGHT


MALFORMED = [
    *(
        "of 27 September 17",
        "of 27 September 201",
        "of 27 September 20177",
        "o 27 September 2017",
        "fo 27 September 2017",
    ),
    *(
        "of27 September 2017",
        "of 277 September 2017",
        "of 27September 2017",
        "of 2 7 September 2017",
        "of 27 Sept 2O17",
    ),
    *("(27 September 201)", ", 27 September 201,", "of 27 September"),
]


@pytest.mark.parametrize("malformed", MALFORMED)
def test_a_malformed_date_is_replaced_once(fix, malformed):
    draft = RIGHT.replace("of 27 September 2017", malformed).replace("1 ,", "1,")
    assert fix(draft) == draft
    assert fix(draft, unsafe=True).replace("2017, on", "2017 on") == RIGHT


def test_a_malformed_date_is_named(messages):
    assert messages(RIGHT.replace("2017", "201")) == ["Malformed date “27 September 201” of resolution 72/1"]


@pytest.mark.parametrize(
    "near", ["by 18 December 2025", "by September 2017", "until 27 September 2017", "from May 2018"]
)
def test_no_date_is_put_beside_another(fix, near):
    draft = RIGHT.replace("of 27 September 2017", near)
    assert fix(draft, unsafe=True) == draft


@pytest.mark.parametrize("number", ["2347 [2017]", "2347, 2017", "2347/2017", "2347"])
def test_the_year_of_a_security_council_number_is_in_brackets(fix, number):
    right = "*Recalling* Security Council resolution 2347 (2017) of 24 March 2017 on the lighting of channels,"
    assert fix(right.replace("2347 (2017)", number), unsafe=True) == right


def test_a_number_of_an_organ_that_is_not_listed_is_not_held_against_the_assemblys(reported):
    draft = "*Recalling* the work of the Guild of Keepers and Guild of Keepers resolution 72/1 of 5 May 2004,"
    assert not [name for name, _ in reported(draft) if name.startswith("date-")]

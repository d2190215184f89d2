"""Resolution or resolutions, decision or resolution, whose, and with what title."""

import pytest


def names(found):
    return [name for name, _ in found]


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("its resolutions 72/1 of 27 September 2017", "its resolution 72/1 of 27 September 2017"),
        (
            "its resolution 71/2 of 19 October 2016, 72/1 of 27 September 2017 and 73/1 of 3 October 2018",
            "its resolutions 71/2 of 19 October 2016, 72/1 of 27 September 2017 and 73/1 of 3 October 2018",
        ),
    ],
)
def test_the_word_agrees_with_what_is_cited(reported, fix, wrong, right):
    assert "singular-plural-mismatch" in names(reported(f"*Recalling* {wrong} on fog bells,"))
    assert fix(f"*Recalling* {wrong} on fog bells,") == f"*Recalling* {right} on fog bells,"


def test_one_number_with_several_letters_may_be_meant_as_one_text(reported, fix):
    draft = "*Recalling* its resolution 31/6 A and B of 26 October 1976,"
    assert "singular-plural-mismatch" in names(reported(draft))
    assert fix(draft) == draft
    assert fix(draft, unsafe=True) == draft.replace("resolution", "resolutions")


@pytest.mark.parametrize(
    "words",
    [
        "its resolutions 72/1 of 27 September 2017 and 3/COP.8",
        "its resolutions 72/1 of 27 September 2017 and subsequent resolutions on fog bells",
        "its resolution 72/1 of 27 September 2017 and the 70/30 rule",
        "its resolution 72/1 of 27 September 2017, and the report under resolution 73/1 of 3 October 2018",
        "World Keepers resolutions 263 of 5 November 2013",
    ],
)
def test_a_list_that_may_go_on_is_ignored(reported, words):
    assert "singular-plural-mismatch" not in names(reported(f"*Recalling* {words},"))


TITLED = "*Recalling* its resolution 72/1 of 27 September 2017, entitled “Lighting of channels”,"


@pytest.mark.parametrize(
    "words", [" entitled “", ", titled “", " titled “", ", Entitled “"], ids=["no comma", "titled", "both", "capital"]
)
def test_a_title_follows_a_comma_and_entitled(reported, fix, words):
    right = f"# Resolution 77/900\n\n*The General Assembly*,\n\n{TITLED}"
    draft = right.replace(", entitled “", words)
    assert names(reported(draft)) == ["entitled-form"]
    assert fix(draft) == right


def test_a_title_without_marks_is_found(reported):
    assert "entitled-form" in names(reported(TITLED.replace("“", "").replace("”", "")))
    assert "entitled-form" in names(reported(TITLED.replace("“", "*").replace("”", "*")))


def test_what_else_has_a_title_needs_no_comma(reported):
    assert not reported("1. *Takes note* of the report entitled “Lighting of channels” and of its resolution 72/1;")[1:]


@pytest.mark.parametrize(
    "words",
    [
        "Security Council resolution 72/1 of 27 September 2017",
        "Economic and Social Council resolution 72/1 of 27 September 2017",
        "General Assembly resolution 2347 (2017) of 24 March 2017",
        "its decision 72/1 of 27 September 2017",
        "its resolution 74/550 of 13 April 2020",
        "Economic and Social Council resolution 2018/240 of 24 July 2018",
    ],
)
def test_a_number_that_the_organ_cannot_have_given_is_found(reported, words):
    assert "organ-number-mismatch" in names(reported(f"*Recalling* {words},"))


@pytest.mark.parametrize(
    "words",
    [
        "General Assembly and Security Council resolutions 60/180 and 1645 (2005) of 20 December 2005",
        "its decision 74/550 of 13 April 2020",
        "Human Rights Council decision 18/120 of 30 September 2011",
        "the Human Rights Council, in its resolution 51/30 of 7 October 2022 and its decision 51/101 of 6 October 2022",
        "Economic and Social Council decision 2018/240 of 24 July 2018",
    ],
)
def test_numbers_of_the_organ_are_ignored(reported, words):
    assert "organ-number-mismatch" not in names(reported(f"*Recalling* {words},"))


def test_what_the_assembly_has_adopted_is_its_own(reported, fix):
    right = "*Recalling* its resolution 70/1 of 25 September 2015,"
    for words in ("General Assembly resolution", "Assembly resolution", "resolution"):
        draft = right.replace("its resolution", words)
        assert names(reported(draft)) == ["its-missing"]
        assert fix(draft, unsafe=True) == right
    assert not reported(right)


def test_others_cite_the_assembly_by_its_name(reported):
    draft = "*The Economic and Social Council*,\n\n*Recalling* General Assembly resolution 70/1 of 25 September 2015,\n"
    assert "its-missing" not in names(reported(draft))

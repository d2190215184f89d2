"""Dates and titles are compared with the register and fixed from it."""

import pytest

LISTED = "Security Council resolution 2347 (2017)"


def test_a_date_that_an_official_list_contradicts_is_fixed(reported, fix):
    draft = f"*Recalling* {LISTED} of 25\u00a0March 2017 on cranes,\n"
    assert reported(draft) == [("date-mismatch", "25\u00a0March 2017")]
    assert fix(draft) == f"*Recalling* {LISTED} of 24\u00a0March 2017 on cranes,\n"


@pytest.mark.parametrize("wrong", ["24 May 2017", "14 March 2017", "24 March 2016", "24 March 2019"])
def test_day_month_and_year_are_fixed(fix, wrong):
    assert fix(f"*Recalling* {LISTED} of {wrong} on cranes,\n") == f"*Recalling* {LISTED} of 24 March 2017 on cranes,\n"


def test_a_date_that_citations_contradict_is_shown_with_their_number(reported, fix, messages):
    draft = "*Recalling* its resolution 72/192 of 18 December 2017 on cranes,\n"
    assert reported(draft) == [("date-inconsistent", "18 December 2017")]
    assert messages(draft) == ["Date does not match: 72/192 was adopted on 19 December 2017 (2 texts)"]
    assert fix(draft) == draft
    assert "19 December 2017" in fix(draft, unsafe=True)


def test_one_error_has_one_finding_and_arithmetic_says_what_the_register_has(reported, messages):
    draft = "*Recalling* its resolution 72/192 of 19 December 2018 on cranes,\n"
    assert reported(draft) == [("date-outside-session", "19 December 2018")]
    assert messages(draft) == ["Date does not match: 72/192 was adopted on 19 December 2017 (2 texts)"]


def test_a_number_that_may_be_the_error_is_named_and_the_date_left(fix, messages):
    draft = "*Recalling* Security Council resolution 2558 (2020) of 18 December 2020 on cranes,\n"
    (message,) = messages(draft)
    assert "; did you mean “" in message
    assert fix(draft) == draft


def test_a_link_shows_that_the_number_is_the_one_meant(fix):
    link = "[75/45](https://undocs.org/A/RES/75/45)"
    draft = f"*Recalling* its resolution {link} of 14 December 2020 on cranes,\n"
    assert fix(draft) == f"*Recalling* its resolution {link} of 7 December 2020 on cranes,\n"


def test_a_link_to_another_number_leaves_the_date(fix, messages):
    draft = "*Recalling* its resolution [75/45](https://undocs.org/A/RES/75/199) of 14 December 2020,\n"
    assert "; did you mean “75/199”?" in messages(draft)[0]
    assert fix(draft) == draft


@pytest.mark.parametrize(
    "words",
    [
        "its resolution 99/1 of 19 December 2044",
        "Lamp Committee resolution 75/45 of 4 May 2020",
        "resolution 79/8 of 19 May 2023 of the Economic and Social Commission for Asia and the Pacific",
        "its resolutions 74/45 and 75/45 of 7 December 2020",
        "“its resolution 75/45 of 14 December 2020”",
    ],
)
def test_what_is_not_known_or_not_sure_is_ignored(reported, words):
    assert [name for name, _ in reported(f"*Recalling* {words},\n") if name.startswith("date-against")] == []


def test_a_missing_date_is_put_in_from_an_official_list(fix):
    assert fix("*Recalling* its resolution 75/45 on cranes,\n") == (
        "*Recalling* its resolution 75/45 of 7 December 2020 on cranes,\n"
    )


def test_a_missing_date_follows_the_link_and_is_glued_as_others_are(fix):
    link = "[75/45](https://undocs.org/A/RES/75/45)"
    draft = f"*Recalling* its resolution {link},\n\n*Noting* the storm of 3\u00a0May 2021,\n"
    assert f"{link} of 7\u00a0December 2020,\n" in fix(draft)


def test_a_date_shared_by_two_is_put_in_once(fix):
    draft = "*Recalling* its resolutions 75/44 and 75/45,\n"
    assert fix(draft).count("December 2020") == 1


def test_a_missing_date_that_citations_have_is_offered_only(fix):
    draft = "*Recalling* its resolution 72/192 on cranes,\n"
    assert fix(draft) == draft
    assert "72/192 of 19 December 2017 on" in fix(draft, unsafe=True)


TITLE = "Information and communications technologies for sustainable development"


@pytest.mark.parametrize(
    "wrong",
    [
        TITLE.replace("sustainable ", ""),
        TITLE.replace("and", "or"),
        TITLE + " of all",
        TITLE.replace("Information", "Formation"),
    ],
)
def test_a_title_is_put_as_it_was_adopted(reported, fix, wrong):
    draft = "*Recalling* its resolution 77/150 of 14 December 2022, entitled “{}”, on cranes,\n"
    assert [name for name, _ in reported(draft.format(wrong))] == ["title-mismatch"]
    assert fix(draft.format(wrong), unsafe=True) == draft.format(TITLE)
    misspelt = "Formation" in wrong
    assert fix(draft.format(wrong)) == draft.format(TITLE if misspelt else wrong)


def test_a_misspelt_title_is_fixed_only_if_the_words_name_the_organ(fix):
    draft = (
        f"*Recalling* resolution 77/150 of 14 December 2022, entitled “{TITLE.replace('Information', 'Informaton')}”,\n"
    )
    assert "Informaton" in fix(draft)


def test_hyphens_of_the_list_are_not_trusted(reported):
    title = "Follow-up to the report of the Secretary-General entitled ‘Our Common Agenda’"
    assert reported(f"*Recalling* its resolution 76/6 of 15 November 2021, entitled “{title}”,\n") == []


def test_the_title_of_a_section_is_not_that_of_the_resolution(reported):
    wrong = TITLE.replace("sustainable", "rural")
    for part in ("section II of its", "part one of the annex to its", "the annex to its"):
        assert reported(f"*Recalling* {part} resolution 77/150 of 14 December 2022, entitled “{wrong}”,\n") == []


def test_another_title_or_the_same_in_other_letters_is_ignored(reported):
    for title in (TITLE, TITLE.upper(), "Plan for the lighting of channels"):
        assert reported(f"*Recalling* its resolution 77/150 of 14 December 2022, entitled “{title}”,\n") == []


def test_of_a_short_title_one_word_may_be_wrong_where_the_date_shows_which_text_is_meant(reported):
    names = {
        citing: [name for name, _ in reported(f"*Recalling* its {citing}, entitled “Coastal mountain development”,\n")]
        for citing in ("resolution 74/227 of 19 December 2019", "resolution 74/227")
    }
    assert names["resolution 74/227 of 19 December 2019"] == ["title-mismatch"]
    assert "title-mismatch" not in names["resolution 74/227"]

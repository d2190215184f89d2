"""The number of a resolution determines the months in which it was adopted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resolint.grammar.model.sessions import contradicts
from resolint.grammar.syntax.language import language

HRC, CCPCJ = "Human Rights Council", "Commission on Crime Prevention and Criminal Justice"
ECOSOC = "Economic and Social Council"


@pytest.mark.parametrize(
    "words",
    [
        "its resolution 72/1 of 27 September 2017",
        "its resolution 72/312 of 13 September 2018",
        "its resolution 60/1 of 16 September 2005",
        "its resolution 73/343 of 16 September 2019",
        "its resolution 61/295 of 13 September 2007",
        "its resolution 55/2 of 8 September 2000",
        "its resolution 2 (I) of 1 February 1946",
        "its resolution 415 (V) of 1 December 1950",
        "its resolution 2625 (XXV) of 24 October 1970",
        "its resolution 1874 (S-IV) of 27 June 1963",
        "its resolution S-30/1 of 19 April 2016",
        "its decision 74/550 A of 13 April 2020",
        "Security Council resolution 2347 (2017) of 24 March 2017",
        f"{ECOSOC} resolution 1999/26 of 28 July 1999",
        f"{ECOSOC} resolution 2021/4 of 14 September 2020",
        f"{ECOSOC} resolution 155 C (VII) of 13 August 1948",
        f"{HRC} resolution 37/17 of 22 March 2018",
        f"{HRC} resolution 45/22 of 6 October 2020",
        f"{HRC} resolution 5/1 of 18 June 2007",
        f"{CCPCJ} resolution 26/5 of 8 December 2017",
        "Commission on Narcotic Drugs resolution 65/2 of 18 March 2022",
        "United Nations Environment Assembly resolution 5/14 of 2 March 2022",
        "the Environment Assembly, as reflected in its resolution 2/17 of 27 May 2016",
        "resolution 72/7 of 19 May 2016 of the lighthouse keepers",
    ],
)
def test_dates_that_fit_are_ignored(reported, words):
    assert reported(f"*Recalling* {words} on cranes,\n") == []


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("its resolution 72/1 of 27 October 2018", "27 October 2018"),
        ("its resolution 72/1 of 27 August 2017", "27 August 2017"),
        ("General Assembly resolution 72/256 of 24 December 2107", "24 December 2107"),
        ("its decision 75/561 of 16 April 2020", "16 April 2020"),
        ("its resolution 2625 (XXV) of 24 October 1971", "24 October 1971"),
        ("Security Council resolution 2347 (2017) of 24 March 2018", "24 March 2018"),
        (f"{ECOSOC} resolution 1999/26 of 28 July 1998", "28 July 1998"),
        (f"{ECOSOC} resolution 2019/26 of 28 July 2020", "28 July 2020"),
        (f"{HRC} resolution 37/17 of 22 March 2017", "22 March 2017"),
        (f"{HRC} resolutions 33/13 of 29 September 2016 on oil, 36/14 of 28 September 2019", "28 September 2019"),
        (f"{CCPCJ} resolution 26/3 of 26 May 2016", "26 May 2016"),
        (f"resolution 26/3 of 26 May 2016 of the {CCPCJ}", "26 May 2016"),
    ],
)
def test_dates_that_cannot_be_are_named(reported, words, date):
    assert reported(f"*Recalling* {words} on cranes,\n") == [("date-outside-session", date)]


def test_the_message_shows_the_months(messages):
    (message,) = messages("*Recalling* its resolution 72/399 of 27 October 2018 on cranes,\n")
    assert message == "Date of 72/399 must be from September 2017 to September 2018"


def test_the_message_names_the_organ_if_the_words_do_not(messages):
    (message,) = messages("*Recalling* resolution [46/99](https://undocs.org/A/HRC/RES/46/99) of 26 June 2023,\n")
    assert message == "Date of Human Rights Council resolution 46/99 must be in 2021"


def test_a_link_shows_the_organ_of_a_number_if_the_words_do_not(reported):
    draft = "*Recalling* resolution [26/99](https://undocs.org/A/HRC/RES/26/99) of 26 June 2017 on cranes,\n"
    assert reported(draft) == []
    draft = "*Recalling* resolution [46/3](https://undocs.org/A/HRC/RES/46/3) of 26 June 2023 on cranes,\n"
    assert reported(draft) == [("date-outside-session", "26 June 2023")]


@given(st.integers(1, 120), st.integers(1946, 2066), st.integers(1, 12))
def test_a_session_of_the_assembly_has_the_months_of_a_year_and_one_more(session, year, month):
    reader = language().citations
    organ = reader.organ("General Assembly")
    (cited,) = reader.read(f"its resolution {session}/1 of 5 May {year}")
    assert cited.date is not None
    date = cited.date._replace(month=month)
    began = 1945 + session
    fits = (began, 9) <= (year, month) <= (began + 1, 9) if session > 1 else year == 1946
    assert contradicts(cited, date, organ) is not fits

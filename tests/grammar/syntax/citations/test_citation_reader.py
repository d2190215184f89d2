"""Citations are found in plain words, with organ, number, parts and date."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resolint.grammar.syntax.language import language

READER = language().citations
GA, SC, HRC = "General Assembly", "Security Council", "Human Rights Council"
UNEA = "United Nations Environment Assembly"
PARTIES = "Conference of the Parties to the Convention"
ECOSOC = "Economic and Social Council"
CCPCJ = "Commission on Crime Prevention and Criminal Justice"


def day(citation):
    return citation.date and (citation.date.day, citation.date.month, citation.date.year)


def who(citation):
    return "own" if citation.own and citation.organ is None else citation.organ


def read(text):
    return [(c.normal, who(c)) for c in READER.read(text)]


@pytest.mark.parametrize(
    ("number", "normal", "form", "session", "ordinal", "letters"),
    [
        ("70/1", "70/1", "session", 70, 1, ()),
        ("57/270 B", "57/270 B", "session", 57, 270, ("B",)),
        ("57/270\u00a0B", "57/270 B", "session", 57, 270, ("B",)),
        ("57/270B", "57/270 B", "session", 57, 270, ("B",)),
        ("31/6 A and B", "31/6 A and B", "session", 31, 6, ("A", "B")),
        ("53/77 AA", "53/77 AA", "session", 53, 77, ("AA",)),
        ("217 A (III)", "217 A (III)", "roman", 3, 217, ("A",)),
        ("3367 A (XXX)", "3367 A (XXX)", "roman", 30, 3367, ("A",)),
        ("3419 A to D (XXX)", "3419 A to D (XXX)", "roman", 30, 3419, ("A", "B", "C", "D")),
        ("2626(XXV)", "2626 (XXV)", "roman", 25, 2626, ()),
        ("1874 (S-IV)", "1874 (S-IV)", "special-roman", 4, 1874, ()),
        ("S\u201130/1", "S-30/1", "special", 30, 1, ()),
        ("ES-10/18", "ES-10/18", "special", 10, 18, ()),
        ("2347 (2017)", "2347 (2017)", "bracket-year", 2017, 2347, ()),
        ("237(1967)", "237 (1967)", "bracket-year", 1967, 237, ()),
        ("1999/26", "1999/26", "year-slash", 1999, 26, ()),
        ("9/CP.19", "9/CP.19", "other", None, None, ()),
        ("XI/2", "XI/2", "other", None, None, ()),
        ("WHA66.7", "WHA66.7", "other", None, None, ()),
        ("38 C/48", "38 C/48", "other", None, None, ()),
        ("1325", "1325", "bare", None, 1325, ()),
        ("3363/XXX", "3363/XXX", "slash-roman", 30, 3363, ()),
        ("2347/2017", "2347/2017", "slash-year", 2017, 2347, ()),
        ("70 (1)", "70 (1)", "bracket-number", 1, 70, ()),
    ],
)
def test_numbers_of_all_eras_are_taken_apart(number, normal, form, session, ordinal, letters):  # noqa: PLR0917 - a table
    text = f"Recalling its resolution {number} of 5 May 2014 on tidal libraries,"
    (found,) = READER.read(text)
    assert text[found.start : found.end] == found.number == number
    assert (found.normal, found.form, found.session, found.ordinal) == (normal, form, session, ordinal)
    assert found.letters == letters
    assert day(found) == (5, 5, 2014)


@pytest.mark.parametrize("word", ["RESOLUT\u0130ON", "re\u017folution"])
def test_a_word_with_a_letter_like_another_is_read(word):
    assert read(f"Recalling its {word} 70/1 of 25 September 2015,") == [("70/1", "own")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("its resolution 70/1", [("70/1", "own")]),
        ("its three earlier resolutions 70/1 and 71/2", [("70/1", "own"), ("71/2", "own")]),
        ("General Assembly resolution 70/1", [("70/1", GA)]),
        ("Assembly resolution 70/1", [("70/1", GA)]),
        ("the Assembly’s resolution 70/1", [("70/1", GA)]),
        ("Council resolution 45/22", [("45/22", HRC)]),
        ("Council resolution 2001/3", [("2001/3", ECOSOC)]),
        ("Council resolution 2347 (2017)", [("2347 (2017)", SC)]),
        ("resolution 2347 (2017)", [("2347 (2017)", SC)]),
        ("resolution 1999/26", [("1999/26", ECOSOC)]),
        ("the General Assembly, in its resolution 70/1", [("70/1", GA)]),
        ("the decision of the Human Rights Council, in its resolution 27/21", [("27/21", HRC)]),
        ("the Assembly and its resolution 70/1", [("70/1", "own")]),
        (f"resolution 26/3 of 26 May 2017 of the {CCPCJ}", [("26/3", CCPCJ)]),
        (f"resolution 26/3, entitled “Lamps”, adopted by the {CCPCJ}", [("26/3", CCPCJ)]),
        (f"resolution 2/9 on tidal pools, adopted by the {UNEA}", [("2/9", UNEA)]),
        (f"{HRC} resolutions, including resolution 43/1", [("43/1", HRC)]),
        (f"the resolutions of the {HRC}, the most recent of which was resolution 48/9", [("48/9", HRC)]),
        ("the Alpine Seed Council resolution 12/4", [("12/4", "Alpine Seed Council")]),
        (f"{GA} and {SC} resolutions 60/180 and 1645 (2005)", [("60/180", GA), ("1645 (2005)", SC)]),
        (f"decision 2/COP.14 of the {PARTIES}", [("2/COP.14", PARTIES)]),
    ],
)  # fmt: skip
def test_the_organ_is_read_before_or_after_the_number(text, expected):
    assert read(f"Recalling {text},") == expected


def test_an_organ_is_carried_along_a_list_to_the_next_name():
    text = (
        f"Recalling {HRC} resolutions 33/13 of 29 September 2016 on cranes, 36/14 of 28 September 2017, "
        "entitled “Wings”, and 39/1, and its resolutions 69/193 and 69/196 of 18 December 2014,"
    )
    found = READER.read(text)
    assert [(c.normal, who(c)) for c in found] == [
        ("33/13", HRC), ("36/14", HRC), ("39/1", HRC), ("69/193", "own"), ("69/196", "own"),
    ]  # fmt: skip
    assert [c.carried for c in found] == [False, True, True, False, False]
    assert [c.group for c in found] == [0, 0, 0, 1, 1]


def test_a_date_after_a_list_is_shared_by_numbers_of_one_session():
    found = READER.read("resolutions 68/1, 69/193 and 69/196 of 18 December 2014")
    assert [day(c) for c in found] == [None, (18, 12, 2014), (18, 12, 2014)]
    assert [c.shares_date for c in found] == [False, True, False]


def test_a_title_that_is_quoted_is_part_of_the_citation_and_ends_a_shared_date():
    text = "resolutions 69/193, entitled “Lamps of 1/2”, and 69/196 of 18 December 2014"
    first, second = READER.read(text)
    assert first.title is not None
    assert text[slice(*first.title)] == "“Lamps of 1/2”"
    assert (first.date, day(second)) == (None, (18, 12, 2014))


@pytest.mark.parametrize(
    ("date", "plain"),
    [
        ("of 25 September 2015", True),
        ("of 25\u00a0September 2015", True),
        ("on 25 September 2015", True),
        (", adopted on 25 September 2015", True),
        (", section XI, of 25 September 2015", True),
        ("of September 25, 2015", False),
        ("of 25th September 2015", False),
        ("of 25 Sept. 2015", False),
        ("of 25/09/2015", False),
        ("of 25.09.2015", False),
        ("of 2015-09-25", False),
    ],
)
def test_dates_are_read_in_the_united_nations_form_and_in_others(date, plain):
    words = date if date.startswith(",") else f" {date}"
    text = f"its resolution 70/1{words} on lamps"
    (found,) = READER.read(text)
    assert day(found) == (25, 9, 2015)
    assert found.date is not None
    assert found.date.plain is plain
    assert date.endswith(text[found.date.start : found.date.end])


@pytest.mark.parametrize(
    "text",
    [
        "the documents A/RES/70/1, A/70/53 and E/2014/8",
        "the biennium 2014/15",
        "open 24/7 on both shores",
        "in paragraph 5 of the present resolution",
        "the resolutions on cranes in the season 2014/15",
        "section XI (2) of the statutes",
        "",
    ],
)
def test_what_looks_like_a_citation_is_none(text):
    assert READER.read(text) == ()


def test_the_word_is_found_at_the_head_of_its_list():
    text = "see General Assembly Resolutions 70/1 and 70/2"
    assert {c.word and text[slice(*c.word)] for c in READER.read(text)} == {"Resolutions"}


def test_decisions_are_distinguished_from_resolutions():
    found = READER.read("its resolution 70/1 and its decision 74/550 A of 13 April 2020")
    assert [c.kind for c in found] == ["resolution", "decision"]


PIECES = st.sampled_from(
    ["its ", "resolution ", "resolutions ", "decision ", "General Assembly ", "Council ", "in ", "of the ", "by ",
     "70/1", "1999/26", "217 A (III)", "2347 (2017)", "S-30/1", "9/CP.19", "57/270B", "70 (1)", "1325", " A to D", " B",
     ", ", " and ", " of 5 May 2014", " on May 5, 2014", ", entitled “Lamps 70/2”", "“", "”", "(", ")", "\u00a0", "x"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=40).map("".join) | st.text(max_size=80))
def test_any_words_are_read_and_each_citation_is_at_its_offsets(text):
    end = 0
    for citation in READER.read(text):
        assert end <= citation.start < citation.end <= len(text)
        assert text[citation.start : citation.end] == citation.number
        if citation.date is not None:
            assert citation.date.start < citation.date.end <= len(text)
        if citation.title is not None:
            assert text[citation.title[0]] in '“"'
        end = citation.end


@pytest.mark.parametrize(
    "piece",
    [
        "70/1, ", "resolution ", "resolution 70/1 and ", "General ", "General Assembly ", "Alpine of the ", "its ",
        "A ", "1 (I", ", entitled “", ', entitled "', "2347 (2017) of 5 May 2014, ", "1 A, B, C, D, ", "of ", "1 ", "(",
        "Council in ", "Conference of the Parties to the ", "\u00a0", "12/12/", "III",
    ],
)  # fmt: skip
def test_hostile_words_are_read_in_linear_time(piece):
    text = "resolution 70/1 " + piece * (200_000 // len(piece))
    started = time.process_time()
    READER.read(text)
    assert time.process_time() - started < 8

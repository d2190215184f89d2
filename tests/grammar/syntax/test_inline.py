"""Markup inside a paragraph."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resolint.grammar.syntax.inline import read


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("*Recalling* its resolution [70/1](#),", "Recalling its resolution 70/1,"),
        ("__Requests__ the <u>Keeper</u>", "Requests the Keeper"),
        ("***Decides***", "Decides"),
        (r"a \* b \[c\]", "a * b [c]"),
        ("one  \n   two", "one two"),
        ("one<br>two", "one two"),
        ("before<!-- aside -->after", "beforeafter"),
        ("Norway*, Chile* and Ghana", "Norway*, Chile* and Ghana"),
        ("island populations*,*", "island populations,"),
        ("lamps*;* the keepers*’* oil**.**", "lamps; the keepers’ oil."),
        ("*wicks*,*lamps*", "wicks,lamps"),
        ("lamps*, *and *oil*", "lamps, and oil"),
        ("snake_case and_so on", "snake_case and_so on"),
        ("[shall](State: retain) [may](State B)", "[shall](State: retain) [may](State B)"),
        ("[497 (1](u/497(1981))[981)](u/497(1981))", "497 (1981)"),
        ("five km² of m³", "five km² of m³"),
        ("five km<sup>2</sup>", "five km<sup>2</sup>"),
        ("oil,[^1],[^2] and", "oil, and"),
        ("an open *star and an open [bracket", "an open *star and an open [bracket"),
    ],
)
def test_plain_words(raw, text):
    assert read(raw).text == text


@pytest.mark.parametrize(
    ("raw", "labels", "places"),
    [
        ("lights;¹", ["1"], [7]),
        ("lights,¹² and oil", ["12"], [7]),
        ("lights,¹·² and", ["1", "2"], [7, 7]),
        ("lights[^1][^2];", ["1", "2"], [6, 6]),
        ("lights,[^1],[^2] and", ["1", "2"], [7, 7]),
        ("lights[^1], [^2]", ["1", "2"], [6, 8]),
        ("lights<sup>3</sup>", ["3"], [6]),
        ("lights<sup>3</sup>,<sup>4</sup>", ["3", "4"], [6, 6]),
        ("lights<sup>3, 4</sup>", ["3", "4"], [6, 6]),
        ("lights^5^ and", ["5"], [6]),
        ("lights[^*]", ["*"], [6]),
        ("*Lights*[^a]", ["a"], [6]),
    ],
)
def test_footnote_marks(raw, labels, places):
    reading = read(raw)
    assert [reference.label for reference in reading.footnote_references] == labels
    assert [reference.at for reference in reading.footnote_references] == places
    assert all(raw[reference.raw_start : reference.raw_end] for reference in reading.footnote_references)


@pytest.mark.parametrize(
    ("raw", "words", "style"),
    [
        ("*Also requests* the", "Also requests", "italic"),
        ("_Recalling_ the", "Recalling", "italic"),
        ("**Urges** the", "Urges", "bold"),
        ("<u>Urges</u> the", "Urges", "underline"),
        ("***Urges*** the", "Urges", "both"),
    ],
)
def test_emphasis(raw, words, style):
    reading = read(raw)
    (emphasis,) = reading.emphases
    assert reading.text[emphasis.start : emphasis.end] == words
    assert emphasis.style == style
    assert raw[emphasis.raw_start : emphasis.raw_start + len(emphasis.mark)] == emphasis.mark
    assert reading.italic_head == emphasis


def test_quotations_hold_their_marks():
    reading = read("entitled “Keeping of *lights*”, and «oil»")
    assert [reading.text[a:b] for a, b in reading.quotations] == ["“Keeping of lights”", "«oil»"]
    assert reading.quoted(reading.text.index("lights"))
    assert not reading.quoted(reading.text.index("and"))


@given(st.text(alphabet="ab ,.*_[]()^¹²\\<>u/!-\n“”", max_size=60))
def test_every_plain_character_has_its_raw_one(raw):
    reading = read(raw)
    for at, char in enumerate(reading.text):
        there = raw[reading.raw_at(at)]
        assert there == char or (char == " " and (there.isspace() or there == "<"))
    places = [reading.raw_at(at) for at in range(len(reading.text))]
    assert places == sorted(places)
    assert all(0 <= reading.raw_at(at, after=True) <= len(raw) for at in range(len(reading.text) + 1))


@given(st.text("ab1 ,.-", max_size=12), st.text("ab ,.“”", max_size=12))
def test_italics_at_the_beginning_are_read_alike_with_and_without_later_markup(italic, rest):
    alone, marked = read(f"*{italic}*{rest}."), read(f"*{italic}*{rest}.^1^")
    assert (marked.text, marked.emphases, marked.quotations) == (alone.text, alone.emphases, alone.quotations)
    for at in range(len(alone.text)):
        assert marked.raw_at(at) == alone.raw_at(at)


@given(st.from_regex(r"[ab1]( ?[ab1,]){0,4}[ab1]", fullmatch=True), st.text("ab ,.“”\n", max_size=12))
def test_italics_at_the_beginning_are_read_alike_before_other_italics(italic, rest):
    alone, followed = read(f"*{italic}*{rest}.^1^"), read(f"*{italic}*{rest}.^1^ *b*")
    assert followed.text == alone.text + " b"
    assert followed.emphases[0] == alone.emphases[0]
    assert followed.footnote_references == alone.footnote_references

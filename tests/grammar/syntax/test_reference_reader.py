"""References to parts of a text, in plain words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resolint.grammar import parse
from resolint.grammar.syntax.language import language

READER = language("en").references


def read(text):
    """Kind, numbers, whose and side of each reference."""
    return [
        (r.kind, ["".join((t.numeral, *(f"({label})" for label in t.labels))) for t in r.targets], str(r.whose), r.side)
        for r in READER.read(text)
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("as set out in paragraph 5 above;", ("paragraph", ["5"], "own", "above")),
        ("as set out in paragraph 5\u00a0below;", ("paragraph", ["5"], "own", "below")),
        ("of paragraphs 3, 4 and 7 to 9 above", ("paragraph", ["3", "4", "7", "9"], "own", "above")),
        ("paragraphs 3 and 4 of the present resolution", ("paragraph", ["3", "4"], "own", None)),
        ("paragraph 3 (e) (ii) of this resolution", ("paragraph", ["3(e)(ii)"], "own", None)),
        ("in subparagraph (b) above", ("subparagraph", ["(b)"], "own", "above")),
        ("in section II above", ("section", ["II"], "own", "above")),
        ("in paragraph 17 of the report of the Keeper", ("paragraph", ["17"], "other", None)),
        ("paragraph 7 of its resolution 57/283 B", ("paragraph", ["7"], "other", None)),
        ("paragraph 7 of resolution 81/4", ("paragraph", ["7"], "other", None)),
        ("paragraph 6 thereof", ("paragraph", ["6"], "other", None)),
        ("article 2 (b) of the Charter of the Lighthouses", ("article", ["2(b)"], "other", None)),
        ("annex II to the present resolution", ("annex", ["II"], "own", None)),
        ("the lamps named in paragraph 4 and no others", ("paragraph", ["4"], "unsaid", None)),
    ],
)
def test_a_reference_is_read_with_its_numbers_and_whose_they_are(text, found):
    assert read(text) == [found]


DATA = language("en").data("references")
PHRASES = [*DATA["sides"], *(f"{link} {own}" for link in DATA["links"] for own in DATA["own"])]


@pytest.mark.parametrize("phrase", PHRASES)
@pytest.mark.parametrize("space", [" ", "\u00a0"])
def test_the_quick_test_finds_each_phrase_for_the_text_itself(phrase, space):
    text = f"as set out in paragraph 5{space}{phrase.replace(' ', space)};"
    assert [whose for _, _, whose, _ in read(text)] == ["own"]
    assert any(word in text for word in READER.own_words)
    assert not any(word in "as set out in paragraph 17 of the report of the Keeper" for word in READER.own_words)


def test_parts_joined_by_a_comma_lead_into_the_same_text():
    found = READER.read("section II.B, paragraph 7, of its resolution 57/283 B")
    assert [(r.kind, str(r.whose)) for r in found] == [("section", "other"), ("paragraph", "other")]
    assert found[1].within is found[0]
    assert found[0].targets[0].numeral == "II.B"


def test_two_references_side_by_side_keep_their_own_sides():
    assert read("in paragraph 3 above and paragraph 7 below") == [
        ("paragraph", ["3"], "own", "above"),
        ("paragraph", ["7"], "own", "below"),
    ]


@pytest.mark.parametrize(
    "text", ["paragraph by paragraph", "paragraphs above", "the 5 paragraphs", "section 31/4", "part of it"]
)
def test_what_names_no_number_is_no_reference(text):
    assert read(text) == []


def test_shortened_words_and_brackets_without_a_space_are_known():
    (short,) = READER.read("paras. 3 and 4(b) of its report")
    assert short.short
    assert [target.glued is not None for target in short.targets] == [False, True]
    assert READER.long(short.kind, many="paras." in READER.many) == "paragraphs"


def test_a_paragraph_has_its_references_as_offsets_of_its_plain_words():
    document = parse(
        "The General Assembly,\n\n1. *Decides* to count the lamps named in **paragraph 2** below;\n\n2. *Stops*.\n"
    )
    prose = document.resolutions[0].operative[0].prose
    (reference,) = prose.references
    assert prose.text[reference.start : reference.end] == "paragraph 2 below"


@given(
    st.lists(st.sampled_from(["paragraph ", "paragraphs ", "3", "(a)", " ", ", ", " and ", "II", "above", "of ", "-"]))
)
def test_any_words_are_read_and_places_lie_in_the_text(words):
    text = "".join(words)
    for reference in READER.read(text):
        assert 0 <= reference.start < reference.end <= len(text)
        for target in reference.targets:
            assert reference.start < target.start < target.end <= reference.end

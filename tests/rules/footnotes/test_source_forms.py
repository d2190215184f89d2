"""Notes that name a resolution, a chapter, a publication or a volume otherwise than notes do."""

import pytest

HEAD = "1. *Recalls* the lamp[^1] and the wick.[^2]\n\n[^1]: "
TAIL = "\n\n[^2]: United Nations, *Treaty Series*, vol. 12, No. 345."


@pytest.fixture
def fix_note(fix):
    return lambda note: fix(HEAD + note + TAIL, unsafe=True).removeprefix(HEAD).removesuffix(TAIL)


@pytest.fixture
def fix_dated_note(fix):
    head = f"# Resolution 77/900\n\nThe General Assembly,\n\n{HEAD}"
    return lambda note: fix(head + note + TAIL, unsafe=True).removeprefix(head).removesuffix(TAIL)


@pytest.fixture
def found(names):
    return lambda note: names(HEAD + note + TAIL)


@pytest.mark.parametrize(
    "wrong",
    ["E/06/V/15", "e.06.V.15", "E.06.v.15", "E.06.5.15", "E.06.V15", "E06.V.15", "06.V.15"],
)
def test_a_sales_number_has_its_marks(fix_note, wrong):
    note = "*Lamps* (United Nations publication, Sales No. {}), chap. I."
    assert fix_note(note.format(wrong)) == note.format("E.06.V.15")


@pytest.mark.parametrize("number", ["E.02.II.A.7", "E.96.IV.13", "E/F.12.XI.4", "E.99.V.3 and corrigendum"])
def test_sales_numbers_in_form_are_ignored(found, number):
    assert not found(f"*Lamps* (United Nations publication, Sales No. {number}).")


def test_the_words_before_a_sales_number_have_their_comma(fix_note):
    right = "*Lamps* (United Nations publication, Sales No. E.06.V.15)."
    assert fix_note(right.replace("publication,", "Publication")) == right


@pytest.mark.parametrize(
    ("wrong", "right"), [("chap. 4", "chap. IV"), ("chap. iv", "chap. IV"), ("ch. IV", "chap. IV")]
)
def test_a_chapter_has_a_roman_number(fix_note, wrong, right):
    assert fix_note(f"A/72/1, {wrong}, sect. A.") == f"A/72/1, {right}, sect. A."


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("General Assembly resolution 70/1.", "Resolution 70/1."),
        ("See General Assembly resolution 70/1, annex.", "See resolution 70/1, annex."),
        ("70/1, annex.", "Resolution 70/1, annex."),
        ("resolution 70/1.", "Resolution 70/1."),
        ("see A/72/1.", "See A/72/1."),
    ],
)
def test_what_the_organ_adopted_is_named_without_the_organ(fix_dated_note, wrong, right):
    assert fix_dated_note(wrong) == right


@pytest.mark.parametrize(
    "note",
    [
        "Human Rights Council resolution 17/4, annex.",
        "www.example.org/lamps.",
        "Keepers General Assembly resolution 70/1.",
        "2018 and 2019.",
    ],
)
def test_other_notes_are_ignored(found, note):
    assert not found(note)


@pytest.mark.parametrize(
    "wrong",
    [
        "*GAOR, Seventy-second Session, Supplement No. 32* (A/72/32).",
        "*Official Records of the General Assembly, Seventy-second session, Supplement No. 32* (A/72/32).",
        "*Official Records of the General Assembly, Seventy-second Session, Suppl. 32* (A/72/32).",
        "*Official Records of the General Assembly, Seventy-second Session, supplement no. 32* (A/72/32).",
    ],
)
def test_a_supplement_is_named_in_full(fix_note, wrong):
    right = "*Official Records of the General Assembly, Seventy-second Session, Supplement No. 32* (A/72/32)."
    assert fix_note(wrong) == right


def test_a_series_is_italic_where_anything_is(fix, names):
    note = "1. *Recalls* the lamp.[^1]\n\n[^1]: United Nations, {}, vol. 12, No. 345."
    assert fix(note.format("Treaty Series")) == note.format("*Treaty Series*")
    assert not names(note.format("Treaty Series").replace("*Recalls*", "Recalls"))


@pytest.mark.parametrize("wrong", ["vol. 12 No. 345", "vol. 12, Nr. 345", "vol. 12, no. 345"])
def test_volume_and_number_are_parted_by_a_comma(fix_note, wrong):
    assert (
        fix_note(f"United Nations, *Treaty Series*, {wrong}.") == "United Nations, *Treaty Series*, vol. 12, No. 345."
    )

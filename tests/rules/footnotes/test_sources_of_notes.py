"""Sales numbers, supplements and treaties in notes."""

import pytest

from resolint import fix as mended
from resolint import lint as linted
from resolint.lint.settings import resolve
from resolint.rules.registry import Registry, discover

CODES = {"FNT016", "FNT017", "FNT018"}
SETTINGS = resolve((), Registry(tuple(rule for rule in discover().rules if rule.code in CODES)))
FRAME = "*The General Assembly*,\n\n*Recalling* the {},[^1]\n\n[^1]: {}\n"
RIGHTS = "Convention on the Rights of the Child"
SERIES = "United Nations, *Treaty Series*, vol. {}, No. {}."


def said(note, named="treaty on lamps"):
    return [d.name for d in linted(FRAME.format(named, note), settings=SETTINGS)]


def mend(note, named="treaty on lamps", *, unsafe=False):
    text = mended(FRAME.format(named, note), settings=SETTINGS, unsafe=unsafe)
    return text.rpartition("[^1]: ")[2].rstrip("\n")


@pytest.mark.parametrize(
    "wrong",
    [
        "UN publication, Sales No. E.06.V.15",
        "United Nations publication, Sales no. E.06.V.15",
        "U.N. publication, sales number E.06.V.15",
        "United Nations publication, Sales No E.06.V.15",
    ],
)
def test_the_words_before_a_sales_number_are_put_right(wrong):
    right = "*Lamps* (United Nations publication, Sales No. E.06.V.15), chap. I."
    assert mend(f"*Lamps* ({wrong}), chap. I.") == right


def test_a_sales_number_without_its_letter_is_named():
    assert said("United Nations publication, Sales No. 06.V.15.") == ["sales-number-form"]


def test_sales_numbers_in_form_are_left_alone():
    assert said("United Nations publication, Sales No. E.93.I.8 and corrigendum.") == []
    assert said("See United Nations publications, Sales Nos. E.93.I.8 and E.94.I.8.") == []


RECORDS = "*Official Records of the General Assembly, {} Session, Supplement No. {}* ({}), annex."


@pytest.mark.parametrize(
    ("session", "number", "symbol", "wrong"),
    [
        ("Seventy-second", "32", "A/72/32", False),
        ("Seventy-second", "53A", "A/72/53/Add.1", False),
        ("Seventieth", "1", "A/70/1", False),
        ("Twelfth Special", "1", "A/S-12/1", False),
        ("Seventy-second", "32", "A/73/32", True),
        ("Seventy-second", "23", "A/72/32", True),
    ],
)
def test_a_supplement_is_held_against_its_symbol(session, number, symbol, wrong):
    assert said(RECORDS.format(session, number, symbol)) == ["supplement-mismatched"] * wrong


def test_a_year_is_held_against_the_symbol():
    note = "*Official Records of the Economic and Social Council, {}, Supplement No. 10* (E/2017/30), chap. I."
    assert said(note.format(2017)) == []
    assert said(note.format(2016)) == ["supplement-mismatched"]


@pytest.mark.parametrize(("volume", "number"), [("1576", "27531"), ("1577", "27537"), ("1249", "27531")])
def test_a_treaty_that_is_named_is_mended(volume, number):
    assert mend(SERIES.format(volume, number), RIGHTS) == SERIES.format("1577", "27531")


def test_where_both_differ_another_treaty_may_be_meant():
    note = SERIES.format("1249", "20378")
    assert said(note, RIGHTS) == ["treaty-misplaced"] * 2
    assert mend(note, RIGHTS, unsafe=True) == note


@pytest.mark.parametrize(
    "named",
    [RIGHTS, f"{RIGHTS} of 1989", f"{RIGHTS}, adopted on 20 November 1989", f"{RIGHTS} (the Convention)"],
)
def test_a_date_or_short_name_may_stand_behind_the_name(named):
    assert said(SERIES.format("1577", "27531"), named) == []
    assert said(SERIES.format("1500", "27531"), named) == ["treaty-misplaced"]


@pytest.mark.parametrize(
    ("named", "volume", "number"),
    [
        (f"Optional Protocol to the {RIGHTS} on lamps", "2171", "27531"),
        (f"Protocol to the {RIGHTS}", "2171", "27531"),
        ("treaty on lamps", "9876", "54321"),
    ],
)
def test_what_is_not_known_is_left_alone(named, volume, number):
    assert said(SERIES.format(volume, number), named) == []


def test_a_pair_that_is_one_figure_off_is_named_and_only_offered():
    note = SERIES.format("15", "221")
    assert said(note) == ["treaty-misplaced"]
    assert mend(note) == note
    assert mend(note, unsafe=True) == SERIES.format("14", "221")


PARTIES = f"States parties to the {RIGHTS} and to the treaty on lamps"


@pytest.mark.parametrize(("volume", "number"), [("1249", "27531"), ("1666", "27531"), ("1577", "27622")])
def test_a_treaty_that_is_named_shortly_before_is_enough_to_doubt_the_pair(volume, number):
    assert said(SERIES.format(volume, number), PARTIES) == ["treaty-misplaced"] * (volume != "1249")


def test_a_protocol_has_the_number_of_its_treaty_and_a_volume_of_its_own():
    assert said(SERIES.format("1666", "27531"), f"Optional Protocol to the {RIGHTS} on lamps and lenses") == []


def test_ibid_is_looked_at_too():
    assert said("Ibid., vol. 1576, No. 27531.", RIGHTS) == ["treaty-misplaced"]

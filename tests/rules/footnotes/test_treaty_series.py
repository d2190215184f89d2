"""Sales numbers, supplements and treaties in notes."""

import pytest

from resolint import check as linted
from resolint import fix as mended
from resolint.lint.config import resolve
from resolint.rules.registry import Registry, discover

CODES = {"FNT016", "FNT017", "FNT018"}
SETTINGS = resolve((), Registry(tuple(rule for rule in discover().rules if rule.code in CODES)))
FRAME = "*The General Assembly*,\n\n*Recalling* the {},[^1]\n\n[^1]: {}\n"
RIGHTS = "Convention on the Rights of the Child"
SERIES = "United Nations, *Treaty Series*, vol. {}, No. {}."


def reported(note, named="treaty on lamps"):
    return [d.name for d in linted(FRAME.format(named, note), settings=SETTINGS)]


def fix_note(note, named="treaty on lamps", *, unsafe=False):
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
    assert fix_note(f"*Lamps* ({wrong}), chap. I.") == right


def test_a_sales_number_without_its_letter_is_named():
    assert reported("United Nations publication, Sales No. 06.V.15.") == ["sales-number-form"]


def test_sales_numbers_in_form_are_ignored():
    assert reported("United Nations publication, Sales No. E.93.I.8 and corrigendum.") == []
    assert reported("See United Nations publications, Sales Nos. E.93.I.8 and E.94.I.8.") == []


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
    assert reported(RECORDS.format(session, number, symbol)) == ["supplement-mismatched"] * wrong


def test_a_year_is_held_against_the_symbol():
    note = "*Official Records of the Economic and Social Council, {}, Supplement No. 10* (E/2017/30), chap. I."
    assert reported(note.format(2017)) == []
    assert reported(note.format(2016)) == ["supplement-mismatched"]


@pytest.mark.parametrize(("volume", "number"), [("1576", "27531"), ("1577", "27537"), ("1249", "27531")])
def test_a_treaty_that_is_named_is_fixed(volume, number):
    assert fix_note(SERIES.format(volume, number), RIGHTS) == SERIES.format("1577", "27531")


def test_where_both_differ_another_treaty_may_be_meant():
    note = SERIES.format("1249", "20378")
    assert reported(note, RIGHTS) == ["treaty-series-mismatch"] * 2
    assert fix_note(note, RIGHTS, unsafe=True) == note


@pytest.mark.parametrize(
    "named",
    [RIGHTS, f"{RIGHTS} of 1989", f"{RIGHTS}, adopted on 20 November 1989", f"{RIGHTS} (the Convention)"],
)
def test_a_date_or_short_name_may_follow_the_name(named):
    assert reported(SERIES.format("1577", "27531"), named) == []
    assert reported(SERIES.format("1500", "27531"), named) == ["treaty-series-mismatch"]


@pytest.mark.parametrize(
    ("named", "volume", "number"),
    [
        (f"Optional Protocol to the {RIGHTS} on lamps", "2171", "27531"),
        (f"Protocol to the {RIGHTS}", "2171", "27531"),
        ("treaty on lamps", "9876", "54321"),
    ],
)
def test_what_is_not_known_is_ignored(named, volume, number):
    assert reported(SERIES.format(volume, number), named) == []


def test_a_pair_that_is_one_figure_off_is_named_and_only_offered():
    note = SERIES.format("15", "221")
    assert reported(note) == ["treaty-series-mismatch"]
    assert fix_note(note) == note
    assert fix_note(note, unsafe=True) == SERIES.format("14", "221")


PARTIES = f"States parties to the {RIGHTS} and to the treaty on lamps"


@pytest.mark.parametrize(("volume", "number"), [("1249", "27531"), ("1666", "27531"), ("1577", "27521")])
def test_a_treaty_that_is_named_shortly_before_is_enough_to_doubt_the_pair(volume, number):
    note = SERIES.format(volume, number)
    assert reported(note, PARTIES) == ["treaty-series-mismatch"]
    assert fix_note(note, PARTIES) == note
    assert fix_note(note, PARTIES, unsafe=True) == SERIES.format("1577", "27531")


def test_a_protocol_has_the_number_of_its_treaty_and_a_volume_of_its_own():
    assert reported(SERIES.format("1666", "27531"), f"Optional Protocol to the {RIGHTS} on lamps and lenses") == []


def test_ibid_is_looked_at_too():
    assert reported("Ibid., vol. 1576, No. 27531.", RIGHTS) == ["treaty-series-mismatch"]


CLIMATE = "United Nations Framework Convention on Climate Change"


@pytest.mark.parametrize(
    "named",
    [
        f"appeal of the lamplighters, and encouraging parties to the {CLIMATE}",
        f"lamps of the parties to the {CLIMATE}, adopted at New York on 9 May 1992",
        f"{CLIMATE} of 1992 (the Framework Convention), which entered into force on 21 March 1994",
        f"Minimum Age Convention, 1973 (No. 138), and the {CLIMATE.replace('-', ' ')}",
    ],
)
def test_a_treaty_is_known_by_its_name_whatever_the_words_around_it(named):
    assert reported(SERIES.format("1771", "30822"), named) == []
    assert fix_note(SERIES.format("1777", "30822"), named) == SERIES.format("1771", "30822")
    assert fix_note(SERIES.format("1771", "30282"), named) == SERIES.format("1771", "30822")


@pytest.mark.parametrize(
    ("named", "volume", "number"),
    [
        ("Forced Labour Convention, 1930 (No. 29), of the International Labour Organization", "39", "612"),
        ("Convention relative to lamps, and the Treaty on the Non‑Proliferation of Nuclear Weapons", "729", "10485"),
        ("lamps, as well as the optional protocols thereto, in particular the Kyoto Protocol", "2303", "30822"),
        ("Optional Protocol to the Convention on the Rights of Persons with Disabilities", "2518", "44910"),
        ("Treaty for the Prohibition of Nuclear Weapons in Latin America (Treaty of Tlatelolco)", "634", "9068"),
        ("four Geneva Conventions of 12 August 1949", "75", "973"),
    ],
)
def test_names_of_many_kinds_are_known(named, volume, number):
    found = reported(SERIES.format(volume, number), named)
    assert found == ["treaty-series-mismatch"] * ("four" in named)
    assert reported(SERIES.format(volume + "0", number), named) != []
    assert reported(SERIES.format(volume, "9" + number), named) != []


@pytest.mark.parametrize(
    ("named", "volume", "number"),
    [
        ("Doha Amendment to the Kyoto Protocol", "9876", "30822"),
        (f"Protocol on Lamps to the {RIGHTS}", "9876", "27531"),
        ("Agreement on lamps under the Convention on Biological Diversity", "9876", "54321"),
        ("Convention on Biological Diversity and to the Convention on Lamps", "1760", "30618"),
        ("Convention on Biological Diversity and the Lamp Treaty", "1760", "30618"),
    ],
)
def test_what_is_made_to_a_treaty_and_what_is_beside_one_in_its_volume_are_ignored(named, volume, number):
    assert reported(SERIES.format(volume, number), named) == []


@pytest.mark.parametrize(
    ("volumes", "wrong"),
    [
        ("vols. 1577, 2171, 2173 and 2983", None),
        ("vols. 2171 and 2173", None),
        ("vols. 1577, 2117, 2173 and 2983", "2117"),
        ("vols. 1577, 2171, 2173 and 1249", "1249"),
    ],
)
def test_a_treaty_with_its_protocols_has_several_volumes(volumes, wrong):
    note = f"United Nations, *Treaty Series*, {volumes}, No. 27531."
    named = f"{RIGHTS} and the Optional Protocols thereto"
    right = note.replace(wrong, {"2117": "2171", "1249": "2983"}[wrong]) if wrong else note
    assert reported(note, named) == ["treaty-series-mismatch"] * (wrong is not None)
    assert fix_note(note, named) == right


def test_the_number_may_be_that_of_a_protocol_alone():
    assert (
        reported(SERIES.format("606", "8791"), "Convention relating to the Status of Refugees and the Protocol thereto")
        == []
    )


def test_numbers_may_be_a_list_or_a_range():
    note = "United Nations, *Treaty Series*, vol. {}, Nos. {}."
    assert reported(note.format("75", "970–973"), "Geneva Conventions of 1949") == []
    assert reported(note.format("1125", "17512 and 17513"), "Additional Protocols of 1977") == []
    assert fix_note(note.format("57", "970–973"), "Geneva Conventions of 1949") == note.format("75", "970–973")
    assert fix_note(note.format("75", "907–973"), "Geneva Conventions of 1949") == note.format("75", "970–973")
    wrong, right = note.format("1125", "17521 and 17513"), note.format("1125", "17512 and 17513")
    assert fix_note(wrong, "Additional Protocols of 1977", unsafe=True) == right


def test_a_note_that_names_its_treaties_is_held_against_these():
    named = "instruments on lamps"
    note = (
        "Convention on Biological Diversity (United Nations, *Treaty Series*, vol. 1760, No. {}); "
        f"and {CLIMATE} (ibid., vol. {{}}, No. 30822)."
    )
    right = note.format("30619", "1771")
    assert reported(right, named) == []
    assert fix_note(note.format("30916", "1771"), named) == right
    assert fix_note(note.format("30619", "1717"), named) == right


def test_each_of_several_sources_is_held_against_the_words_beside_it():
    named = f"{RIGHTS} and the {CLIMATE}"
    note = "United Nations, *Treaty Series*, vol. {}, No. 27531; and ibid., vol. {}, No. 30822."
    assert reported(note.format("1577", "1771"), named) == []
    assert reported(note.format("1771", "1577"), named) == ["treaty-series-mismatch"] * 2
    assert fix_note(note.format("1577", "1717"), named, unsafe=True) == note.format("1577", "1771")


def test_the_name_since_the_reference_before_counts():
    text = (
        f"*The General Assembly*,\n\n*Recalling* the {RIGHTS}[^1] and the {CLIMATE},[^2]\n\n"
        f"[^1]: {SERIES.format('1577', '27531')}\n\n[^2]: Ibid., vol. 1577, No. 30822.\n"
    )
    assert "[^2]: Ibid., vol. 1771, No. 30822." in mended(text, settings=SETTINGS)


def test_the_series_of_others_is_ignored():
    assert reported("League of Lamps, *Treaty Series*, vol. 1500, No. 27531.", RIGHTS) == []

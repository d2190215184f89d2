"""Comparing two texts paragraph by paragraph."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resolint.grammar.compare.comparison import Change, Pair, compare, compare_units
from resolint.grammar.compare.difference import difference
from resolint.grammar.compare.units import Part, Unit, units
from resolint.grammar.syntax.language import language
from resolint.grammar.syntax.parser import parse

BASE = """\
## Keepers of lighthouses

*The General Assembly*,

*Recalling* its resolution 75/201 of 21 December 2020 on the keepers of lighthouses,

*Recognizing* that those who keep lighthouses watch over the lives of all who travel by sea,

*Concerned* that many lamps are older than the keepers who tend them,[^1]

1. *Takes note* of the report of the Secretary-General on the keepers of lighthouses;

2. *Calls upon* Member States to train young keepers in the care of lenses and oil;

3. *Requests* the Secretary-General:

(a) To gather the experience of retired keepers on remote islands;

(b) To publish a handbook on the repair of clockwork in all official languages;

4. *Invites* harbour masters, pilots and insurers to share their records of wrecks near unlit coasts;

5. *Encourages* schools on the coast to teach children the signals of fog horns;

6. *Decides* to include in the provisional agenda of its seventy-eighth session the item entitled “Lighthouses”.

[^1]: See the survey of lamps of 2021.
"""


def pairs(draft: str, base: str = BASE) -> list[Pair]:
    return [pair for one in compare(parse(base), parse(draft)) for pair in one.pairs]


def differing(draft: str, base: str = BASE) -> list[Pair]:
    return [pair for pair in pairs(draft, base) if pair.change is not Change.SAME]


def paragraph(number: int, text: str = BASE) -> str:
    """Return the line of an operative paragraph."""
    return next(line for line in text.splitlines() if line.startswith(f"{number}. "))


def test_equal_texts_are_the_same_throughout() -> None:
    found = pairs(BASE)
    assert {pair.change for pair in found} == {Change.SAME}
    assert [pair.part for pair in found] == [
        *[Part.TITLE, Part.PREAMBULAR, Part.PREAMBULAR, Part.PREAMBULAR, Part.OPERATIVE, Part.OPERATIVE],
        *[Part.OPERATIVE, Part.SUB, Part.SUB, Part.OPERATIVE, Part.OPERATIVE, Part.OPERATIVE, Part.NOTE],
    ]


def test_a_changed_word_is_marked_with_its_offsets() -> None:
    (pair,) = differing(BASE.replace("young keepers", "new keepers"))
    assert pair.change is Change.CHANGED
    ((base, draft),) = pair.edits
    assert pair.base_text[slice(*base)] == "young"
    assert pair.draft_text[slice(*draft)] == "new"


def test_an_inserted_paragraph_renumbers_the_others_and_leaves_them_the_same() -> None:
    new = "2. *Commends* the painters of daymarks for their courage;\n\n"
    draft = BASE.replace("2. *Calls", f"{new}3. *Calls").replace("6. *Dec", "7. *Dec").replace("5. *Enc", "6. *Enc")
    found = pairs(draft)
    assert [pair.change for pair in found if pair.change is not Change.SAME] == [Change.ADDED]
    assert [pair.draft[0].number for pair in found if pair.renumbered] == [3, 6, 7]


def test_a_removed_paragraph_is_where_it_was() -> None:
    found = pairs(BASE.replace(paragraph(4), ""))
    place = next(i for i, pair in enumerate(found) if pair.change is Change.REMOVED)
    assert found[place].base[0].number == 4
    assert found[place - 1].draft_text.startswith("To publish a handbook")


def test_only_the_paragraph_that_was_moved_is_moved() -> None:
    moved = paragraph(2)
    draft = BASE.replace(f"{moved}\n\n", "").replace("6. *Dec", f"{moved}\n\n6. *Dec")
    (pair,) = differing(draft)
    assert pair.change is Change.MOVED
    assert pair.base[0].number == 2


def test_sub_paragraphs_go_with_their_paragraph() -> None:
    start, end = BASE.index("3. *Req"), BASE.index("4. *Inv")
    draft = BASE[:start] + BASE[end:].replace("6. *Dec", f"{BASE[start:end]}6. *Dec")
    (pair,) = differing(draft)
    assert (pair.change, pair.base[0].number) == (Change.MOVED, 3)


def test_a_sub_paragraph_below_another_paragraph_is_moved() -> None:
    letter = "(b) To publish a handbook on the repair of clockwork in all official languages;"
    draft = (
        BASE.replace(f"{letter}\n\n", "").replace("sea,\n", "sea,\n").replace("fog horns;", f"fog horns:\n\n{letter}")
    )
    assert Change.MOVED in {pair.change for pair in differing(draft) if pair.part is Part.SUB}


def test_a_split_paragraph_is_changed_with_two_in_the_draft() -> None:
    draft = BASE.replace("harbour masters, pilots and insurers to", "harbour masters;\n\n5. *Invites* insurers to")
    (pair,) = [pair for pair in differing(draft) if pair.part is Part.OPERATIVE]
    assert (pair.change, len(pair.base), len(pair.draft)) == (Change.CHANGED, 1, 2)


def test_merged_paragraphs_are_changed_with_two_in_the_base() -> None:
    draft = BASE.replace("unlit coasts;\n\n5. *Encourages*", "unlit coasts, and encourages")
    (pair,) = differing(draft)
    assert (pair.change, len(pair.base), len(pair.draft)) == (Change.CHANGED, 2, 1)


def test_a_footnote_that_was_only_renumbered_is_the_same() -> None:
    draft = BASE.replace("[^1]", "[^2]").replace("sea,", "sea,[^1]") + "\n[^1]: See the tables of tides.\n"
    found = {pair.draft_text: pair for pair in pairs(draft) if pair.part is Part.NOTE}
    assert found["See the survey of lamps of 2021."].change is Change.SAME
    assert found["See the survey of lamps of 2021."].renumbered
    assert found["See the tables of tides."].change is Change.ADDED


def test_a_note_reference_that_moves_changes_no_words() -> None:
    assert not differing(BASE.replace("tend them,[^1]", "tend them,").replace("lamps are", "lamps[^1] are"))


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        ("seventy-eighth", "seventy-ninth", "date"),
        ("Member States", "member States", "case"),
        ("*Encourages* schools", "*Also encourages* schools", "sequence"),
        ("masters, pilots and", "masters, pilots, and", "punctuation"),
        ("young keepers", "new keepers", "wording"),
    ],
)
def test_the_kind_of_a_difference_is_named(before: str, after: str, kind: str) -> None:
    (pair,) = differing(BASE.replace(before, after))
    assert difference(pair, language()).value == kind


def test_two_resolutions_in_one_file_are_paired_by_title() -> None:
    other = BASE.replace("Keepers of lighthouses", "Buoys of the northern channel").replace("lighthouse", "buoy")
    found = compare(parse(f"# Resolution 1\n\n{BASE}\n# Resolution 2\n\n{other}"), parse(other))
    assert [one.base.title if one.base else None for one in found if one.draft] == ["Buoys of the northern channel"]
    assert [one.base.title for one in found if one.base and not one.draft] == ["Keepers of lighthouses"]


WORDS = "lamp oil keeper lens fog horn tide buoy chart pilot harbour wreck signal tower storm anchor rope bell"


@st.composite
def _two_versions(draw: st.DrawFn) -> tuple[list[Unit], list[Unit]]:
    seed = random.Random(draw(st.integers(0, 2**32)))  # noqa: S311 - a test
    base = [
        Unit(Part.OPERATIVE, f"Requests {' '.join(seed.choices(WORDS.split(), k=seed.randint(3, 30)))};", number=number)
        for number in range(1, seed.randint(2, 25))
    ]
    draft = [unit for unit in base if seed.random() > 0.15]
    for _ in range(seed.randint(0, 4)):
        draft.insert(
            seed.randint(0, len(draft)), Unit(Part.OPERATIVE, f"Decides {' '.join(seed.choices(WORDS.split(), k=9))};")
        )
    if seed.random() < 0.3:
        seed.shuffle(draft)
    return base, draft


@given(_two_versions())
def test_every_unit_is_in_exactly_one_pair_and_equal_ones_are_paired(versions: tuple[list[Unit], list[Unit]]) -> None:
    base, draft = versions
    found = compare_units(base, draft)
    assert sorted(unit.text for pair in found for unit in pair.draft) == sorted(unit.text for unit in draft)
    assert sorted(unit.text for pair in found for unit in pair.base) == sorted(unit.text for unit in base)
    equal = [pair for pair in found if pair.base and pair.draft and pair.base_text == pair.draft_text]
    common = [unit.text for unit in base]
    shared = sum(
        common.count(text) and min(common.count(text), [u.text for u in draft].count(text)) for text in set(common)
    )
    assert len(equal) == shared
    for pair in found:
        assert _applied(pair) == pair.draft_text or not (pair.base and pair.draft)


def _applied(pair: Pair) -> str:
    """Return the base's text with the edits of a pair."""
    text = pair.base_text
    for (start, end), (first, last) in reversed(pair.edits):
        text = text[:start] + pair.draft_text[first:last] + text[end:]
    return text


def test_units_of_parts_and_annexes_are_compared() -> None:
    text = BASE + "\nAnnex\n\nRules for lamps\n\n1. A lamp is lit at dusk.\n"
    found = units(parse(text), parse(text).resolutions[0])
    assert [unit.part for unit in found if unit.text.startswith("A lamp")] == [Part.ANNEX]

"""How openers are set off, on drafts of our own."""

import pytest

from resolint import check as linted
from resolint import fix as mended
from resolint.lint.config import resolve
from resolint.rules.italics.emphasis_unpaired import EmphasisUnpaired
from resolint.rules.italics.italics_all_or_none import ItalicsAllOrNone
from resolint.rules.italics.italics_extent import ItalicsExtent
from resolint.rules.italics.opener_not_italic import OpenerNotItalic
from resolint.rules.registry import Registry

SETTINGS = resolve((), Registry((OpenerNotItalic, ItalicsExtent, ItalicsAllOrNone, EmphasisUnpaired)))
HEAD = "The General Assembly,\n\n*Recalling* its oath,\n\n"


def codes(text):
    return [found.code for found in linted(text, settings=SETTINGS)]


def fix(text):
    return mended(text, settings=SETTINGS)


@pytest.mark.parametrize("mark", ["*{}*", "_{}_", "**{}**", "<u>{}</u>"])
def test_a_roman_opener_among_others_is_set_off(mark):
    openers = ["Decides", "Takes note with appreciation", "Further requests", "Calls upon"]
    lines = ["{} to wake;", "{} of the lamps;", "{} the Keeper to sleep;", "{} all keepers to sleep."]
    numbered = [f"{n}. {line}" for n, line in enumerate(lines, 1)]
    right = HEAD + "\n\n".join(line.format(mark.format(o)) for line, o in zip(numbered, openers, strict=True)) + "\n"
    for opener in openers:
        wrong = right.replace(mark.format(opener), opener)
        assert "ITA001" in codes(wrong)
        assert mark.format(opener) in fix(wrong)


def test_plain_text_is_ignored():
    assert (
        codes(
            "The General Assembly,\n\nRecalling its oath,\n\n1. Decides to wake;\n\n2. Requests the Keeper to sleep.\n"
        )
        == []
    )


def test_a_roman_preamble_is_ignored_where_the_operative_part_is_italic():
    assert (
        codes("The General Assembly,\n\nRecalling its oath,\n\n1. *Decides* to wake;\n\n2. *Welcomes* the fog.\n") == []
    )


def test_paragraphs_without_an_opener_are_ignored():
    assert codes(HEAD + "1. *Decides* to wake;\n\n2. We, the keepers, shall sleep;\n\n3. *Welcomes* the fog.\n") == []


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("*Takes note of* the fog", "*Takes note* of the fog"),
        ("*Requests the* Keeper to wake", "*Requests* the Keeper to wake"),
        ("*Decides that* lamps be lit", "*Decides* that lamps be lit"),
        ("*Takes* note of the fog", "*Takes note* of the fog"),
        ("*Calls* upon all keepers to wake", "*Calls upon* all keepers to wake"),
        ("**Takes note of** the fog", "**Takes note** of the fog"),
        ("<u>Takes note of</u> the fog", "<u>Takes note</u> of the fog"),
    ],
)
def test_the_marks_are_moved_to_the_opener(wrong, right):
    text = "The General Assembly,\n\n1. {}.\n"
    assert codes(text.format(wrong)) == ["ITA002"]
    assert fix(text.format(wrong)) == text.format(right)


def test_a_roman_adverb_is_taken_in():
    text = (
        "The General Assembly,\n\n*Recalling* its oath,\n\n{} its lamps,\n\n1. *Decides* to wake;\n\n2. {} to sleep.\n"
    )
    wrong = text.format("*Recalling* also", "Also *decides*")
    assert codes(wrong) == ["ITA002", "ITA002"]
    assert fix(wrong) == text.format("*Recalling also*", "*Also decides*")


@pytest.mark.parametrize(
    "right",
    [
        "*Mindful* of the fog",
        "*Reiterates its invitation* to all keepers to wake",
        "*Calls for* more light",
        "*Expresses its deep concern* about the fog",
        "*Illuminates the coast*",
    ],
)
def test_right_extents_are_ignored(right):
    assert codes(f"The General Assembly,\n\n1. {right}.\n") == []


def test_the_council_has_its_own_extents():
    assert codes("The Security Council,\n\n*Taking note of* the fog,\n\n1. *Expresses* concern at the fog.\n") == []


def test_a_resolution_that_lost_its_italics_among_others():
    one = "Resolution 27/{}\n\n{}\n\nThe General Assembly,\n\n1. {} to wake;\n\n2. {} the fog.\n\n"
    right = "".join(
        one.format(n, title, "*Decides*", "*Welcomes*") for n, title in enumerate(("Lamps", "Wicks", "Fog"), 1)
    )
    wrong = right.replace(
        "*Decides* to wake;\n\n2. *Welcomes* the fog.\n\nResolution 27/3",
        "Decides to wake;\n\n2. Welcomes the fog.\n\nResolution 27/3",
    )
    assert codes(right) == []
    assert codes(wrong) == ["ITA003"]
    assert fix(wrong) == right


@pytest.mark.parametrize("mark", ["*", "**", "_"])
@pytest.mark.parametrize("opener", ["Requests", "Takes note with appreciation of", "Further requests"])
def test_the_mark_that_is_missing_is_put_and_no_other(mark, opener):
    bare = opener.removesuffix(" of")
    rest = opener.removeprefix(bare) + " the lamps;"
    others = f"\n\n1. {mark}Decides{mark} to wake;\n\n2. {mark}Urges{mark} all to sleep."
    right = f"The General Assembly,\n\n{mark}Noting{mark} the oath,{others}\n\n3. {mark}{bare}{mark}{rest}\n"
    assert codes(right) == []
    pair = f"{mark}{bare}{mark}"
    for half in (f"{mark}{bare}", f"{bare}{mark}"):
        wrong = right.replace(pair, half)
        assert codes(wrong) == ["ITA007"]
        assert fix(wrong) == right
    for astray in (f"{mark}{bare} {mark}", f"{mark}{bare} {mark} "):
        wrong = right.replace(f"{pair} ", astray)
        assert codes(wrong) == ["ITA007"]
        assert fix(wrong) == right


def test_the_mark_of_the_council_is_put_on_request():
    wrong = "The Security Council,\n\n*Noting the oath,\n\n1. *Decides* to wake."
    assert codes(wrong) == ["ITA007"]
    assert fix(wrong) == wrong


def test_a_mark_before_words_that_are_no_opener_is_ignored():
    assert codes(HEAD + "1. *Decides* to wake;\n\n2. *Keepers of all lands are to sleep.") == []

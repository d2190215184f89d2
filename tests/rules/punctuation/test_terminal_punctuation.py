"""The closing marks of paragraphs."""

import pytest

PREAMBLE = "*Recalling* its oath,\n\n*Noting* the fog{},\n\n1. *Decides* to wake."
OPERATIVE = "1. *Decides* to wake;\n\n2. *Notes* the fog{};\n\n3. *Welcomes* the dawn."


@pytest.mark.parametrize("mark", [";", ".", "", ":"])
@pytest.mark.parametrize("after", ["", "[^1]", "¹", "  "])
def test_a_preambular_paragraph_ends_with_a_comma(reported, fix, mark, after):
    right = PREAMBLE.replace("{},", "," + after)
    wrong = PREAMBLE.replace("{},", mark + after)
    assert reported(right) == []
    assert [name for name, _ in reported(wrong)] == ["preambular-comma-missing"]
    assert fix(wrong, unsafe=True) == right
    assert fix(wrong) == (wrong if mark == ":" else right)


@pytest.mark.parametrize("mark", [",", ".", ""])
@pytest.mark.parametrize(
    "words", ["", " of *The Lamp*", " of “The Lamp”", " in resolution [70/1](http://lamps.example/70)", " (dense)"]
)
def test_an_operative_paragraph_ends_with_a_semicolon(reported, fix, mark, words):
    right = OPERATIVE.replace("{}", words)
    wrong = OPERATIVE.replace("{};", words + mark)
    assert reported(right) == []
    assert [name for name, _ in reported(wrong)] == ["operative-semicolon-missing"]
    assert fix(wrong) == right


@pytest.mark.parametrize("mark", [";", ",", ""])
def test_the_last_operative_paragraph_ends_with_a_stop(reported, fix, mark):
    right = "1. *Decides* to wake;\n\n2. *Notes* the fog."
    wrong = right.removesuffix(".") + mark
    assert [name for name, _ in reported(wrong)] == ["final-full-stop-missing"]
    assert fix(wrong) == right


def test_the_end_of_a_section_is_not_the_end(reported):
    text = "## I\n\n1. *Decides* to wake;\n\n2. *Notes* the fog{}\n\n## II\n\n1. *Welcomes* the dawn."
    assert reported(text.format(";")) == []
    assert reported(text.format(".")) == [("operative-semicolon-missing", ".")]


def test_each_part_ends_with_a_stop(reported):
    part = "## {}\n\nThe General Assembly,\n\n1. *Decides* to wake;\n\n2. *Notes* the fog."
    assert reported("# Resolution 81/4\n\n" + part.format("A") + "\n\n" + part.format("B")) == []


@pytest.mark.parametrize(
    "words",
    [
        "*Notes* the words of the keeper: “The fog is dense.”",
        "*Notes* the lamp until 6 p.m.;",
        "*Notes* the fog ...",
        "*Notes* the fog [dense] [thin]",
        "*Notes* the fog;\u200e",
    ],
)
def test_these_ends_are_ignored(reported, words):
    assert reported(f"1. *Decides* to wake;\n\n2. {words}\n\n3. *Welcomes* the dawn.") == []


def test_after_an_abbreviation_the_mark_is_added(fix):
    text = "1. *Decides* to sleep until 6 p.m.{}\n\n2. *Welcomes* the dawn at 6 a.m."
    assert fix(text.format("")) == text.format(";")


def test_a_colon_introduces_whatever_follows(reported):
    table = "1. *Approves* the table below:\n\n| lamp | oil |\n|---|---|\n| north | 3 |\n\n2. *Welcomes* the dawn."
    quoted = "1. *Decides* to swear as follows:\n\nWe shall keep the lamps lit.\n\n2. *Welcomes* the dawn."
    assert reported(table) == reported(quoted) == []


def test_a_habit_is_reported_once_and_fixed_at_all_places(reported, messages, fix):
    lines = "1. *Decides* to wake{0}", "2. *Notes* the fog{0}", "3. *Welcomes* the dawn{0}", "4. *Requests* a song."
    text = "\n\n".join(lines)
    assert reported(text.format(",")) == [("operative-semicolon-missing", ",")]
    assert messages(text.format(",")) == ["3 operative paragraphs must end with a semicolon, not a comma"]
    assert fix(text.format(",")) == text.format(";")


def test_the_habit_of_a_body_that_is_not_known_is_its_own(reported):
    preamble = "*Recalling* its oath;\n\n*Noting* the fog;\n\n*Mindful* of the dawn;"
    assert reported(f"The Conference of Keepers,\n\n{preamble}\n\n1. *Decides* to wake;\n\n2. *Notes* it.") == []


LIST = """
1. *Requests* the keepers{colon}

(a) To trim the wicks{first}

(b) To wind the clockwork;

(c) To keep the log{last}

2. *Welcomes* the dawn.
""".strip()


def filled(colon=":", first=";", last=";"):
    return LIST.format(colon=colon, first=first, last=last)


@pytest.mark.parametrize(
    ("wrong", "name"),
    [
        ({"colon": ""}, "colon-missing"),
        ({"colon": ","}, "colon-missing"),
        ({"first": ","}, "item-semicolon-missing"),
        ({"first": ""}, "item-semicolon-missing"),
        ({"last": "."}, "operative-semicolon-missing"),
    ],
)
def test_a_list_is_led_in_by_a_colon_and_its_items_end_with_semicolons(reported, fix, wrong, name):
    assert reported(filled()) == []
    assert [found for found, _ in reported(filled(**wrong))] == [name]
    assert fix(filled(**wrong)) == filled()


def test_the_last_item_may_end_the_resolution(reported):
    text = filled().partition("\n\n2.")[0]
    assert reported(text.removesuffix(";") + ".") == []
    assert reported(text) == [("final-full-stop-missing", ";")]


def test_a_list_of_the_preamble_ends_with_a_comma(reported):
    text = (
        "*Noting* the lamps:\n\n(a) Of the north;\n\n(b) Of the south{}\n\n1. *Decides* to wake;\n\n2. *Notes* the fog."
    )
    assert reported(text.format(",")) == []
    assert reported(text.format(";")) == [("preambular-comma-missing", ";")]


def test_lists_of_the_security_council_vary(reported):
    assert reported("The Security Council,\n\n" + filled(first=", and")) == []


def test_a_paragraph_that_a_page_break_cuts_ends_once(reported):
    text = (
        "1. *Decides* to keep the lamps of the north mole\n\n12/34\n\nlit until the morning;\n\n2. *Welcomes* the dawn."
    )
    assert reported(text) == []


def test_older_texts_end_as_they_like(reported):
    head = "# Resolution 12 (1946)\n\nThe Security Council,\n\n*Recalling* its resolution 2 (1946);\n\n"
    assert reported(head + "1. *Decides* to wake.\n\n2. *Notes* it.") == []


@pytest.mark.parametrize("word", ["and", "or"])
def test_a_lead_in_that_goes_on_keeps_its_comma(fix, word):
    right = f"1. *Requests* the keepers to sing, {word}:\n\n(a) To wake;\n\n(b) To sleep;\n\n2. *Notes* the fog."
    assert fix(right) == right
    assert fix(right.replace(f"{word}:", word)) == right

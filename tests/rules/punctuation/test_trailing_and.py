"""No “and” before the last paragraph or item."""

import pytest

LIST = (
    "1. *Requests* the keepers:\n\n(a) To wake;\n\n(b) To trim the wicks{}\n\n(c) To sleep;\n\n"
    "2. *Notes* the fog{}\n\n3. *Urges* it."
)


@pytest.mark.parametrize("words", ["; and", "; and ", ";\u00a0and", "; and,"])
@pytest.mark.parametrize("place", [0, 1])
def test_an_and_after_the_mark_is_removed(reported, fix, words, place):
    wrong = LIST.format(*(words if i == place else ";" for i in range(2)))
    assert reported(wrong) == [("trailing-and", words.strip(" ;\u00a0"))]
    assert fix(wrong) == LIST.format(*(";" + " " * words.endswith(" ") if i == place else ";" for i in range(2)))


def test_an_and_at_the_end_of_the_preamble_is_removed(fix):
    text = "*Recalling* its oath, and\n\n*Noting* the fog, and\n\n1. *Decides* to wake;\n\n2. *Urges* it."
    assert fix(text) == text.replace(", and", ",")


def test_mark_and_word_are_fixed_together(fix):
    assert fix(LIST.format(", and", ";")) == LIST.format(";", ";")


@pytest.mark.parametrize("words", ["; or", ";", " and the sand;", "; and/or"])
def test_other_endings_are_ignored(reported, words):
    assert "trailing-and" not in {name for name, _ in reported(LIST.format(words, ";"))}


def test_the_security_council_writes_it(reported):
    assert reported("The Security Council,\n\n" + LIST.format("; and", ";")) == []


def test_what_is_annexed_is_ignored(reported):
    annex = "## Annex\n\nRules of the lamp room\n\n1. The keepers shall:\n\n(a) Wake; and\n\n(b) Sleep."
    assert reported(LIST.format(";", ";") + "\n\n" + annex) == []

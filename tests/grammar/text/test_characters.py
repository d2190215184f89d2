"""Raised digits and spaces."""

import re

import pytest

from resolint.grammar.text.characters import PLAIN_DIGITS, RAISED_DIGITS, SPACES


def test_digits_are_raised_and_lowered():
    assert "2015".translate(RAISED_DIGITS) == "²⁰¹⁵"
    assert "²⁰¹⁵".translate(PLAIN_DIGITS) == "2015"


@pytest.mark.parametrize("text", [" ", "\u00a0", "\u202f", "   "])
def test_spaces_between_words_may_be_no_break_spaces(text):
    assert re.fullmatch(SPACES, text)


@pytest.mark.parametrize("text", ["", "\t", "\n", "    "])
def test_other_white_space_is_not_between_words_of_a_line(text):
    assert not re.fullmatch(SPACES, text)

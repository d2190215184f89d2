"""Finding the paragraphs of a resolution that contain some words."""

import re

import pytest

from resolint.grammar.model.paragraph_search import paragraphs_matching, paragraphs_with
from resolint.grammar.syntax.language import language
from resolint.grammar.syntax.parser import parse

TEXT = """# 77/999. Lamps of the outer islands

*The General Assembly*,

*Recalling* the Lamp Treaty and the Lamp Rules,

1. *Decides* to keep the lamps lit:

   (a) In the winter, under the Treaty of Lamps;

   (b) In storms;

2. *Requests* the keepers to trim the wicks.

Annex I

Lamps

The Rules of the islands apply to all lamps, and to the keepers who trim the wicks.
"""


@pytest.fixture
def resolution():
    (only,) = parse(TEXT, language("en")).resolutions
    return only


def begin_as(found, begins):
    return [p.prose.text[: len(begin)] for p, begin in zip(found, begins, strict=True)] == begins


@pytest.mark.parametrize(
    ("parts", "begins"),
    [
        (("Treaty",), ["Recalling", "In the winter"]),
        (("Rules", "Treaty"), ["Recalling", "In the winter", "The Rules"]),
        (("the keepers to",), ["Requests"]),
        (("wicks.",), ["Requests", "The Rules"]),
        (("Crane",), []),
        ((), []),
    ],
)
def test_paragraphs_that_contain_a_string_are_found_in_order(resolution, parts, begins):
    assert begin_as(paragraphs_with(resolution, parts), begins)


@pytest.mark.parametrize(
    ("pattern", "begins"),
    [
        ("Rules|Treaty", ["Recalling", "In the winter", "The Rules"]),
        ("Treaty of", ["In the winter"]),
        ("(?:Lamp|Treaty) (?:R|o)", ["Recalling", "In the winter"]),
        (r"wicks\.", ["Requests", "The Rules"]),
        ("Crane", []),
    ],
)
def test_paragraphs_in_which_a_pattern_matches_are_found_in_order(resolution, pattern, begins):
    assert begin_as(paragraphs_matching(resolution, re.compile(pattern)), begins)

"""Finding the paragraphs of a resolution that contain some words."""

import re

import pytest

from resolint.grammar.model.paragraph_search import paragraphs_with
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


@pytest.mark.parametrize(
    ("parts", "followed_by", "begins"),
    [
        (("Treaty",), None, ["Recalling", "In the winter"]),
        (("Rules", "Treaty"), None, ["Recalling", "In the winter", "The Rules"]),
        (("Treaty",), r" of", ["In the winter"]),
        (("Lamp",), r" R", ["Recalling"]),
        (("the keepers to",), None, ["Requests"]),
        (("wicks.",), None, ["Requests", "The Rules"]),
        (("lit:\nIn",), r" Treaty", []),
        (("Crane",), None, []),
        ((), None, []),
    ],
)
def test_paragraphs_that_contain_a_string_are_found_in_order(resolution, parts, followed_by, begins):
    found = paragraphs_with(resolution, parts, followed_by and re.compile(followed_by))
    assert [p.prose.text[: len(begin)] for p, begin in zip(found, begins, strict=True)] == begins

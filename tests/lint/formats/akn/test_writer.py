"""Drafts written as Akoma Ntoso, and read back."""

import re

import pytest
from lxml import etree

from resolint.lint.formats.akn.reader import read
from resolint.lint.formats.akn.writer import write
from resolint.lint.formats.errors import UnwritableFileError

DRAFT = """\
# Resolution 27/2

## Tidal libraries

*The General Assembly*,

*Recalling* its resolution [26/1](https://example.org/26/1(2020)),[^1] and in particular:

   (a) Its section on sand;

*Noting* **the tide**,

### Shelves

1. *Decides* to lend:[^2]

   (a) Sand, in accordance with *The Tide*;

      (i) By the bucket;

      (ii) By the ship;

   (b) Shells;[^1]

2. *Requests* the keepers to count the books as follows:

| Tide | Books |
| --- | --- |
| High | 2 |

3. *Decides* to remain seized of the matter.

## Annex

### Rules of lending

1. Sand is lent for a year.

[^1]: See *The Tide*.

[^2]: By 5 km² at most.
"""


def blocks(text):
    return [re.sub(r"^#+ |^ +", "", block) for block in text.strip().split("\n\n")]


def test_nothing_is_lost_on_the_way_there_and_back():
    assert blocks(read(write(DRAFT)).text) == blocks(DRAFT)


def test_what_was_written_is_written_the_same_again():
    once = write(DRAFT)
    assert write(read(once).text) == once


def test_parts_of_the_resolution_have_the_names_of_the_format():
    root = etree.fromstring(write(DRAFT))
    names = {"a": "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"}

    def found(path):
        return root.xpath(path, namespaces=names)

    assert found("string(//a:preface//a:docNumber)") == "Resolution 27/2"
    assert [container.get("name") for container in found("//a:preamble/a:container")] == ["Recalling", "Noting"]
    assert [number.text for number in found("//a:statement/a:mainBody/a:paragraph/a:num")] == ["1.", "2.", "3."]
    assert [number.text for number in found("//a:point/a:num")] == ["(a)", "(i)", "(ii)", "(b)"]
    assert [note.get("marker") for note in found("//a:authorialNote")] == ["1", "2"]
    assert len(found("//a:attachment")) == 1


@pytest.mark.parametrize(("text", "words"), [("Sand", "no resolution"), (DRAFT + "\n" + DRAFT, "2 resolutions")])
def test_a_draft_without_exactly_one_resolution_is_an_error(text, words):
    with pytest.raises(UnwritableFileError, match=words):
        write(text)


def test_headings_inside_a_paragraph_are_written():
    draft = "The General Assembly,\n\n1. *Requests* the keepers:\n\nLamps\n\n(a) To trim;\n\nBells\n\n(b) To ring."
    assert b">Bells<" in write(draft)

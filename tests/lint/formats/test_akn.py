"""Akoma Ntoso, with invented drafts."""

import pytest

from resolint.lint.formats.akn.reader import read
from resolint.lint.formats.errors import UnreadableFileError

HEAD = '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><statement name="resolution">'
TAIL = "</statement></akomaNtoso>"
TITLE = "<docTitle><span class='bold'>\tTidal libraries</span></docTitle>"
PREFACE = f"<preface><p><docNumber>27/2.</docNumber>{TITLE}</p></preface>"
DRAFT = f"""{HEAD}<meta><x>not read</x></meta><coverPage><p>Distr.: General</p></coverPage>{PREFACE}
<preamble><formula eId="formula_1"><p><span class="italic">The General Assembly</span>,</p></formula>
<container eId="container_1"><p>\t<span class="italic">Recalling </span>its resolution
 <a href="https://example.org/26/1(2020)">26/1</a>,<authorialNote marker="1" eId="note_1">
<p>\tSee <span class="italic">The Tide</span>.</p></authorialNote></p></container></preamble>
<mainBody><paragraph eId="para_1"><num>1.</num><content eId="para_1__content">
<p><span class="italic">Decides</span>:</p></content>
<list><point eId="point_1"><num>(a)</num><content><p>To lend 5 km<sup>2</sup> of sand;</p></content></point></list>
</paragraph>
<paragraph class="H23"><subheading>Of shelves</subheading></paragraph>
<paragraph><content><p>Algeria*, <i>x</i>_y_</p></content></paragraph>
<table><tr><th><p>Tide</p></th><th>Books | maps</th></tr><tr><td>High</td><td>2</td></tr></table></mainBody>
<attachments><attachment><doc name="annex"><mainBody>
<p>Rules of lending</p></mainBody></doc></attachment></attachments>{TAIL}"""

CANONICAL = """\
# Resolution 27/2

## Tidal libraries

*The General Assembly*,

*Recalling* its resolution [26/1](https://example.org/26/1(2020)),[^1]

1. *Decides*:

   (a) To lend 5 km² of sand;

### Of shelves

Algeria\\*, *x*\\_y\\_

| Tide | Books \\| maps |
| --- | --- |
| High | 2 |

## Annex

Rules of lending

[^1]: See *The Tide*.
"""


def test_a_resolution_is_read_completely():
    assert read(DRAFT.encode()).text == CANONICAL


def test_places_are_identifiers_or_lines():
    canonical = read(DRAFT.encode())
    for words, place in (
        ("Recalling", "container_1"),
        ("To lend", "point_1"),
        ("See", "note_1"),
        ("Algeria", "line 11"),
    ):
        assert canonical.source_map.at(canonical.text.index(words)) == place


@pytest.mark.parametrize(
    ("number", "heading"),
    [("9/4", "# Resolution 9/4"), ("ES-3/1", "# Resolution ES-3/1"), ("Draft resolution I", "# Draft resolution I")],
)
def test_the_heading_names_what_it_is(number, heading):
    preface = f"<preface><p><docNumber>{number}</docNumber></p></preface>"
    assert read((HEAD + preface + TAIL).encode()).text == heading + "\n"


ENTITY = '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
FILE = '<!DOCTYPE a [<!ENTITY f SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (HEAD + "<p>Recall", "not well-formed"),
        ("<lamp/>", "not an Akoma Ntoso document"),
        (ENTITY + HEAD + "<p>&b;</p>" + TAIL, "entities"),
        (FILE + HEAD + "<p>&f;</p>" + TAIL, "entities"),
        (HEAD + "<hcontainer>" * 100_000, "deep"),
    ],
)
def test_a_hostile_file_is_an_error_in_one_sentence(data, words):
    with pytest.raises(UnreadableFileError, match=words):
        read(data.encode())


def test_depth_that_is_read_exhausts_no_stack():
    deep = "<hcontainer>" * 240 + "<p>Deep</p>" + "</hcontainer>" * 240
    assert read((HEAD + deep + TAIL).encode()).text == "Deep\n"

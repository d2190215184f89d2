"""The parser accepts any text, loses none of it, and gives every node its span."""

import random
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from resolint.grammar import parse
from resolint.grammar.syntax.tree import Heading, OrganLine, Paragraph, Stray, Table, children, walk
from resolint.grammar.text.positions import Span

CORPUS = Path(__file__).resolve().parents[4] / "shared" / "corpus"
SIGNS = frozenset("#-*+•_<>/ubiemstrong.\ufeff\u200b\u200e\u200f")
"""Characters between blocks other than white space: signs of headings and lists, emphasis around a number."""


def leaves(document):
    """Return the spans of the blocks: text and marks of paragraphs, tables, footnotes and page furniture."""
    found = [note.span for note in document.footnotes] + [furniture.span for furniture in document.furniture]
    for node in walk(document):
        match node:
            case Table():
                found.append(node.span)
            case Heading() | OrganLine() | Stray():
                found += [segment.span for segment in node.prose.segments]
            case Paragraph():
                found += [segment.span for segment in node.prose.segments]
                found += [node.mark.span] if node.mark else []
    return sorted(span for span in found if len(span))


def assert_whole(text):
    """Everything that must hold of the reading of any text."""
    document = parse(text)
    assert document.span == Span(0, len(text))
    for node in walk(document):
        for child in children(node):
            assert node.span.start <= child.span.start <= child.span.end <= node.span.end, (node, child)
        if isinstance(node, Heading | OrganLine | Stray | Paragraph):
            assert_placed(text, node.prose, node.span)
    for note in document.footnotes:
        assert_placed(text, note.prose, note.span)
    blocks = [Span(0, 0), *leaves(document), Span(len(text), len(text))]
    for before, after in pairwise(blocks):
        assert before.end <= after.start, (text[before.start : before.end], text[after.start : after.end])
        between = text[before.end : after.start]
        assert not between.strip() or set("".join(between.split())) <= SIGNS, between
    return document


def assert_placed(text, prose, whole):
    """The words are at their places, inside their node."""
    for segment in prose.segments:
        assert whole.start <= segment.span.start <= segment.span.end <= whole.end
        assert prose.reading.raw[segment.raw :].startswith(text[segment.span.start : segment.span.end])
    for reference in prose.footnote_references:
        place = prose.raw_span(reference.raw_start, reference.raw_end)
        assert text[place.start : place.end] == prose.reading.raw[reference.raw_start : reference.raw_end]
    length = len(prose.text)
    for start in range(0, length, max(length // 8, 1)):
        place = prose.span(start, start + 1)
        assert whole.start <= place.start <= place.end <= whole.end
        if prose.unbroken(start, start + 1):
            assert text[place.start : place.end] == prose.text[start]


FRAGMENTS = [
    "# Resolution 77/901",
    "**Draft resolution IV**",
    "Draft decision II",
    "Resolution 2901 (2031)",
    "78/902. Keepers of the northern lighthouses",
    "Lighthouse keepers and migratory cranes",
    "The General Assembly,",
    "*The Security Council*,",
    "The Economic and Social Council, recalling its oath,",
    "Recalling its resolution [70/1](#) of 25 September 2015,¹",
    "*Noting* the flight of the cranes,[^2] and the",
    "of their return to the marshes;",
    "Acting under the rules of the tidal library,",
    "1. *Decides* to keep the lamp lit;",
    "2.\tAlso decides to trim the wick:",
    "**3. Requests** the keepers",
    "OP 4 bis. Encourages all States;",
    "(a) The keeper of the north mole;",
    "- (b) The keeper of the south mole; and",
    "(i) By day,",
    "(ii) By night.",
    "a) the alpine seed vault,",
    "— the tidal library;",
    "I",
    "A",
    "II. Keys of the seed vault",
    "Annex",
    "Annex II. Rules of the tidal library",
    "Chapter III",
    "12. The Commission met on 3 May.",
    "¹ Resolution 70/1.",
    "[^2]: See *The Lamp*, vol. 3, No. 4",
    "13 Ibid., annex.",
    "| lamp | height |\n|---|---|\n| north | 12[^3] |",
    "A/RES/77/901",
    "5/23",
    "31-16680 (E)",
    "*3116680*",
    "<!-- a comment -->",
    "<!-- a comment that",
    "Forum: The Lamp Room",
    "“A quoted paragraph,” *it said*",
    "[option one] (State: retain) [option two]",
    "that wraps\nover lines of the\nsame paragraph,",
    "-----",
    "***",
    "] ( ) [ * _ ** <u> </u> ^4^ <sup>5</sup>",
]
BREAKS = ["\n\n", "\n", "\r\n\r\n", "\r\n", "\r", "\x0b", "\x0c", "\u2028", "\n\n\x0c", "\n \n", " ", "\t", ""]
ODD = [
    "\ufeff",
    "\u200e",
    "\u00a0",
    "\u2011",
    "\x00",
    "\x85",
    "\ud83d\ude00".encode("utf-16", "surrogatepass").decode("utf-16"),
]

pieces = st.one_of(
    st.sampled_from(FRAGMENTS),
    st.sampled_from(FRAGMENTS),
    st.sampled_from(ODD),
    st.text(max_size=12),
    st.builds(lambda words, cut: words[: cut % (len(words) + 1)], st.sampled_from(FRAGMENTS), st.integers(0, 60)),
)
drafts = st.lists(st.tuples(pieces, st.sampled_from(BREAKS)), max_size=24).map(
    lambda parts: "".join(piece + after for piece, after in parts)
)


@settings(max_examples=300, deadline=None)
@given(drafts)
@example("")
@example("\ufeff")
@example("The General Assembly,")
def test_a_draft_in_pieces_is_read_whole(text):
    assert_whole(text)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_read_whole(text):
    assert_whole(text)


@settings(max_examples=60, deadline=None)
@given(drafts)
def test_a_text_is_read_the_same_each_time(text):
    one, other = parse(text), parse(text)
    assert [(type(n), n.span) for n in walk(one)] == [(type(n), n.span) for n in walk(other)]


@settings(max_examples=60, deadline=None)
@given(drafts)
def test_each_reference_is_bound_to_a_note_with_its_label(text):
    document = parse(text)
    labels = {note.label for note in document.footnotes}
    for reference in document.footnote_references:
        assert reference.footnote is None or reference.footnote.label == reference.label
        assert (reference.footnote is None) == (reference.label not in labels)


def torn(text, chance):
    """The text cut at a random place, and with two of its blocks in each other's place."""
    yield text[: chance.randrange(len(text) + 1)]
    yield text[chance.randrange(len(text) + 1) :]
    blocks = text.split("\n\n")
    one, other = chance.randrange(len(blocks)), chance.randrange(len(blocks))
    blocks[one], blocks[other] = blocks[other], blocks[one]
    yield "\n\n".join(blocks)


@pytest.mark.parametrize("folder", ["ga-77/markdown", "ga-76/report", "sc-2022/plain", "sc-older", "reports"])
def test_real_texts_cut_and_shuffled_are_read_whole(folder):
    if not (CORPUS / folder).is_dir():
        pytest.skip("the corpus is not beside the clone")
    chance = random.Random(f"{folder} 1")  # noqa: S311 - a sample, no secret
    files = [path for path in sorted((CORPUS / folder).iterdir()) if path.stat().st_size < 120_000]
    budget = 400_000  # code points in all, so that the time is bounded whatever the corpus holds
    for path in chance.sample(files, min(len(files), 12)):
        text = path.read_bytes().decode("utf-8")
        for piece in (text, *torn(text, chance)):
            assert_whole(piece)
            budget -= len(piece)
        if budget < 0:
            break

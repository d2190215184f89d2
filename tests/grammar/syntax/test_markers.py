"""Quick tests never contradict the patterns that they replace."""

from hypothesis import given
from hypothesis import strategies as st

from resolint.grammar.syntax.language import language
from resolint.grammar.syntax.markers import BULLET, FURNITURE, LETTERED, NO_ASIDE, NOTE, NUMBERED, UNMARKED

_BEGINNINGS = [
    "*",
    "_",
    "- ",
    "12",
    "1",
    ".",
    "/",
    " ",
    "(",
    ")",
    "a",
    "iv",
    "Page",
    "OP",
    "P",
    "A",
    "Lamp",
    "[^1]:",
    "¹",
]
_ENDS = ["Lamp", " ", ".", ";", ",", ":", "and", "or", "No", "*", "”", ")", "¹", "[^1]", "](u)", "<sup>1</sup>", "…"]


def _made_of(pieces: list[str]) -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(pieces), max_size=7).map("".join)


@given(_made_of(_BEGINNINGS))
def test_what_is_surely_no_note_and_no_furniture_is_neither(line):
    if NO_ASIDE.match(line):
        assert not FURNITURE.fullmatch(line)
        assert not NOTE.match(line)
        assert not language("en").sentences.bare_note(line)


@given(_made_of(_BEGINNINGS))
def test_what_surely_has_no_mark_has_none(line):
    if UNMARKED.match(line):
        assert not NUMBERED.match(line)
        assert not LETTERED.match(line)
        assert not BULLET.match(line)


@given(_made_of(_ENDS), st.sampled_from([";", ":", "!", "?", "…"]))
def test_a_last_mark_closes_whatever_precedes_it(words, mark):
    assert language("en").sentences.end_mark(words + mark, 0, len(words) + 1) == mark

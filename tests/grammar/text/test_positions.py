"""Places in a text."""

from hypothesis import given
from hypothesis import strategies as st

from resolint.grammar.text.positions import LineIndex, Position

TEXTS = st.text(alphabet=st.sampled_from("ab é😀\n\r\x0b\x0c\x85\u2028"), max_size=40)


@given(TEXTS)
def test_offset_and_position_undo_each_other(text):
    lines = LineIndex(text)
    for offset in range(len(text) + 1):
        place = lines.position(offset)
        inside_line_end = offset > lines.line(place.row).end
        assert inside_line_end or lines.offset(place) == offset


@given(TEXTS, st.sampled_from(["utf-8", "utf-16", "utf-32"]))
def test_offset_and_units_undo_each_other(text, encoding):
    lines = LineIndex(text)
    for offset in range(len(text) + 1):
        if offset <= lines.line(lines.position(offset).row).end:
            assert lines.from_units(*lines.units(offset, encoding), encoding) == offset


def test_units_of_a_line_with_wide_characters():
    lines = LineIndex("x\né😀b")
    assert [lines.units(5, encoding) for encoding in ("utf-8", "utf-16", "utf-32")] == [(1, 7), (1, 4), (1, 3)]


def test_a_unit_inside_a_surrogate_pair_moves_left():
    assert LineIndex("a😀b").from_units(0, 2, "utf-16") == 1


def test_places_beyond_the_text_are_moved_to_its_end():
    lines = LineIndex("ab\ncd")
    assert lines.position(99) == Position(2, 3)
    assert lines.offset(Position(9, 9)) == 5
    assert lines.from_units(9, 9, "utf-16") == 5


def test_only_three_line_ends_end_a_line():
    assert LineIndex("a\x0bb\x0cc\x85d\u2028e\r\nf\rg\nh").count == 4


@given(TEXTS, TEXTS, st.data())
def test_the_lines_of_an_edited_text_are_those_of_the_new_text(text, content, data):
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(text))] * 2)))
    edited, fresh = LineIndex(text).edited(start, end, content), LineIndex(text[:start] + content + text[end:])
    assert edited.text == fresh.text
    assert [edited.line(row) for row in range(1, edited.count + 1)] == [
        fresh.line(row) for row in range(1, fresh.count + 1)
    ]


@given(st.text(alphabet=st.sampled_from("a\n\r"), max_size=12), st.data())
def test_a_line_end_that_an_edit_joins_or_divides_is_found(text, data):
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(text))] * 2)))
    content = data.draw(st.sampled_from(["", "\r", "\n", "\r\n", "a"]))
    edited, fresh = LineIndex(text).edited(start, end, content), LineIndex(text[:start] + content + text[end:])
    assert [edited.position(at) for at in range(len(fresh.text))] == [
        fresh.position(at) for at in range(len(fresh.text))
    ]

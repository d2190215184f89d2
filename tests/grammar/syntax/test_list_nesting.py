"""The levels of lists, derived from their marks."""

import pytest

from resolint.grammar import parse
from resolint.grammar.syntax.tree import Paragraph


def read(marks):
    """The lists of a paragraph with these marks, as nested tuples of letters."""
    items = "".join(f"({mark}) To do it;\n\n" for mark in marks.split())
    text = f"The General Assembly,\n\n1. *Requests* the keepers:\n\n{items}2. *Notes* it.\n"
    return nested(parse(text).resolutions[0].operative[0])


def nested(paragraph):
    found = []
    for child in paragraph.children:
        if isinstance(child, Paragraph) and child.mark is not None:
            found += [child.mark.label, nested(child)] if child.children else [child.mark.label]
    return found


@pytest.mark.parametrize(
    ("marks", "levels"),
    [
        ("a b c", ["a", "b", "c"]),
        ("a i ii b", ["a", ["i", "ii"], "b"]),
        ("g h i j", ["g", "h", "i", "j"]),
        ("a b d e", ["a", "b", "d", "e"]),
        ("a b d c e", ["a", "b", "d", "c", "e"]),
        ("a b d c", ["a", "b", "d", "c"]),
        ("a b c d c d e", ["a", "b", "c", "d", "c", "d", "e"]),
        ("a i ii iv iii v b", ["a", ["i", "ii", "iv", "iii", "v"], "b"]),
        ("a b c i ii d", ["a", "b", "c", ["i", "ii"], "d"]),
    ],
)
def test_a_mark_that_goes_back_stays_at_its_level(marks, levels):
    assert read(marks) == levels

"""What a node is apart from its place: equal where it has only moved, another where anything else of it is changed."""

import dataclasses

import pytest

from resolint.grammar.syntax.inline import Reading
from resolint.grammar.syntax.language import language
from resolint.grammar.syntax.paragraph_text import ParagraphText
from resolint.grammar.syntax.parser import parse
from resolint.grammar.syntax.structural_key import structural_key
from resolint.grammar.syntax.tree import Document, Furniture, Mark, Prose, Segment, walk
from resolint.grammar.text.incremental_cache import IncrementalCache
from resolint.grammar.text.positions import Span

DRAFT = """\
Draft resolution I

Tidal libraries

*The General Assembly*,

*Recalling* the tide tables,¹

**I**

**Shelves**

1. *Requests* the librarians:

(a) To dry the books;

(b) To count them;

2. *Decides* to close at high water.

| shelf | books |
|---|---|
| 1 | 200 |

Annex

Hours

1. From ebb to flood.

¹ Tables of 2021.

Draft decision II

Opening day

The Conference decides to open the library on the first day of the neap tide.
"""


def nodes(document):
    return [*walk(document), *document.footnotes][1:]


def other(value):
    """A value of the same type that is not the same; none where no other can be made."""
    match value:
        case Span():
            return Span(value.start, value.end + 1)
        case Mark():
            return value._replace(text=value.text + "x")
        case Prose():
            return Prose(ParagraphText(value.reading.raw + "x", value.language), value.segments)
        case bool():
            return not value
        case str():
            return value + "x"
        case int():
            return value + 1
        case tuple():
            return value[:-1] if value else None
        case None | Reading():
            return None
        case _ if dataclasses.is_dataclass(value) and not isinstance(value, type):
            first = dataclasses.fields(value)[0].name
            names = [field.name for field in dataclasses.fields(value)]
            changed = "prose" if "prose" in names else first
            return dataclasses.replace(value, **{changed: other(getattr(value, changed))})
    raise AssertionError(f"no other {type(value).__name__}")


def test_a_node_that_has_moved_is_the_same():
    memory = IncrementalCache()
    before = nodes(parse(DRAFT, language(), memory))
    after = nodes(parse("\n\nPage 3\n\n" + DRAFT, language(), memory))
    assert [structural_key(node) for node in before] == [structural_key(node) for node in after][: len(before)]


def test_no_two_nodes_of_a_text_are_the_same():
    found = [structural_key(node) for node in nodes(parse(DRAFT, language(), IncrementalCache()))]
    assert len(set(found)) == len(found)


def test_whatever_is_changed_in_a_node_it_is_another():
    seen = set()
    for node in nodes(parse(DRAFT, language(), IncrementalCache())):
        for field in (field for field in dataclasses.fields(node) if field.compare):
            value = other(getattr(node, field.name))
            if value is not None:
                seen.add((type(node).__name__, field.name))
                changed = dataclasses.replace(node, **{field.name: value})
                assert structural_key(changed) != structural_key(node), (type(node).__name__, field.name)
    assert {kind for kind, _ in seen} >= {"Resolution", "Heading", "OrganLine", "Operative", "SubParagraph", "Footnote"}
    assert {("Operative", "opener"), ("Operative", "section"), ("Operative", "children"), ("Annex", "items")} <= seen


def test_a_page_break_at_another_place_makes_another():
    node = next(node for node in nodes(parse(DRAFT, language(), IncrementalCache())) if hasattr(node, "prose"))
    (first,) = node.prose.segments
    parts = (first, Segment(len(first.span), Span(first.span.end, first.span.end)))
    moved = dataclasses.replace(node, prose=Prose(node.prose.paragraph_text, parts))
    assert structural_key(moved) != structural_key(node)


@pytest.mark.parametrize("node", [Document(Span(0, 1), " ", language(), ()), Furniture(Span(0, 1))])
def test_a_node_without_words_has_a_key_too(node):
    assert hash(structural_key(node)) == hash(structural_key(node))

"""Sketches of trees for tests: one line for each node, indented below its parent."""

from collections.abc import Callable
from textwrap import dedent

import pytest

from resolint.grammar import parse
from resolint.grammar.syntax.tree import (
    Annex,
    Document,
    Heading,
    ListItem,
    Node,
    Operative,
    OrganLine,
    Paragraph,
    PlainParagraph,
    Preambular,
    Provision,
    ReportParagraph,
    Resolution,
    Stray,
    SubParagraph,
    Table,
    children,
)

NAMES = {
    Preambular: "preambular",
    Operative: "operative",
    SubParagraph: "sub",
    ListItem: "item",
    Provision: "provision",
    PlainParagraph: "plain",
    ReportParagraph: "report",
}
Sketch = Callable[[str], str]


@pytest.fixture
def parsed() -> Callable[[str], Document]:
    """Return the tree of a draft, which may be indented like the test."""
    return lambda draft: parse(dedent(draft).lstrip("\n"))


@pytest.fixture
def sketch() -> Sketch:
    """Return the tree of a text as lines."""

    def drawn(text: str) -> str:
        document = parse(text)
        return "\n".join(line for item in document.items for line in lines(item, 0))

    return drawn


@pytest.fixture
def same(sketch: Sketch) -> Callable[[str, str], None]:
    """Assert that a draft has the tree of a sketch; both may be indented like the test."""

    def compare(draft: str, expected: str) -> None:
        assert sketch(dedent(draft).lstrip("\n")) == dedent(expected).strip("\n")

    return compare


def lines(node: Node, depth: int) -> list[str]:
    below = [line for child in children(node) for line in lines(child, depth + 1)]
    pad = "  " * depth
    match node:
        case Resolution():
            name = "part" if node.is_part else node.kind.value
            skip = {heading.id for heading in (node.head, *node.titles) if heading is not None}
            below = [line for c in children(node) if c.id not in skip for line in lines(c, depth + 1)]
            title = f": {node.title}" if node.titles else ""
            return [f"{pad}{name}{f' {node.number}' if node.number else ''}{title}", *below]
        case OrganLine():
            return [f"{pad}{node.name} ({node.body})"]
        case Heading():
            return [f"{pad}heading {node.text}"]
        case Annex():
            return [f"{pad}annex", *below]
        case Table():
            return [f"{pad}table"]
        case Stray():
            return [f"{pad}stray {node.prose.text}"]
        case Paragraph():
            mark = f" {node.mark.text}" if node.mark else ""
            return [f"{pad}{NAMES[type(node)]}{mark} {node.text}".rstrip(), *below]
        case _:
            return [f"{pad}?"]

"""What of a text is in no unit of a resolution: its head, the names of organs, the text around the resolutions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..syntax.tree import Document, Heading, Node, OrganLine, Paragraph, Stray, Table, children
from .units import Part, Unit

Leaf = Heading | OrganLine | Paragraph | Stray | Table


def leaves(nodes: Sequence[Node], depth: int = 0) -> Iterator[tuple[Leaf, int]]:
    """Yield the headings, paragraphs and tables of a tree in order, each with the number of paragraphs above it."""
    for node in nodes:
        if isinstance(node, Leaf):
            yield node, depth
        yield from leaves(children(node), depth + isinstance(node, Paragraph))


def outside(document: Document, inside: Sequence[Unit]) -> tuple[Unit, ...]:
    """Return units for all text that is in none of the given ones."""
    known = {unit.node.id for unit in inside if unit.node is not None}
    for resolution in document.resolutions:
        for each in (resolution, *resolution.parts):
            known.update(title.id for title in each.titles)
    return tuple(
        Unit(Part.OTHER, " ".join(_text(document, node).split()), node.span, node=node)
        for node, _ in leaves(document.items)
        if node.id not in known
    )


def _text(document: Document, node: Leaf) -> str:
    if isinstance(node, Table):
        return document.source[node.span.start : node.span.end]
    mark = node.mark if isinstance(node, Paragraph) else None
    return node.prose.text if mark is None else f"{mark.text} {node.prose.text}"

"""A key of a node's content without its position: nodes with equal keys differ only in where they are."""

from __future__ import annotations

from .tree import Annex, Footnote, Heading, Mark, Node, Openable, OrganLine, Paragraph, Prose, Resolution, Stray, walk

Key = tuple[object, ...]
"""It is hashable."""


def structural_key(node: Node) -> Key:
    """Return the key of a node and all nodes below it, with positions relative to its beginning.

    The heading of a paragraph's section counts by its words, and by its position only if it is within the node. Texts
    of paragraphs count by identity, so that keys are equal across versions that were parsed with one incremental cache.
    """
    if isinstance(node, Paragraph) and not node.children:
        return _own(node)
    at = node.span.start
    found: list[object] = []
    for below in walk(node):
        section = below.section if isinstance(below, Paragraph) else None
        inside = section.span.start - at if section is not None and section.span.start >= at else None
        found.append((below.span.start - at, inside, _own(below)))
    return tuple(found)


def _own(node: Node) -> Key:
    """Return the key of a node without the nodes below it, but with their number."""
    at, end = node.span
    kind, length = type(node), end - at
    match node:
        case Paragraph():
            opener = node.opener if isinstance(node, Openable) else None
            section = None if node.section is None else _heading(node.section)
            mark = None if node.mark is None else _mark(node.mark, at)
            return kind, length, *_prose(node.prose, at), mark, opener, section, len(node.children)
        case Heading():
            return kind, length, *_prose(node.prose, at), *_heading(node)
        case OrganLine():
            return kind, length, *_prose(node.prose, at), node.name, node.body
        case Footnote():
            return kind, length, *_prose(node.prose, at), node.label, node.mark.start - at, node.mark.end - at
        case Stray():
            return kind, length, *_prose(node.prose, at)
        case Annex():
            return kind, length, len(node.items)
        case Resolution():
            named = node.kind, node.number, node.is_part, node.head is None, node.organ is None
            return kind, length, *named, len(node.titles), len(node.body), len(node.parts), len(node.annexes)
        case _:
            return kind, length


def _prose(prose: Prose, at: int) -> Key:
    return prose.paragraph_text, *((raw, start - at, end - at) for raw, (start, end) in prose.segments)


def _heading(heading: Heading) -> Key:
    return heading.prose.paragraph_text, heading.numeral, heading.word, heading.depth


def _mark(mark: Mark, at: int) -> Key:
    return mark.span.start - at, mark.span.end - at, *mark[1:]

"""What a node is apart from its place: what has to be equal for two nodes to be one and the same, moved."""

from __future__ import annotations

from .tree import Annex, Footnote, Heading, Mark, Node, Openable, OrganLine, Paragraph, Prose, Resolution, Stray, walk

Key = tuple[object, ...]
"""It can be hashed."""


def structural_key(node: Node) -> Key:
    """A key of a node and all below it, its places counted from its own beginning.

    The heading of the section that a paragraph stands in counts by its words; by its place only where it lies within
    the node. Wordings and openers count by identity, so keys are equal across texts that were read with one memory.
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
    """The key of a node without what is below it, but for how much of each kind there is."""
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

"""A key of a node's content without its position: nodes with equal keys differ only in where they are."""

from __future__ import annotations

from collections.abc import Callable

from ..text.incremental_cache import IncrementalCache
from .tree import Annex, Footnote, Heading, Mark, Node, Openable, OrganLine, Paragraph, Prose, Resolution, Stray, walk

Key = tuple[object, ...]
"""It is hashable."""


def own_key(node: Node) -> Key:
    """Return the key of a node without the nodes below it, but with their number.

    Texts of paragraphs count by identity, so that keys are equal across versions that were parsed with one incremental
    cache.
    """
    at, end = node.span
    kind, length = type(node), end - at
    if isinstance(node, Paragraph):
        opener = node.opener if isinstance(node, Openable) else None
        section = None if node.section is None else _heading(node.section)
        mark = None if node.mark is None else _mark(node.mark, at)
        return kind, length, *_prose(node.prose, at), mark, opener, section, len(node.children)
    match node:
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


def structural_key(node: Node, own: Callable[[Node], object] = own_key) -> object:
    """Return the key of a node and all nodes below it, with positions relative to its beginning.

    The heading of a paragraph's section counts by its words, and by its position only if it is within the node.

    Args:
        node: The node.
        own: A function that returns the key of a node without the nodes below it.
    """
    if isinstance(node, Paragraph) and not node.children:
        return own(node)
    at = node.span.start
    found: list[object] = []
    for below in walk(node):
        section = below.section if isinstance(below, Paragraph) else None
        inside = section.span.start - at if section is not None and section.span.start >= at else None
        found.append((below.span.start - at, inside, own(below)))
    return tuple(found)


class StructuralKeys:
    """The keys of the nodes of one version of a text, made of one short key for each node.

    The short keys are kept in an incremental cache, so that they are the same for an equal node of the next version.
    """

    def __init__(self, memory: IncrementalCache) -> None:
        self._memory = memory
        self._known: dict[int, object] = {}

    def of(self, node: Node) -> object:
        """Return the key of a node and all nodes below it; see `structural_key`."""
        return structural_key(node, self._own)

    def _own(self, node: Node) -> object:
        known = self._known.get(node.id)
        if known is None:
            known = self._known[node.id] = self._memory.get_or_compute(_short, own_key(node))
        return known


def _short(_key: Key) -> object:
    """Return a new value that is equal only to itself."""
    return object()


def _prose(prose: Prose, at: int) -> Key:
    segments = prose.segments
    if len(segments) == 1:  # the usual case
        raw, (start, end) = segments[0]
        return prose.paragraph_text, (raw, start - at, end - at)
    return prose.paragraph_text, *((raw, start - at, end - at) for raw, (start, end) in segments)


def _heading(heading: Heading) -> Key:
    return heading.prose.paragraph_text, heading.numeral, heading.word, heading.depth


def _mark(mark: Mark, at: int) -> Key:
    return mark.span.start - at, mark.span.end - at, *mark[1:]

"""The paragraph, heading or footnote at a position, with its resolution and what is known of its citations."""

from __future__ import annotations

from bisect import bisect_right

from ..grammar.database.resolutions import Entry
from ..grammar.model.citations import adopting_organ, cited_organ, may_imply_organ
from ..grammar.syntax.citations.citation_reader import Citation
from ..grammar.syntax.tree import Footnote, Heading, Node, OrganLine, Paragraph, Prose, Resolution, Stray, children
from ..grammar.text.record import Record
from ..rules.base import Context
from .document_snapshot import DocumentSnapshot

_ORGAN_OPTIONAL = frozenset({"session", "special", "roman", "special-roman"})
"""The forms of a citation that refer to the document's own organ where none is named."""


class NodeAtPosition(Record):
    """A paragraph, heading or footnote with its resolution."""

    node: Paragraph | Heading | OrganLine | Stray | Footnote
    resolution: Resolution | None
    """The innermost resolution or part of a resolution that contains the node."""

    @property
    def prose(self) -> Prose:
        """Return the words of the node."""
        return self.node.prose


def find(snapshot: DocumentSnapshot, offset: int) -> NodeAtPosition | None:
    """Return the node at an offset in code points; a footnote takes precedence over the paragraph around it."""
    document = snapshot.document
    index = bisect_right(document.footnotes, offset, key=lambda footnote: footnote.span.start) - 1
    if index >= 0 and offset <= document.footnotes[index].span.end:
        footnote = document.footnotes[index]
        owners = (reference.resolution for reference in document.footnote_references if reference.footnote is footnote)
        return NodeAtPosition(footnote, next(owners, None))
    node: Node = document
    resolution: Resolution | None = None
    while True:
        below = children(node)
        index = bisect_right(below, offset, key=lambda child: child.span.start) - 1
        if index < 0 or offset > below[index].span.end:
            break
        node = below[index]
        if isinstance(node, Resolution):
            resolution = node
    if isinstance(node, Paragraph | Heading | OrganLine | Stray):
        return NodeAtPosition(node, resolution)
    return None


def rule_context(snapshot: DocumentSnapshot, resolution: Resolution | None) -> Context:
    """Return the context that rules receive for a resolution, or for what is outside all resolutions."""
    profiles = snapshot.analysis.profiles
    profile = profiles[(snapshot.document if resolution is None else resolution).id]
    return Context(snapshot.document, profile, resolution, (), snapshot.settings.register)


def database_entry(snapshot: DocumentSnapshot, place: NodeAtPosition, citation: Citation) -> Entry | None:
    """Return the database entry of a cited resolution, or None if it is unknown or its organ is uncertain."""
    if not snapshot.analysis.profiles:
        return None
    context = rule_context(snapshot, place.resolution)
    organ = cited_organ(citation, place.prose, context).name
    if organ is None and may_imply_organ(citation):
        organ = adopting_organ(context)
    return snapshot.settings.register.of(citation, organ)

"""What stands at a place of a text: the paragraph or note, and its resolution."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from ..grammar.database.resolutions import Entry
from ..grammar.model.citations import adopting_organ, cited_organ, may_imply_organ
from ..grammar.syntax.citations.citation_reader import Citation
from ..grammar.syntax.tree import Footnote, Heading, Node, OrganLine, Paragraph, Prose, Resolution, Stray, children
from ..rules.base import Context
from .document_snapshot import DocumentSnapshot


@dataclass(frozen=True, slots=True)
class Place:
    """A paragraph, heading or note, and what it stands in."""

    node: Paragraph | Heading | OrganLine | Stray | Footnote
    resolution: Resolution | None
    """The innermost resolution or part."""

    @property
    def prose(self) -> Prose:
        """Its words."""
        return self.node.prose


def at(view: DocumentSnapshot, offset: int) -> Place | None:
    """What stands at an offset; notes before the paragraph that they interrupt."""
    document = view.document
    nth = bisect_right(document.footnotes, offset, key=lambda footnote: footnote.span.start) - 1
    if nth >= 0 and offset <= document.footnotes[nth].span.end:
        note = document.footnotes[nth]
        owners = (call.resolution for call in document.footnote_references if call.footnote is note)
        return Place(note, next(owners, None))
    here: Node = document
    resolution: Resolution | None = None
    while True:
        below = children(here)
        nth = bisect_right(below, offset, key=lambda child: child.span.start) - 1
        if nth < 0 or offset > below[nth].span.end:
            break
        here = below[nth]
        if isinstance(here, Resolution):
            resolution = here
    return Place(here, resolution) if isinstance(here, Paragraph | Heading | OrganLine | Stray) else None


def context(view: DocumentSnapshot, resolution: Resolution | None) -> Context:
    """What a rule is told about a resolution, or about what stands in none."""
    profiles = view.analysis.profiles
    profile = profiles[(view.document if resolution is None else resolution).id]
    return Context(view.document, profile, resolution, (), view.settings.register)


def entry(view: DocumentSnapshot, place: Place, citation: Citation) -> Entry | None:
    """What the register has of a citation; none of one that it does not know, or of which no organ can be told."""
    if not view.analysis.profiles:
        return None
    around = context(view, place.resolution)
    name = cited_organ(citation, place.prose, around).name
    implied = name is None and may_imply_organ(citation)
    return view.settings.register.of(citation, adopting_organ(around) if implied else name)

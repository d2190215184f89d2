"""What stands at a place of a text: the paragraph or note, and its resolution."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from ..grammar.citations import Citation
from ..grammar.tree import Heading, Node, Note, OrganLine, Paragraph, Prose, Resolution, Stray, children
from ..rules.cited import speaker, whose
from ..rules.register.register import Entry
from ..rules.rule import Context
from .view import View


@dataclass(frozen=True, slots=True)
class Place:
    """A paragraph, heading or note, and what it stands in."""

    node: Paragraph | Heading | OrganLine | Stray | Note
    resolution: Resolution | None
    """The innermost resolution or part."""

    @property
    def prose(self) -> Prose:
        """Its words."""
        return self.node.prose


def at(view: View, offset: int) -> Place | None:
    """What stands at an offset; notes before the paragraph that they interrupt."""
    document = view.document
    nth = bisect_right(document.notes, offset, key=lambda note: note.span.start) - 1
    if nth >= 0 and offset <= document.notes[nth].span.end:
        note = document.notes[nth]
        owners = (call.resolution for call in document.calls if call.note is note)
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


def context(view: View, resolution: Resolution | None) -> Context:
    """What a rule is told about a resolution, or about what stands in none."""
    profiles = view.analysis.profiles
    profile = profiles[id(resolution if resolution is not None else view.document)]
    return Context(view.document, profile, resolution, (), view.settings.register)


def entry(view: View, place: Place, citation: Citation) -> Entry | None:
    """What the register has of a citation; none of one that it does not know, or of which no organ can be told."""
    if not view.analysis.profiles:
        return None
    around = context(view, place.resolution)
    name = whose(citation, place.prose, around).name
    unsaid = citation.organ is None and citation.form in ("session", "special", "roman", "special-roman")
    return view.settings.register.of(citation, speaker(around) if name is None and unsaid else name)

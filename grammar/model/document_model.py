"""One model of a document for the linter, the editor and the outline: each part is computed when first used."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from ..database.resolutions import Entry, ResolutionDatabase, shipped
from ..syntax.citations.citation_reader import Citation
from ..syntax.language import Language
from ..syntax.tree import Document, Footnote, Node, Paragraph, Prose, Resolution, children
from ..text.named_tuple import NamedTuple
from .adverb_runs import Run, runs
from .citations import adopting_organ, cited_organ, is_in_publication, may_imply_organ
from .cross_references import Pointer, pointers
from .footnotes import Series, footnote_owners, series
from .locations import Locations
from .numbering import Stretch, stretches
from .profile import Profile, detect


class AttributedCitation(NamedTuple):
    """A citation with its organ and its entry in the database."""

    citation: Citation
    prose: Prose
    organ: str | None
    entry: Entry | None


class DocumentModel:
    """What is derived from a tree. It belongs to one analysis and is freed with it.

    A tree must not hold its model: the two would refer to each other, and only a search for cycles would free them.
    """

    def __init__(self, document: Document) -> None:
        self.document = document
        self._cross_references: dict[int, tuple[Pointer, ...]] = {}

    @cached_property
    def resolutions(self) -> tuple[Resolution, ...]:
        """The resolutions and their parts, in the order of the text."""
        return tuple(part for resolution in self.document.resolutions for part in resolution.with_parts)

    @cached_property
    def profiles(self) -> Mapping[int, Profile]:
        """The detected profiles by the id of the document, resolution or part."""
        return detect(self.document)

    @cached_property
    def locations(self) -> Locations:
        """The locations of all offsets, in drafters' terms."""
        return Locations(self.document)

    @property
    def owners(self) -> Mapping[int, Resolution]:
        """The resolution of each footnote, by the id of the footnote."""
        return footnote_owners(self.document)

    @property
    def footnotes(self) -> tuple[Series, ...]:
        """The series of footnotes with their references."""
        return series(self.document)

    def numbering(self, resolution: Resolution) -> tuple[Stretch, ...]:
        """Return the series of paragraph numbers of a resolution or part."""
        return stretches(resolution)

    def cross_references(self, resolution: Resolution) -> tuple[Pointer, ...]:
        """Return the references of a resolution or part to its own paragraphs."""
        if resolution.id not in self._cross_references:
            self._cross_references[resolution.id] = tuple(pointers(resolution, self.document))
        return self._cross_references[resolution.id]

    def adverb_runs(self, resolution: Resolution) -> tuple[Run, ...]:
        """Return the runs of paragraphs with the same opener in a resolution or part."""
        return runs(resolution, self.document.language.openers.sequence)

    def citations(self, database: ResolutionDatabase | None = None) -> Iterator[AttributedCitation]:
        """Yield the citations outside quotations, in the order of the text, those of footnotes last."""
        for node, resolution in self._with_words():
            context = _Surroundings(
                self.document.language,
                self.profiles[(self.document if resolution is None else resolution).id],
                database or shipped(),
                self.document,
                resolution,
            )
            prose = node.prose
            for citation in prose.citations:
                if not prose.reading.quoted(citation.start, citation.end):
                    name = cited_organ(citation, prose, context).name
                    in_publication = isinstance(node, Footnote) and is_in_publication(citation, prose)
                    if name is None and may_imply_organ(citation) and not in_publication:
                        name = adopting_organ(context)
                    yield AttributedCitation(citation, prose, name, context.register.of(citation, name))

    def _with_words(self) -> Iterator[tuple[Paragraph | Footnote, Resolution | None]]:
        """Yield the paragraphs, each with its resolution or part, and then the footnotes."""
        pending: list[tuple[Node, Resolution | None]] = [(self.document, None)]
        while pending:
            node, resolution = pending.pop()
            if isinstance(node, Paragraph):
                yield node, resolution
            inside = node if isinstance(node, Resolution) else resolution
            pending.extend((child, inside) for child in reversed(children(node)))
        yield from ((note, self.owners.get(note.id)) for note in self.document.footnotes)


class _Surroundings(NamedTuple):
    """A `CitationContext` outside a rule."""

    language: Language
    profile: Profile
    register: ResolutionDatabase
    document: Document
    resolution: Resolution | None

"""The resolutions of the open documents and of the drafts in the open folders, with what each of them cites."""

from __future__ import annotations

from collections.abc import Iterator

from lsprotocol import types

from ..grammar.model.document_model import DocumentModel
from ..grammar.syntax.citations.resolution_numbers import normal
from ..grammar.syntax.language import language
from ..grammar.syntax.parser import parse
from ..grammar.syntax.plain_view import plain_view
from ..grammar.syntax.tree import Resolution
from ..grammar.text.named_tuple import NamedTuple
from ..grammar.text.positions import Span
from ..grammar.text.record import Record
from ..lint.config import Settings
from ..lint.files.source_file import FileError, read
from .position_encoding import PositionEncoder
from .workspace_files import WorkspaceFile


class Key(NamedTuple):
    """A resolution, as citations name it."""

    organ: str
    number: str
    """In its normal form."""


class IndexedCitation(NamedTuple):
    """A citation, with its place in a document."""

    key: Key
    title: str
    range: types.Range


class IndexedResolution(Record):
    """A resolution, with its place in a document."""

    uri: str
    key: Key | None
    """None for a draft without a number."""
    name: str
    title: str
    range: types.Range
    head: types.Range
    citations: tuple[IndexedCitation, ...]


class WorkspaceIndex:
    """What was read from files, until they change."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[object, tuple[IndexedResolution, ...]]] = {}

    def of_file(self, file: WorkspaceFile, settings: Settings, encoding: str) -> tuple[IndexedResolution, ...]:
        """Return the resolutions in a file; it is read if it has changed."""
        stamp = file.stamp, settings.register, settings.language
        known = self._known.get(file.uri)
        if known is None or known[0] != stamp:
            known = self._known[file.uri] = stamp, tuple(_read(file, settings, encoding))
        return known[1]


def _read(file: WorkspaceFile, settings: Settings, encoding: str) -> Iterator[IndexedResolution]:
    try:
        text = read(file.source.path, file.source.name).document.text
    except FileError:
        return
    words = language(settings.language)
    view = plain_view(text, words)
    document = parse(view.text, words, None, None if view.text == text else view.lines)
    yield from resolutions(DocumentModel(document), PositionEncoder(file.uri, document.lines, encoding), settings)


def resolutions(model: DocumentModel, encoder: PositionEncoder, settings: Settings) -> Iterator[IndexedResolution]:
    """Return the resolutions of a document."""
    found = [resolution for resolution in model.resolutions if not resolution.is_part]
    cited: dict[int, list[IndexedCitation]] = {}
    for citation, place in citations(model, encoder, settings):
        owner = next((each for each in reversed(found) if each.span.start <= place.start), None)
        if owner is not None:
            cited.setdefault(owner.id, []).append(citation)
    for resolution in found:
        key = key_of(model, resolution)
        kind = resolution.kind.value.capitalize()
        name = f"{kind} {resolution.number}" if resolution.number else resolution.title or kind
        head = resolution.head or (resolution.titles[0] if resolution.titles else resolution.organ) or resolution
        yield IndexedResolution(
            encoder.uri,
            key,
            name,
            resolution.title,
            encoder.range(resolution.span),
            encoder.range(head.span),
            tuple(cited.get(resolution.id, ())),
        )


def citations(
    model: DocumentModel, encoder: PositionEncoder, settings: Settings
) -> Iterator[tuple[IndexedCitation, Span]]:
    """Return the citations of a document whose organ is known, with their places."""
    for found in model.citations(settings.register):
        if found.organ is not None:
            span = found.prose.span(found.citation.start, found.citation.end)
            title = found.entry.title if found.entry is not None else ""
            yield IndexedCitation(Key(found.organ, found.citation.normal), title or "", encoder.range(span)), span


def key_of(model: DocumentModel, resolution: Resolution) -> Key | None:
    """Return how citations name a resolution; None without a number or a known organ."""
    body = model.profiles[resolution.id].body
    organ = model.document.language.citations.bodies.get(body) or (resolution.organ.name if resolution.organ else None)
    return Key(organ, normal(resolution.number)) if organ and resolution.number else None

"""Compare two files as resolutions."""

from __future__ import annotations

from ..grammar.compare.comparison import Change, ResolutionComparison, compare
from ..grammar.syntax.language import language
from ..grammar.syntax.parser import parse
from ..grammar.syntax.plain_view import plain_view
from ..grammar.syntax.tree import Document
from ..grammar.text.named_tuple import NamedTuple
from ..grammar.text.positions import Span
from ..grammar.text.view import View
from .engine.source_map import SourceMap
from .files.source_file import FileError, SourceFile


class ComparedFile(NamedTuple):
    """One of the two files."""

    name: str
    document: Document
    source_map: SourceMap
    view: View

    def original_place(self, offset: int) -> str | None:
        """Return the place in the original of an offset of the document, if its format has no lines."""
        return self.source_map.at(self.view.source_span(Span(offset, offset)).start)


class FileComparison(NamedTuple):
    """Two files and what differs."""

    base: ComparedFile
    draft: ComparedFile
    resolutions: tuple[ResolutionComparison, ...]

    def counts(self) -> dict[Change, int]:
        """Return the number of pairs of each kind."""
        counts = dict.fromkeys(Change, 0)
        for one in self.resolutions:
            for pair in one.pairs:
                counts[pair.change] += 1
        return counts

    @property
    def renumbered(self) -> int:
        """The number of paragraphs whose words are the same and whose number is not."""
        return sum(pair.change is Change.SAME and pair.renumbered for one in self.resolutions for pair in one.pairs)


def compare_files(base: tuple[str, SourceFile], draft: tuple[str, SourceFile]) -> FileComparison:
    """Compare two files that were read, each with the name that the user gave.

    Raises:
        FileError: A file contains no resolution.
    """
    before, after = (parsed(name, file) for name, file in (base, draft))
    return FileComparison(before, after, compare(before.document, after.document))


def parsed(name: str, file: SourceFile) -> ComparedFile:
    """Parse a file that was read.

    Raises:
        FileError: It contains no resolution.
    """
    words = language()
    view = plain_view(file.document.text, words)
    document = parse(view.text, words, lines=view.lines)
    if not document.resolutions:
        from .no_resolution import reason

        raise FileError(f"{name}: no resolution found: {reason(file.document.text, words.tag)}")
    return ComparedFile(name, document, file.document.source_map, view)

"""Write a base document with every difference to a draft as a tracked change."""

from __future__ import annotations

from ..grammar.text.named_tuple import NamedTuple
from .comparison import ComparedFile, FileComparison
from .files.source_file import FileError, SourceFile
from .formats.errors import UnwritableFileError


class TrackedComparison(NamedTuple):
    """A Word file with tracked changes."""

    data: bytes
    problems: tuple[str, ...]
    """What was left as in the base: one sentence each, without the name of the file."""


def tracked(
    base: SourceFile, draft: SourceFile, comparison: FileComparison, *, author: str | None = None, date: str = ""
) -> TrackedComparison:
    """Return the base with the differences as tracked changes.

    Args:
        base: The base, a Word file.
        draft: The draft, in any format.
        comparison: What differs between the two.
        author: The author of the changes; by default the name of the command.
        date: When they were made, as ``2026-01-31T12:00:00Z``; empty for no date.

    Raises:
        FileError: The base is not a Word file, or cannot be written.
    """
    from .formats.docx.reader import WordDraft
    from .formats.docx.tracking import writer

    if not isinstance(base.document, WordDraft):
        raise FileError(f"{comparison.base.name}: --tracked needs a Word file (.docx) as the base")
    before, after = (writer.ParsedText(file.document, file.view) for file in (comparison.base, comparison.draft))
    try:
        written = writer.tracked(
            base.data,
            before,
            after,
            comparison.resolutions,
            whole=isinstance(draft.document, WordDraft),
            author=author or writer.AUTHOR,
            date=date,
        )
    except UnwritableFileError as problem:
        raise FileError(f"{comparison.base.name}: {problem}") from None
    problems = (
        f"{_place(comparison.base if problem.in_base else comparison.draft, problem.span.start)}: {problem.reason}"
        for problem in written.problems
    )
    return TrackedComparison(written.data, tuple(dict.fromkeys(problems)))


def _place(file: ComparedFile, offset: int) -> str:
    """Return the place of a passage: what the format has instead of lines, or row and column."""
    if place := file.original_place(offset):
        return f"{file.name}, {place}"
    row, column = file.document.lines.position(offset)
    return f"{file.name}:{row}:{column}"

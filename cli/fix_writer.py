"""Where fixed texts go: into the file, to standard output, as a diff, or into an annotated copy."""

from __future__ import annotations

from ..grammar.text.record import Record
from ..lint.file_result import FileResult
from ..lint.files.atomic_write import atomic_write_bytes
from ..lint.files.source_file import FileError, SourceFile, replace
from ..lint.formats.errors import NotAnnotatableError, UnwritableFileError
from ..lint.output.diff import patch
from .annotated_copies import AnnotatedCopies
from .console import Console


class FixWriter(Record):
    """Write the fixed text of a draft; call it with each draft whose text was fixed."""

    console: Console
    diff: bool = False
    """Whether to print the changes instead of making them."""
    copies: AnnotatedCopies | None = None
    """The copies of Word files to write, with comments and tracked changes."""

    def __call__(self, source: SourceFile, result: FileResult) -> None:
        """Write one text.

        Raises:
            FileError: It cannot be written.
        """
        text = result.checked.text
        try:
            if self.copies is not None:
                self._annotate(self.copies, source, result)
            elif self.diff:
                changes = patch(result.name, source.document.text, text)
                self.console.out.writelines(self.console.with_progress_hidden(changes))
            elif source.from_stdin:
                self.console.write_bytes(source.document.written(text), source.document.encoding)
            else:
                replace(source, text, result.name)
        except UnwritableFileError as error:
            raise FileError(f"{result.name}: {error}") from error

    def _annotate(self, copies: AnnotatedCopies, source: SourceFile, result: FileResult) -> None:
        try:
            data = source.document.annotated(result.checked, result.proposed or "")
        except NotAnnotatableError as error:
            if not copies.found(source.path):
                raise
            self.console.error(f"{result.name}: {error}")
            return
        target = copies.of(source.path, result.name)
        try:
            with atomic_write_bytes(target) as file:
                file.write(data)
        except OSError as error:
            raise FileError(f"--annotate: {target}: {error.strerror}") from error

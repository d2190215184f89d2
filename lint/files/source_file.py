"""Read a draft, and replace it atomically."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from ...grammar.text.errors import ResolintError
from ...grammar.text.named_tuple import NamedTuple
from ..formats.decoder import decode
from ..formats.errors import MissingDependencyError, NotADraftError, UnreadableFileError, UnwritableFileError
from ..formats.source_document import SourceDocument, TrackedChanges
from ..regular_file import check_size, read_bytes
from .atomic_write import atomic_write_bytes

LARGEST = 256 * 2**20
"""The size limit of a draft of any format, in bytes."""


class SourceFile(NamedTuple):
    """A file as it was read."""

    path: Path
    data: bytes
    document: SourceDocument
    from_stdin: bool = False


class FileError(ResolintError):
    """A file that cannot be linted or written; its text is one sentence with the file name."""


class SkippedFileError(FileError):
    """A file found in a directory that may not be meant: not a draft, or in need of an optional dependency."""

    def __init__(self, message: str, warning: str | None = None, counted: str = "") -> None:
        super().__init__(message)
        self.counted = counted
        """The suffix under which the summary counts it if it was found in a directory."""
        self.warning = warning
        """A warning to print once if the file was found in a directory."""


def read(path: Path, name: str, revisions: TrackedChanges = TrackedChanges.FINAL) -> SourceFile:
    """Read a draft.

    Raises:
        FileError: The file cannot be read; the text includes the name.
    """
    try:
        data = read_bytes(path, LARGEST)
    except OSError as error:
        raise unreadable(name, error) from error
    return _decoded(path, name, data, revisions)


def read_stdin(path: Path, name: str, revisions: TrackedChanges = TrackedChanges.FINAL) -> SourceFile:
    """Read a draft from standard input, under the name of a file that need not exist.

    Raises:
        FileError: Standard input cannot be read as a draft.
    """
    try:
        data = sys.stdin.buffer.read(LARGEST + 1)
        check_size(len(data), LARGEST)
    except OSError as error:
        raise unreadable("standard input", error) from error
    return _decoded(path, name, data, revisions, from_stdin=True)


def _decoded(path: Path, name: str, data: bytes, revisions: TrackedChanges, *, from_stdin: bool = False) -> SourceFile:
    try:
        return SourceFile(path, data, decode(data, path.suffix, revisions), from_stdin)
    except MissingDependencyError as error:
        raise SkippedFileError(
            f"{name}: cannot be read; {error}", f"{error} (such files are skipped)", path.suffix
        ) from error
    except NotADraftError as error:
        raise SkippedFileError(f"{name}: {error}") from error
    except UnreadableFileError as error:
        raise FileError(f"{name}: {error}") from error


def replace(source: SourceFile, text: str, name: str) -> None:
    """Replace the text of a draft atomically: an error leaves the old file in place.

    The file keeps its mode, and symbolic links to it stay valid. A file that has changed since it was read is not
    written.

    Raises:
        FileError: The file cannot be written or has changed.
    """
    target = source.path.resolve()
    try:
        if not os.access(target, os.W_OK):
            raise FileError(f"{name}: not fixed, because the file is read-only")
        data = source.document.written(text)
        with atomic_write_bytes(target) as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
            if target.read_bytes() != source.data:
                raise FileError(f"{name}: not fixed, because another program changed the file")
    except UnwritableFileError as error:
        raise FileError(f"{name}: {error}") from error
    except OSError as error:
        raise FileError(f"{name}: not fixed: {error.strerror}") from error


def unreadable(name: str | None, error: OSError) -> FileError:
    """Return the error for a file or directory that cannot be read."""
    if isinstance(error, FileNotFoundError):
        return FileError(f"{name}: no such file or directory")
    return FileError(f"{name}: cannot be read: {error.strerror}")

"""Find drafts on disk, read them, and replace them atomically."""

from __future__ import annotations

import contextlib
import glob
import os
import stat
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from ..formats import registry
from ..formats.registry import NoDraft, NotInstalled, SourceDocument, TrackedChanges, Unreadable, Unwritable
from .ignore_files import GitIgnore

STDIN = "-"


class SourcePath(NamedTuple):
    """A file to lint, with its name for the user and whether it was given explicitly or found in a directory."""

    name: str
    explicit: bool

    @property
    def path(self) -> Path:
        """The absolute path; symbolic links are not resolved."""
        return Path(os.path.abspath(self.name))  # noqa: PTH100 - Path.resolve would follow links to other settings


class SourceFile(NamedTuple):
    """A file as it was read."""

    path: Path
    data: bytes
    canonical: SourceDocument
    from_stdin: bool = False


class FileError(Exception):
    """A file that cannot be linted or written; its text is one sentence with the file name."""


class SkippedFile(FileError):
    """A file found in a directory that may not be meant: not a draft, or in need of an optional dependency."""

    def __init__(self, sentence: str, aside: str | None = None) -> None:
        super().__init__(sentence)
        self.aside = aside
        """A warning to print once if the file was found in a directory."""


def find(paths: Iterable[str]) -> Iterator[SourcePath | FileError]:
    """Return the drafts for paths, directories and globs: each once, in the given order, directories by name."""
    seen: set[str] = set()
    for path in paths:
        for found in _meant(path):
            if isinstance(found, FileError):
                yield found
            elif (key := os.path.realpath(found.name)) not in seen:
                seen.add(key)
                yield found


def _meant(path: str) -> Iterator[SourcePath | FileError]:
    if path == STDIN:
        yield SourcePath(path, explicit=True)
    elif Path(path).is_dir():
        yield from _in_folder(path)
    elif os.path.lexists(path):
        yield SourcePath(path, explicit=True)
    elif glob.has_magic(path):
        found = sorted(match for match in glob.glob(path, recursive=True) if _is_draft(match))  # noqa: PTH207 - keeps the name as given
        yield from (SourcePath(match, explicit=False) for match in found)
        if not found:
            yield FileError(f"{path}: no files match this pattern")
    else:
        yield FileError(f"{path}: no such file or directory")


def _in_folder(folder: str) -> Iterator[SourcePath | FileError]:
    found = False
    git = GitIgnore(folder)
    refused: list[FileError] = []
    for here, folders, names in os.walk(folder, onerror=lambda error: refused.append(_told(error.filename, error))):
        folders[:] = sorted(
            name for name in folders if name[0] != "." and not git.leaves_out(here, name, is_folder=True)
        )
        for name in sorted(names):
            path = os.path.join(here, name)  # noqa: PTH118 - Path would drop a leading ./ that was given
            if folder == os.curdir:
                path = path[2:]
            if name[0] != "." and _is_draft(path) and not git.leaves_out(here, name, is_folder=False):
                found = True
                yield SourcePath(path, explicit=False)
    yield from refused
    if not found and not refused:
        kinds = ", ".join(f"*{suffix}" for suffix in sorted(suffixes()))
        yield FileError(f"{folder}: no drafts in this directory; expected {kinds}")


def _is_draft(path: str) -> bool:
    return Path(path).suffix.lower() in suffixes() and Path(path).is_file()


def suffixes() -> frozenset[str]:
    """Return the file name suffixes that mark a draft in a directory."""
    return frozenset().union(*(known.suffixes for known in registry.FORMATS))


def read(path: Path, name: str, revisions: TrackedChanges = TrackedChanges.FINAL) -> SourceFile:
    """Read a draft.

    Raises:
        FileError: The file cannot be read; the text includes the name.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise _told(name, error) from error
    return _draft(path, name, data, revisions)


def read_stdin(path: Path, name: str, revisions: TrackedChanges = TrackedChanges.FINAL) -> SourceFile:
    """Read a draft from standard input, under the name of a file that need not exist.

    Raises:
        FileError: Standard input cannot be read as a draft.
    """
    try:
        data = sys.stdin.buffer.read()
    except OSError as error:
        raise _told("standard input", error) from error
    return _draft(path, name, data, revisions, from_stdin=True)


def _draft(path: Path, name: str, data: bytes, revisions: TrackedChanges, *, from_stdin: bool = False) -> SourceFile:
    try:
        return SourceFile(path, data, registry.read(data, path.suffix, revisions), from_stdin)
    except NotInstalled as missing:
        raise SkippedFile(f"{name}: cannot be read; {missing}", f"{missing} (such files are skipped)") from missing
    except NoDraft as other:
        raise SkippedFile(f"{name}: {other}") from other
    except Unreadable as unreadable:
        raise FileError(f"{name}: {unreadable}") from unreadable


def replace(draft: SourceFile, text: str, name: str) -> None:
    """Replace the text of a draft atomically: an error leaves the old file in place.

    The file keeps its mode, and symbolic links to it stay valid. A file that has changed since it was read is not
    written.

    Raises:
        FileError: The file cannot be written or has changed.
    """
    target = draft.path.resolve()
    temporary = ""
    try:
        if not os.access(target, os.W_OK):
            raise FileError(f"{name}: not fixed, because the file is read-only")
        data = draft.canonical.written(text)
        handle, temporary = tempfile.mkstemp(prefix=f".{target.name[:50]}.", dir=target.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(stat.S_IMODE(target.stat().st_mode))
        if target.read_bytes() != draft.data:
            raise FileError(f"{name}: not fixed, because another program changed the file")
        Path(temporary).replace(target)
    except Unwritable as unwritable:
        raise FileError(f"{name}: {unwritable}") from unwritable
    except OSError as error:
        raise FileError(f"{name}: not fixed: {error.strerror}") from error
    finally:
        with contextlib.suppress(OSError):  # already moved on success
            if temporary:
                Path(temporary).unlink()


def _told(name: str | None, error: OSError) -> FileError:
    if isinstance(error, FileNotFoundError):
        return FileError(f"{name}: no such file or directory")
    return FileError(f"{name}: cannot be read: {error.strerror}")

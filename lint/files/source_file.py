"""Drafts on disk: found, read, and replaced whole or not at all."""

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
    """A file to lint: as the user would name it, and whether it was named outright or come upon in a folder."""

    name: str
    explicit: bool

    @property
    def path(self) -> Path:
        """Where it lies, from the root, symbolic links kept."""
        return Path(os.path.abspath(self.name))  # noqa: PTH100 - Path.resolve would follow links to other settings


class SourceFile(NamedTuple):
    """A file as it was read."""

    path: Path
    data: bytes
    canonical: SourceDocument
    from_stdin: bool = False


class FileError(Exception):
    """Something that keeps a file from being linted or written; its text is one whole sentence."""


class SkippedFile(FileError):
    """A file that may not have been meant where it was come upon: no draft, or of a format that needs an extra."""

    def __init__(self, sentence: str, aside: str | None = None) -> None:
        super().__init__(sentence)
        self.aside = aside
        """What is said once where it was come upon."""


def find(paths: Iterable[str]) -> Iterator[SourcePath | FileError]:
    """The drafts that paths, folders and globs stand for: each once, in the order named, folders by name."""
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
            yield FileError(f"{path}: no draft answers to this pattern")
    else:
        yield FileError(f"{path}: no such file or folder")


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
        yield FileError(f"{folder}: no drafts in this folder ({kinds})")


def _is_draft(path: str) -> bool:
    return Path(path).suffix.lower() in suffixes() and Path(path).is_file()


def suffixes() -> frozenset[str]:
    """The suffixes by which drafts are known in a folder."""
    return frozenset().union(*(known.suffixes for known in registry.FORMATS))


def read(path: Path, name: str, revisions: TrackedChanges = TrackedChanges.FINAL) -> SourceFile:
    """Read a draft. Raises `FileError` with the name in it."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise _told(name, error) from error
    return _draft(path, name, data, revisions)


def read_stdin(path: Path, name: str, revisions: TrackedChanges = TrackedChanges.FINAL) -> SourceFile:
    """Read a draft from standard input, which takes the place of a file that need not exist. Raises `FileError`."""
    try:
        data = sys.stdin.buffer.read()
    except OSError as error:
        raise _told("standard input", error) from error
    return _draft(path, name, data, revisions, from_stdin=True)


def _draft(path: Path, name: str, data: bytes, revisions: TrackedChanges, *, from_stdin: bool = False) -> SourceFile:
    try:
        return SourceFile(path, data, registry.read(data, path.suffix, revisions), from_stdin)
    except NotInstalled as missing:
        raise SkippedFile(f"{name} cannot be read: {missing}", f"{missing} (such files are left out)") from missing
    except NoDraft as other:
        raise SkippedFile(f"{name} {other}") from other
    except Unreadable as unreadable:
        raise FileError(f"{name} {unreadable}") from unreadable


def replace(draft: SourceFile, text: str, name: str) -> None:
    """Put another text in a draft's place, at once: nobody ever sees half a file, and an error leaves the old one.

    The file keeps its mode, and a symbolic link goes on pointing to it. A file that has changed since it was read
    is left alone. Raises `FileError`.
    """
    target = draft.path.resolve()
    temporary = ""
    try:
        if not os.access(target, os.W_OK):
            raise FileError(f"{name} may not be written to, so it was not fixed")
        data = draft.canonical.written(text)
        handle, temporary = tempfile.mkstemp(prefix=f".{target.name[:50]}.", dir=target.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(stat.S_IMODE(target.stat().st_mode))
        if target.read_bytes() != draft.data:
            raise FileError(f"{name} was changed by another program meanwhile, so it was not fixed")
        Path(temporary).replace(target)
    except Unwritable as unwritable:
        raise FileError(f"{name} {unwritable}") from unwritable
    except OSError as error:
        raise FileError(f"{name} could not be fixed: {error.strerror}") from error
    finally:
        with contextlib.suppress(OSError):  # it is gone when all went well
            if temporary:
                Path(temporary).unlink()


def _told(name: str | None, error: OSError) -> FileError:
    if isinstance(error, FileNotFoundError):
        return FileError(f"{name}: no such file or folder")
    return FileError(f"{name} cannot be read: {error.strerror}")

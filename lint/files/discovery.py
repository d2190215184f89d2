"""Find the drafts for paths, directories and globs."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from ...grammar.text.named_tuple import NamedTuple
from ..formats import registry
from .ignore_files import GitIgnore
from .source_file import FileError, SkippedFileError, unreadable

STDIN = "-"
_OWNER_FILES = ("~$", ".~lock.", "._")
"""How the names of files begin that Word, LibreOffice and macOS write beside a document."""


class SourcePath(NamedTuple):
    """A file to lint, with its name for the user and whether it was given explicitly or found in a directory."""

    name: str
    explicit: bool

    @property
    def path(self) -> Path:
        """The absolute path; symbolic links are not resolved."""
        return Path(os.path.abspath(self.name))  # noqa: PTH100 - Path.resolve would follow links to other settings


def find(paths: Iterable[str]) -> Iterator[SourcePath | FileError]:
    """Return the drafts for paths, directories and globs: each once, in the given order, directories by name."""
    seen: set[str] = set()
    for path in paths:
        for item in _expand(path):
            if isinstance(item, FileError):
                yield item
            elif (key := os.path.realpath(item.name)) not in seen:
                seen.add(key)
                yield item


def _expand(path: str) -> Iterator[SourcePath | FileError]:
    if path == STDIN:
        yield SourcePath(path, explicit=True)
    elif Path(path).name.startswith(_OWNER_FILES):
        return  # an office program has the document open; hooks name such a file as well
    elif Path(path).is_dir():
        yield from _in_folder(path)
    elif os.path.lexists(path):
        yield SourcePath(path, explicit=True)
    else:
        yield from _matching(path)


def _matching(pattern: str) -> Iterator[SourcePath | FileError]:
    import glob

    if not glob.has_magic(pattern):
        yield FileError(f"{pattern}: no such file or directory")
        return
    matches = sorted(match for match in glob.glob(pattern, recursive=True) if _is_draft(match))  # noqa: PTH207 - keeps the name as given
    yield from (SourcePath(match, explicit=False) for match in matches)
    if not matches:
        yield FileError(f"{pattern}: no files match this pattern")


def _in_folder(folder: str) -> Iterator[SourcePath | FileError]:
    empty = True
    git = GitIgnore(folder)
    errors: list[FileError] = []
    for here, folders, names in os.walk(folder, onerror=lambda error: errors.append(unreadable(error.filename, error))):
        folders[:] = sorted(name for name in folders if name[0] != "." and not git.ignores(here, name, is_folder=True))
        for name in sorted(names):
            path = os.path.join(here, name)  # noqa: PTH118 - Path would drop a leading ./ that was given
            if folder == os.curdir:
                path = path[2:]
            if Path(name).suffix.lower() in registry.UNREAD and not name.startswith(_OWNER_FILES):
                yield SkippedFileError(f"{path}: this format cannot be read", counted=Path(name).suffix.lower())
            elif name[0] != "." and _is_draft(path) and not git.ignores(here, name, is_folder=False):
                empty = False
                yield SourcePath(path, explicit=False)
    yield from errors
    if empty and not errors:
        expected = ", ".join(f"*{suffix}" for suffix in sorted(suffixes()))
        yield FileError(f"{folder}: no drafts in this directory; expected {expected}")


def _is_draft(path: str) -> bool:
    name = Path(path)
    return name.suffix.lower() in suffixes() and not name.name.startswith(_OWNER_FILES) and name.is_file()


def suffixes() -> frozenset[str]:
    """Return the file name suffixes that mark a draft in a directory."""
    return frozenset().union(*(known.suffixes for known in registry.FORMATS))

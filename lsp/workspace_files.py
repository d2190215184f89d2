"""The drafts in the open folders."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from pygls.uris import from_fs_path, to_fs_path

from ..grammar.text.record import Record
from ..lint.files.discovery import SourcePath, find
from ..lint.files.source_file import FileError

_SUFFIXES = frozenset({".md", ".markdown", ".txt"})


class WorkspaceFile(Record):
    """A draft in an open folder."""

    source: SourcePath
    uri: str

    @property
    def stamp(self) -> tuple[int, int] | None:
        """Return a value that changes with the file, without reading it; None if it does not exist."""
        try:
            state = self.source.path.stat()
        except OSError:
            return None
        return state.st_mtime_ns, state.st_size


def find_files(folder_uris: Iterable[str]) -> list[WorkspaceFile]:
    """Return the drafts in folders."""
    folders = [path for uri in folder_uris if (path := to_fs_path(uri))]
    sources = [found for found in find(folders) if not isinstance(found, FileError)]
    return [
        WorkspaceFile(source, from_fs_path(str(source.path)) or "")
        for source in sources
        if Path(source.name).suffix.lower() in _SUFFIXES
    ]

"""Add files to a store, replace what has changed, and remove files."""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from ...grammar.database.resolutions import shipped
from ...grammar.text.named_tuple import NamedTuple
from ..files import source_file
from ..files.discovery import SourcePath, find
from ..files.source_file import FileError
from .paragraphs import StoredResolution, read_resolutions
from .schema import opened

_BATCH = 8
"""The number of files that a process reads at a time."""
_FEW = 16
"""The number of files from which on several processes are used."""


class Added(NamedTuple):
    """What a run has done."""

    files: int = 0
    """Read, because they are new or have changed."""
    unchanged: int = 0
    paragraphs: int = 0
    """Stored places of paragraphs."""


class _Stamp(NamedTuple):
    """The facts by which a changed file is noticed."""

    size: int
    modified: int


class _Read(NamedTuple):
    path: str
    stamp: _Stamp
    hash: bytes
    resolutions: tuple[StoredResolution, ...]


def add(
    store: Path,
    paths: Iterable[str],
    report_error: Callable[[str], None],
    progress: Callable[[int, int], None] = lambda _done, _all: None,
    jobs: int = 1,
) -> Added:
    """Add the drafts and texts of paths; those that have not changed since they were added are not read again.

    Args:
        store: The file of the store; it is made if it does not exist.
        paths: Files, directories and globs.
        report_error: The function that receives each error, a sentence; the other files are added.
        progress: The function that receives the numbers of files done and to do.
        jobs: The number of processes.

    Raises:
        StoreError: The store cannot be written.
    """
    with opened(store, write=True) as connection:
        pending: list[tuple[str, _Stamp]] = []
        unchanged = 0
        known = {
            path: _Stamp(size, modified)
            for path, size, modified in connection.execute("SELECT path, size, modified FROM files")
        }
        for item in find(paths):
            if isinstance(item, FileError):
                report_error(str(item))
                continue
            path = str(item.path)
            stamp = _stamp(path)
            if known.get(path) == stamp:
                unchanged += 1
            else:
                pending.append((path, stamp))
        count = 0
        results = _read_all([path for path, _ in pending], jobs)
        for done, ((path, stamp), result) in enumerate(zip(pending, results, strict=True), 1):
            progress(done, len(pending))
            if isinstance(result, str):
                report_error(result)
            else:
                count += _replace(connection, _Read(path, stamp, *result))
        return Added(len(pending), unchanged, count)


def remove(store: Path, paths: Iterable[str]) -> int:
    """Remove files, and those below directories, whether they still exist or not; return how many there were."""
    with opened(store, write=True) as connection:
        count = 0
        for path in paths:
            absolute = os.path.abspath(path)  # noqa: PTH100 - symbolic links are kept, as when it was added
            for (file,) in connection.execute(
                "SELECT id FROM files WHERE path = ? OR substr(path, 1, ?) = ?",
                (absolute, len(absolute) + 1, absolute + os.sep),
            ).fetchall():
                _forget(connection, file)
                count += 1
        return count


def compact(store: Path) -> None:
    """Drop texts that no file has any more, and give the space that is free back to the disk."""
    with opened(store, write=True) as connection:
        connection.execute("DELETE FROM texts WHERE id NOT IN (SELECT text FROM places)")
        connection.execute("INSERT INTO search (search) VALUES ('optimize')")
    with sqlite3.connect(store, isolation_level=None) as connection:  # not possible inside a transaction
        connection.execute("VACUUM")
    connection.close()


def _stamp(path: str) -> _Stamp:
    try:
        facts = Path(path).stat()
    except OSError:
        return _Stamp(-1, -1)
    return _Stamp(facts.st_size, facts.st_mtime_ns)


_Result = str | tuple[bytes, tuple[StoredResolution, ...]]


def _read_all(paths: list[str], jobs: int) -> Iterator[_Result]:
    """Yield for each path the hash of its text and its resolutions, or the error."""
    if jobs < 2 or len(paths) < _FEW:
        yield from map(_read, paths)
        return
    with ProcessPoolExecutor(jobs) as pool:
        yield from pool.map(_read, paths, chunksize=_BATCH)


def _read(path: str) -> _Result:
    try:
        text = source_file.read(SourcePath(path, explicit=True).path, path).document.text
    except FileError as error:
        return str(error)
    digest = hashlib.blake2b(text.encode(errors="surrogatepass"), digest_size=16).digest()
    return digest, read_resolutions(text, shipped())


def _replace(connection: sqlite3.Connection, read: _Read) -> int:
    """Store what a file has in place of what it had, and return the number of paragraphs."""
    row = connection.execute("SELECT id, hash FROM files WHERE path = ?", (read.path,)).fetchone()
    if row is not None and row[1] == read.hash:
        connection.execute("UPDATE files SET size = ?, modified = ? WHERE id = ?", (*read.stamp, row[0]))
        return 0
    if row is not None:
        _forget(connection, row[0])
    cursor = connection.execute(
        "INSERT INTO files (path, size, modified, hash) VALUES (?, ?, ?, ?)", (read.path, *read.stamp, read.hash)
    )
    file = cursor.lastrowid
    count = 0
    for resolution in read.resolutions:
        owner = connection.execute(
            "INSERT INTO resolutions (file, organ, number, title, date) VALUES (?, ?, ?, ?, ?)",
            (file, resolution.organ, resolution.number, resolution.title, resolution.date),
        ).lastrowid
        for paragraph in resolution.paragraphs:
            text = text_id(connection, paragraph.words)
            connection.execute(
                "INSERT OR IGNORE INTO places (text, resolution, part, number) VALUES (?, ?, ?, ?)",
                (text, owner, paragraph.part, paragraph.number),
            )
            count += 1
    return count


def _forget(connection: sqlite3.Connection, file: int) -> None:
    connection.execute("DELETE FROM files WHERE id = ?", (file,))


def text_hash(words: str) -> bytes:
    """Return the key of a text."""
    return hashlib.blake2b(words.encode(errors="surrogatepass"), digest_size=12).digest()


def text_id(connection: sqlite3.Connection, words: str) -> int:
    """Return the id of a text, which is stored if it is new."""
    key = text_hash(words)
    row = connection.execute("SELECT id FROM texts WHERE hash = ?", (key,)).fetchone()
    if row is not None:
        return int(row[0])
    size = len(words.split())
    cursor = connection.execute("INSERT INTO texts (hash, size, words) VALUES (?, ?, ?)", (key, size, words))
    return int(cursor.lastrowid or 0)

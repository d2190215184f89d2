"""The tables of a store: texts, each once, the places where they occur, and the files that they were read from."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ...grammar.text.errors import ResolintError

APPLICATION = 0x5245534C
"""The application id in the header of the file, “RESL”."""
VERSION = 1
_WAIT = 30.0
"""Seconds that a writer waits for another one."""
_TABLES = """
CREATE TABLE files (
    id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, size INTEGER NOT NULL, modified INTEGER NOT NULL,
    hash BLOB NOT NULL);
CREATE TABLE resolutions (
    id INTEGER PRIMARY KEY, file INTEGER NOT NULL REFERENCES files (id) ON DELETE CASCADE, organ TEXT NOT NULL,
    number TEXT NOT NULL, title TEXT NOT NULL, date TEXT NOT NULL);
CREATE INDEX resolutions_by_file ON resolutions (file);
CREATE TABLE texts (id INTEGER PRIMARY KEY, hash BLOB NOT NULL UNIQUE, size INTEGER NOT NULL, words TEXT NOT NULL);
CREATE TABLE places (
    text INTEGER NOT NULL REFERENCES texts (id), resolution INTEGER NOT NULL REFERENCES resolutions (id)
    ON DELETE CASCADE, part TEXT NOT NULL, number TEXT NOT NULL, PRIMARY KEY (text, resolution, part, number))
    WITHOUT ROWID;
CREATE INDEX places_by_resolution ON places (resolution);
CREATE VIRTUAL TABLE search USING fts5 (words, content = 'texts', content_rowid = 'id', tokenize = 'unicode61',
    columnsize = 0, detail = none);
CREATE VIRTUAL TABLE spread USING fts5vocab ('search', 'row');
CREATE TRIGGER text_added AFTER INSERT ON texts BEGIN
    INSERT INTO search (rowid, words) VALUES (new.id, new.words);
END;
CREATE TRIGGER text_removed AFTER DELETE ON texts BEGIN
    INSERT INTO search (search, rowid, words) VALUES ('delete', old.id, old.words);
END;
"""


class StoreError(ResolintError):
    """A store that cannot be used; the text is one sentence with its file."""


@contextmanager
def opened(file: Path, *, write: bool = False) -> Iterator[sqlite3.Connection]:
    """Open a store; with `write`, make it if it does not exist, and commit at the end.

    Several programs may read while one writes; another writer waits.

    Raises:
        StoreError: The file is missing, is no store, is damaged, or is of another version.
    """
    if not write and not file.is_file():
        raise StoreError(f"{file}: no such store; make it with resolint store add")
    connection: sqlite3.Connection | None = None
    try:
        mode = "rwc" if write else "ro"
        connection = sqlite3.connect(f"{file.absolute().as_uri()}?mode={mode}", _WAIT, uri=True, isolation_level=None)
        connection.execute("PRAGMA foreign_keys = ON")
        if write:
            connection.execute("BEGIN IMMEDIATE")
        _prepare(connection, file, write=write)
        yield connection
        if write:
            connection.execute("COMMIT")
    except sqlite3.OperationalError as error:
        if "locked" in str(error):
            raise StoreError(f"{file}: another program is writing to the store") from error
        if "unable to open" in str(error):
            raise StoreError(f"{file}: the store cannot be opened") from error
        raise StoreError(f"{file}: {error}") from error
    except sqlite3.DatabaseError as error:
        raise damaged(file) from error
    finally:
        if connection is not None:
            connection.close()  # without COMMIT, what was written is undone


def damaged(file: Path) -> StoreError:
    """Return the error for a file that is no store, or no longer."""
    return StoreError(f"{file}: not a store, or damaged; remove it and make it again with resolint store add")


def _prepare(connection: sqlite3.Connection, file: Path, *, write: bool) -> None:
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if write and not tables and not application:
        for statement in _statements():
            connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.execute(f"PRAGMA user_version = {VERSION}")
    elif application != APPLICATION:
        raise damaged(file)
    elif version != VERSION:
        raise StoreError(f"{file}: made by another version of resolint; remove it and make it again")


def _statements() -> Iterator[str]:
    """Yield the statements of the schema; a trigger contains a semicolon."""
    pending = ""
    for line in _TABLES.splitlines():
        pending += line + "\n"
        if sqlite3.complete_statement(pending):
            yield pending
            pending = ""

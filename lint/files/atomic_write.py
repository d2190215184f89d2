"""Write files atomically: an interrupt, an error or a full disk leaves the old file in place."""

from __future__ import annotations

import contextlib
import io
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, TextIO

_SUFFIX = ".resolint-tmp"
_NAME_SHOWN = 50  # characters of the target's name


@contextlib.contextmanager
def atomic_write(target: Path) -> Iterator[TextIO]:
    """Open a UTF-8 text file that replaces the target at the end.

    A target that is not a regular file, such as a pipe or a terminal, is written directly.

    Raises:
        OSError: The file cannot be written.
    """
    with atomic_write_bytes(target) as file:
        text = io.TextIOWrapper(file, encoding="utf-8", errors="backslashreplace", newline="\n")
        yield text
        text.flush()
        text.detach()  # the file is closed by its own context


@contextlib.contextmanager
def atomic_write_bytes(target: Path, mode: int | None = None) -> Iterator[BinaryIO]:
    """Open a binary file that replaces the target at the end, unless the body raises an exception.

    A target that is not a regular file, such as a pipe or a terminal, is written directly.

    Args:
        target: The file to replace or create.
        mode: The permissions of the new file; by default those of the target, or the usual ones for a new file.

    Raises:
        OSError: The file cannot be written.
    """
    if target.exists() and not target.is_file():
        with target.open("wb") as stream:
            yield stream
        return
    target = target.resolve()
    handle, temporary = _temporary(target)
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
        Path(temporary).chmod(_mode(target) if mode is None else mode)
        Path(temporary).replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(temporary).unlink()
        raise


def _temporary(target: Path) -> tuple[int, str]:
    """Create and lock the file to write to, and return its handle and name.

    Its name is always the same, so that a file left by a process that was killed is found and replaced. Another
    process that is writing the same target holds the lock; the name is then a random one.
    """
    path = target.parent / f".{target.name[:_NAME_SHOWN]}{_SUFFIX}"
    _remove_left_over(path)
    with contextlib.suppress(FileExistsError):
        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
        if _locked(handle) and _is_at(path, handle):
            return handle, str(path)
        os.close(handle)
    import tempfile  # with random numbers and archives, and seldom needed

    return tempfile.mkstemp(prefix=f".{target.name[:_NAME_SHOWN]}.", suffix=_SUFFIX, dir=target.parent)


def _remove_left_over(path: Path) -> None:
    """Remove a temporary file unless a process is writing it."""
    with contextlib.suppress(OSError):
        handle = os.open(path, os.O_RDWR | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
        try:
            if _locked(handle) and _is_at(path, handle):
                path.unlink()
        finally:
            os.close(handle)


def _locked(handle: int) -> bool:
    """Lock an open file until it is closed; return whether no other process has locked it.

    Windows needs no lock: it does not remove files that are open.
    """
    try:
        import fcntl
    except ImportError:
        return True
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:  # a file system without locks
        return True
    return True


def _is_at(path: Path, handle: int) -> bool:
    """Return whether an open file still has its name: another process may have removed or replaced it."""
    with contextlib.suppress(OSError):
        return os.path.samestat(path.lstat(), os.fstat(handle))
    return False


def _mode(target: Path) -> int:
    return stat.S_IMODE(target.stat().st_mode) if target.exists() else 0o666 & ~_umask()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask

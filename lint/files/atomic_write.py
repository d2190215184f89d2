"""Write files atomically: an interrupt, an error or a full disk leaves the old file in place."""

from __future__ import annotations

import contextlib
import io
import os
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, TextIO


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
    handle, temporary = tempfile.mkstemp(prefix=f".{target.name[:50]}.", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
        Path(temporary).chmod(_mode(target) if mode is None else mode)
        Path(temporary).replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(temporary).unlink()
        raise


def _mode(target: Path) -> int:
    return stat.S_IMODE(target.stat().st_mode) if target.exists() else 0o666 & ~_umask()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask

"""Read regular files within a size limit: a pipe may never end, and a device may be endless."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

_KINDS = (
    (stat.S_ISFIFO, "named pipe"),
    (stat.S_ISCHR, "device"),
    (stat.S_ISBLK, "device"),
    (stat.S_ISSOCK, "socket"),
)


def read_bytes(path: Path, largest: int) -> bytes:
    """Return the bytes of a regular file.

    Args:
        path: The file.
        largest: The size limit, in bytes.

    Raises:
        OSError: The file cannot be read, is not a regular file or is too large; `strerror` says which.
    """
    _check_kind(path.stat().st_mode)
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with open(handle, "rb") as file:  # noqa: PTH123 - the handle is open: without a writer, a pipe would block
        status = os.fstat(handle)
        _check_kind(status.st_mode)  # again, as the name may have been given to another file
        check_size(status.st_size, largest)
        data = file.read(largest + 1)
    check_size(len(data), largest)
    return data


def read_text(path: Path, largest: int) -> str:
    r"""Return the text of a regular file in UTF-8, with or without a byte order mark, and with `\n` as line end.

    Raises:
        OSError: As `read_bytes` does.
        UnicodeDecodeError: The file is not UTF-8.
    """
    return read_bytes(path, largest).decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")


def check_size(size: int, largest: int) -> None:
    """Raise `OSError` if a size exceeds the limit, both in bytes."""
    if size > largest:
        raise OSError(errno.EFBIG, f"larger than {largest >> 20} MB")


def _check_kind(mode: int) -> None:
    for is_kind, kind in _KINDS:
        if is_kind(mode):
            raise OSError(errno.EINVAL, f"{kind}, not a regular file")

"""Files of code that one run keeps for the next ones: beside the bytecode of a module, or in the private folder.

Whoever can write beside the bytecode can change the program anyway. If nothing can be written there, the file is in the
user's private folder (`user_cache`), under a name for the installation and the version of Python.
`lint.files.kept_file_writer` writes them.
"""

from __future__ import annotations

import sys
from binascii import crc32
from collections.abc import Iterator
from contextlib import suppress
from importlib.machinery import ModuleSpec
from pathlib import Path

from .user_cache import CODE, folder, read_private

MAX_SIZE = 8_000_000
"""In bytes: a larger file is started afresh, because most of it comes from old versions."""


class KeptFile:
    """The file of a module."""

    def __init__(self, module: ModuleSpec) -> None:
        self.source = Path(module.origin or "")
        """The source of the module."""
        self._cached = module.cached

    @property
    def beside(self) -> Path | None:
        """The path of the file beside the bytecode; None if Python stores no bytecode."""
        return Path(f"{self._cached.removesuffix('.pyc')}.kept") if self._cached else None

    @property
    def private(self) -> Path:
        """The path of the file in the user's private folder.

        Raises:
            RuntimeError: The user has no home.
        """
        here = crc32(f"{sys.version} {self.source}".encode("utf-8", "surrogatepass"))
        return folder() / CODE / f"{self.source.stem}.{sys.implementation.cache_tag}-{here:08x}.kept"

    def contents(self) -> Iterator[bytes]:
        """Yield what is in the files, the newest last: none if they are missing, or not only of this user."""
        found: list[tuple[float, bytes]] = []
        if (beside := self.beside) is not None:
            with suppress(OSError):
                found.append((beside.stat().st_mtime, beside.read_bytes()))
        with suppress(OSError, RuntimeError):
            private = self.private
            found.append((private.stat().st_mtime, read_private(private)))
        return (content for _, content in sorted(found))

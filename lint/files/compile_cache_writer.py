"""Store compiled patterns, parser tables and word lists for the next run."""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path

from ...grammar.text import compile_cache
from ...grammar.text.user_cache import folder, private_folder
from .atomic_write import atomic_write_bytes


def write_compile_cache() -> None:
    """Write the file if there are new entries: beside the bytecode or, where that cannot be, in the private folder."""
    if (content := compile_cache.new_content()) is None:
        return
    target = compile_cache.cache_file()
    if target is not None and not sys.dont_write_bytecode:
        with suppress(OSError):
            mode = Path(compile_cache.__file__).stat().st_mode & 0o666  # as Python does with bytecode
            _write(target, content, mode)
            return
    with suppress(OSError, RuntimeError):  # the disk is full, the folder is not private, or there is no home
        private_folder(folder())
        _write(compile_cache.private_file(), content, 0o600)


def _write(target: Path, content: bytes, mode: int) -> None:
    with atomic_write_bytes(target, mode) as file:
        file.write(content)

"""Store compiled patterns, parser tables, word lists and modules for the next run."""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path

from ...grammar.text import compile_cache, module_bundle
from ...grammar.text.kept_file import KeptFile
from ...grammar.text.user_cache import folder, private_folder
from .atomic_write import atomic_write_bytes


def write_kept_files() -> None:
    """Write the files of code to which this run has something to add."""
    for file, content in (
        (compile_cache.FILE, compile_cache.new_content()),
        (module_bundle.FILE, module_bundle.new_content()),
    ):
        if content is not None:
            write(file, content)


def write(file: KeptFile, content: bytes) -> None:
    """Write a file beside the bytecode or, where that cannot be, in the private folder."""
    target = file.beside
    if target is not None and not sys.dont_write_bytecode:
        with suppress(OSError):
            mode = file.source.stat().st_mode & 0o666  # as Python does with bytecode
            _write(target, content, mode)
            return
    with suppress(OSError, RuntimeError):  # the disk is full, the folder is not private, or there is no home
        private_folder(folder())
        _write(file.private, content, 0o600)


def _write(target: Path, content: bytes, mode: int) -> None:
    with atomic_write_bytes(target, mode) as file:
        file.write(content)

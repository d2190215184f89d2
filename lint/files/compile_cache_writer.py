"""Store compiled patterns, parser tables and word lists for the next run."""

from __future__ import annotations

import contextlib
import sys
from pathlib import Path

from ...grammar.text import compile_cache
from .atomic_write import atomic_write_bytes


def write_compile_cache() -> None:
    """Write the file if there are new entries; do nothing if Python must not or cannot write bytecode."""
    target = compile_cache.cache_file()
    if target is None or sys.dont_write_bytecode or (content := compile_cache.new_content()) is None:
        return
    with contextlib.suppress(OSError):
        mode = Path(compile_cache.__file__).stat().st_mode & 0o666  # as Python does with bytecode
        with atomic_write_bytes(target, mode) as file:
            file.write(content)

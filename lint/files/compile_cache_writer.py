"""Store compiled patterns, parser tables and word lists for the next run."""

from __future__ import annotations

import contextlib
import pickle
import sys
from pathlib import Path

from ...grammar.text import compile_cache
from .atomic_write import atomic_write_bytes

MAX_SIZE = 8_000_000
"""In bytes: a larger file is started afresh, because most of it comes from old versions."""


def write_compile_cache() -> None:
    """Write the file atomically if it is new; do nothing if Python must not or cannot write bytecode."""
    cache, file_name = compile_cache.compile_cache(), compile_cache.cache_file()
    if not cache.made or file_name is None or sys.dont_write_bytecode:
        return
    data = pickle.dumps({**cache.found, **cache.made})
    if len(data) > MAX_SIZE:
        data = pickle.dumps(cache.made)
    with contextlib.suppress(OSError):
        mode = Path(compile_cache.__file__).stat().st_mode & 0o666  # as Python does with bytecode
        with atomic_write_bytes(Path(file_name), mode) as file:
            file.write(data)

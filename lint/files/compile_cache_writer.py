"""Store compiled patterns, parser tables and word lists for the next run."""

from __future__ import annotations

import contextlib
import os
import pickle
import sys
import tempfile
from pathlib import Path

from ...grammar.text import compile_cache

MOST = 8_000_000
"""In bytes: a larger file is started afresh, because most of it comes from old versions."""


def write_compile_cache() -> None:
    """Write the file atomically if it is new; do nothing if Python must not or cannot write bytecode."""
    shelf, place = compile_cache.compile_cache(), compile_cache.cache_file()
    if not shelf.made or place is None or sys.dont_write_bytecode:
        return
    target = Path(place)
    written = pickle.dumps({**shelf.found, **shelf.made})
    if len(written) > MOST:
        written = pickle.dumps(shelf.made)
    temporary = ""
    try:
        handle, temporary = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(written)
        Path(temporary).chmod(Path(compile_cache.__file__).stat().st_mode & 0o666)  # as Python does with byte code
        Path(temporary).replace(target)
    except OSError:
        with contextlib.suppress(OSError):
            if temporary:
                Path(temporary).unlink()

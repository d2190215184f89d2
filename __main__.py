"""Entry point of the ``resolint`` command and of ``python -m resolint``."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress
from typing import NoReturn


def main() -> None:
    """Run the command with the arguments of this process and exit with its status."""
    gc.set_threshold(100_000, 20, 20)  # objects of a run live to its end: frequent collection takes a tenth of the time
    from .grammar.text.user_cache import use_for_bytecode

    use_for_bytecode("resolint")
    from .grammar.text.module_bundle import use_module_bundle

    use_module_bundle()
    from .cli.main import main as run

    status = run()
    if "resolint.grammar.text.compile_cache" in sys.modules:
        from .lint.files.kept_file_writer import write_kept_files

        write_kept_files()
    _end(status)


def _end(status: int) -> NoReturn:
    """Exit at once: releasing all objects would take a twentieth of the time of a short run."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):  # closed by the reader
            stream.flush()
    os._exit(status)


if __name__ == "__main__":
    main()

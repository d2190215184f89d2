"""Entry point of the ``resolint`` command and of ``python -m resolint``."""

from __future__ import annotations

import gc
import importlib
import os
import sys
from contextlib import suppress
from types import ModuleType
from typing import NoReturn


def main() -> None:
    """Run the command with the arguments of this process and exit with its status."""
    gc.set_threshold(100_000, 20, 20)  # objects of a run live to its end: frequent collection takes a tenth of the time
    from .grammar.text.user_cache import use_for_bytecode

    use_for_bytecode("resolint")
    from .grammar.text.lazy_regex import use_lazy_regex
    from .grammar.text.module_bundle import use_module_bundle

    use_module_bundle()
    use_lazy_regex()
    _import_argparse()
    from .cli.main import main as run

    status = run()
    if "resolint.grammar.text.compile_cache" in sys.modules:
        from .lint.files.kept_file_writer import write_kept_files

        write_kept_files()
    _end(status)


def _import_argparse() -> None:
    """Import `argparse` without `gettext`: its messages are matched in English, and translating them takes long."""
    if "argparse" in sys.modules or "gettext" in sys.modules:
        return
    untranslated = ModuleType("gettext")
    vars(untranslated).update(gettext=str, ngettext=lambda one, several, count: one if count == 1 else several)
    sys.modules["gettext"] = untranslated
    try:
        importlib.import_module("argparse")
    finally:
        del sys.modules["gettext"]


def _end(status: int) -> NoReturn:
    """Exit at once: releasing all objects would take a twentieth of the time of a short run."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):  # closed by the reader
            stream.flush()
    os._exit(status)


if __name__ == "__main__":
    main()

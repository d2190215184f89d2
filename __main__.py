"""``python -m resolint``, and where the command ``resolint`` begins."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    import argparse


def main() -> None:
    """Run the command on this process's arguments, and end with its status."""
    gc.set_threshold(100_000, 20, 20)  # what a run makes lives to its end: looking for waste often costs a tenth of it
    from .cli.main import main as run

    _end(run(serve=_serve))


def _end(status: int) -> NoReturn:
    """End at once: to take apart all that a run has made costs a twentieth of a short one, and mends nothing."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):  # closed by who read it
            stream.flush()
    os._exit(status)


def _serve(arguments: argparse.Namespace) -> int:
    from .cli.serve import serve

    return serve(arguments)


if __name__ == "__main__":
    main()

"""The data files of this package: word lists, grammars and tables of resolutions.

`importlib.resources` reads them from archives too, but importing it takes longer than reading all that a run needs.
"""

from __future__ import annotations

import os
import sys


def text(package: str, name: str) -> str:
    """Return the text of a file.

    Args:
        package: The name of a package that is imported.
        name: The name of the file, below the folder of the package.

    Raises:
        FileNotFoundError: There is no such file.
    """
    with open(_path(package, name), encoding="utf-8") as file:  # noqa: PTH123 - `Path` takes longer
        return file.read()


def state(package: str, name: str) -> tuple[int, int]:
    """Return the time of change of a file in nanoseconds, and its size in bytes. Raises `FileNotFoundError`."""
    facts = os.stat(_path(package, name))  # noqa: PTH116 - `Path` takes longer
    return facts.st_mtime_ns, facts.st_size


def names(package: str, folder: str = "") -> list[str]:
    """Return the names of the files and folders in a folder of a package, in order; none if it is not a folder."""
    try:
        return sorted(os.listdir(_path(package, folder)))  # noqa: PTH208
    except (FileNotFoundError, NotADirectoryError):
        return []


def _path(package: str, name: str) -> str:
    return f"{sys.modules[package].__path__[0]}/{name}"

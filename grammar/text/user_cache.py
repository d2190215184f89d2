"""The user's cache directory, and a folder in it for code, in which nobody else can write.

Python runs byte code, and a pickle may run anything. So they are only read from a folder that this user owns and nobody
else may enter, and only if this user owns the file. Without such a folder, they are made again in each run.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

FOLDER = "RESOLINT_CACHE_DIR"
"""The environment variable that names the directory."""
CODE = "code"
"""The name of the private folder."""
_TAG = "Signature: 8a477f597d28d172789f06886806bc55\n# Made by resolint; `resolint clean` removes it.\n"
_OTHERS = stat.S_IRWXG | stat.S_IRWXO
_WRITING_OTHERS = stat.S_IWGRP | stat.S_IWOTH


def folder(environment: Mapping[str, str] = os.environ) -> Path:
    """Return the cache directory: from the environment, or the usual one of the platform.

    Raises:
        RuntimeError: The user has no home.
    """
    if named := environment.get(FOLDER):
        return Path(named)
    if sys.platform == "win32":
        parent = Path(environment.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        parent = Path.home() / "Library" / "Caches"
    else:
        parent = Path(environment.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return parent / "resolint"


def tag(top: Path) -> None:
    """Create the cache directory, and mark it as one for backups and for `resolint clean`.

    Raises:
        OSError: It cannot be written.
    """
    top.mkdir(mode=0o700, parents=True, exist_ok=True)
    mark = top / "CACHEDIR.TAG"
    if not mark.exists():
        mark.write_text(_TAG, encoding="ascii")


def private_folder(top: Path) -> Path:
    """Return the folder for code in a cache directory; create it if it is missing.

    Raises:
        OSError: It cannot be created, or somebody else could write in it.
    """
    private = top / CODE
    if not private.exists():
        tag(top)
        private.mkdir(mode=0o700, exist_ok=True)
    _check_owner(private)
    return private


def use_for_bytecode(package: str) -> None:
    """Let Python store bytecode in the private folder if it stores none of a package beside its source.

    Otherwise each run would compile all modules, which takes longer than the rest of a start. Installers store
    bytecode; it is missing in a clone if Python must not write it there.
    """
    beside = sys.modules[package].__spec__
    if beside is None or beside.cached is None or sys.pycache_prefix or Path(beside.cached).exists():
        return
    with suppress(OSError, RuntimeError):  # others could write in the folder, or there is no home
        sys.pycache_prefix = str(private_folder(folder()))
        sys.dont_write_bytecode = False


def read_private(file: Path) -> bytes:
    """Return the content of a file in a private folder.

    Raises:
        OSError: It is missing, or somebody else could have written it.
    """
    _check_owner(file.parent)
    with os.fdopen(os.open(file, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK), "rb") as opened:
        facts = os.fstat(opened.fileno())
        if not stat.S_ISREG(facts.st_mode) or facts.st_uid != os.geteuid() or facts.st_mode & _WRITING_OTHERS:
            raise PermissionError(f"{file}: others could have written it")
        return opened.read()


def _check_owner(private: Path) -> None:
    """Raise a `PermissionError` unless only this user can write in a folder, replace it or move it."""
    if not hasattr(os, "geteuid"):
        raise PermissionError(f"{private}: this platform has no owners of files")
    user = os.geteuid()
    real = Path(os.path.realpath(private.parent), private.name)
    facts = real.lstat()
    if not stat.S_ISDIR(facts.st_mode) or facts.st_uid != user or facts.st_mode & _OTHERS:
        raise PermissionError(f"{private}: others can read or write in it")
    for parent in real.parents:
        facts = parent.lstat()
        shared = facts.st_mode & _WRITING_OTHERS and not facts.st_mode & stat.S_ISVTX
        if shared or facts.st_uid not in {0, user}:
            raise PermissionError(f"{parent}: others can write in it")

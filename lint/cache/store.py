"""A cache of results on disk, keyed by the text, the settings, the rules and the program.

An entry is a file named by the hash of its key and written atomically, so that several runs may share the directory. An
entry never becomes wrong; it is only no longer used. Entries contain text of drafts, so they are stored in the user's
own cache directory and not next to the drafts. They are JSON, because files on disk must be data, not code.
"""

from __future__ import annotations

import hashlib
import os
import sys
import time
from pathlib import Path

from ...grammar.text.positions import LineIndex
from ...grammar.text.user_cache import CODE, tag
from ..engine.results import LintResult
from ..files.atomic_write import atomic_write_bytes
from .codec import CacheEntryError, decode, encode

_MAX_AGE = 30 * 24 * 3600  # seconds for which entries of other versions are kept
_PACKAGES = ("grammar", "rules", "lint")


def clean(top: Path) -> int:
    """Remove all entries and return their number; a directory that is not a cache is not changed.

    Raises:
        OSError: An entry cannot be removed.
    """
    if not (top / "CACHEDIR.TAG").is_file():
        return 0
    code = top / CODE
    count = sum(
        len(names) for here, _, names in os.walk(top) if Path(here) != top and not Path(here).is_relative_to(code)
    )
    from shutil import rmtree

    rmtree(top)
    return count


class Cache:
    """The entries of this version of the program."""

    def __init__(self, top: Path) -> None:
        self._top = top
        self._here = top / _version()
        self._open = True

    def get(self, text: str, settings: str) -> LintResult | None:
        """Return the results for a text and the fingerprint of its settings; none if they are not cached."""
        try:
            entry = self._path(text, settings).read_bytes()
            diagnostics, resolutions, origin, guide = decode(entry, len(text))
        except (OSError, CacheEntryError):
            return None
        return LintResult(text, LineIndex(text), diagnostics, resolutions, origin, guide)

    def put(self, checked: LintResult, settings: str) -> None:
        """Store the results; if the disk is full or read-only, stop caching."""
        if not self._open:
            return
        target = self._path(checked.text, settings)
        try:
            if not target.parent.is_dir():
                self._begin()
                target.parent.mkdir(parents=True, exist_ok=True)
            with atomic_write_bytes(target, mode=0o600) as file:
                file.write(encode(checked))
        except OSError:
            self._open = False

    def _path(self, text: str, settings: str) -> Path:
        key = hashlib.blake2b(text.encode("utf-8", "surrogatepass"), key=settings.encode(), digest_size=20).hexdigest()
        return self._here / key[:2] / key[2:]

    def _begin(self) -> None:
        """Mark the directory as a cache, and remove old entries of other versions."""
        if self._here.is_dir():
            return
        tag(self._top)
        self._here.mkdir(mode=0o700, exist_ok=True)
        from shutil import rmtree

        for other in self._top.iterdir():
            if other.is_dir() and other.stat().st_mtime < time.time() - _MAX_AGE:
                rmtree(other, ignore_errors=True)


def _version() -> str:
    """Return a hash that changes with the program, including uncommitted changes to its files."""
    from ... import __version__

    top = Path(__file__).parent.parent.parent
    digest = hashlib.blake2b(f"{__version__} {sys.version}".encode(), digest_size=8)
    pending = [str(top / package) for package in _PACKAGES]
    while pending:
        with os.scandir(pending.pop()) as entries:
            for entry in sorted(entries, key=lambda entry: entry.name):
                if entry.is_dir():
                    if entry.name != "__pycache__":
                        pending.append(entry.path)
                else:
                    facts = entry.stat()
                    digest.update(
                        f"{entry.path} {facts.st_mtime_ns} {facts.st_size}\n".encode(errors="surrogateescape")
                    )
    return digest.hexdigest()

"""What was found in texts before, kept on disk under what it hangs on: the text, the settings, the rules, the program.

An entry is a file named by the hash of all that, and put there at once, so that two runs may share the folder: what
one of them reads is whole. Nothing in it is ever wrong, only no longer asked for. It holds words of drafts, so it lies
in the user's own folder and not beside them; and it is JSON, as what lies on a disk is to be read, not run.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

from ...grammar.text.positions import LineIndex
from ..engine.results import LintResult
from .codec import CacheEntryError, decode, encode

FOLDER = "RESOLINT_CACHE_DIR"
"""The environment variable that names the folder."""
_KEPT = 30 * 24 * 3600  # seconds for which the entries of another version are left lying
_ROOMS = ("grammar", "rules", "lint")
_TAG = "Signature: 8a477f597d28d172789f06886806bc55\n# Made by resolint; `resolint clean` removes it.\n"


def folder(environment: Mapping[str, str] = os.environ) -> Path:
    """Where entries are kept: as the environment says, or where the platform wants such things."""
    if named := environment.get(FOLDER):
        return Path(named)
    if sys.platform == "win32":
        above = Path(environment.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        above = Path.home() / "Library" / "Caches"
    else:
        above = Path(environment.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return above / "resolint"


def clean(top: Path) -> int:
    """Remove all entries, and say how many there were. Raises `OSError`; a folder that is not a cache is left alone."""
    if not (top / "CACHEDIR.TAG").is_file():
        return 0
    count = sum(len(names) for here, _, names in os.walk(top) if here != str(top))
    shutil.rmtree(top)
    return count


class Cache:
    """The entries of this version of the program."""

    def __init__(self, top: Path) -> None:
        self._top = top
        self._here = top / _version()
        self._open = True

    def find(self, text: str, settings: str) -> LintResult | None:
        """What was found in a text under settings (their fingerprint); none if that is not known."""
        try:
            said = self._path(text, settings).read_bytes()
            diagnostics, resolutions, origin = decode(said, len(text))
        except (OSError, CacheEntryError):
            return None
        return LintResult(text, LineIndex(text), diagnostics, resolutions, origin)

    def keep(self, checked: LintResult, settings: str) -> None:
        """Keep what was found; where the disk will not have it, do without."""
        if not self._open:
            return
        target = self._path(checked.text, settings)
        temporary = ""
        try:
            if not target.parent.is_dir():
                self._begin()
                target.parent.mkdir(parents=True, exist_ok=True)
            handle, temporary = tempfile.mkstemp(dir=target.parent)
            with os.fdopen(handle, "wb") as file:
                file.write(encode(checked))
            Path(temporary).replace(target)
        except OSError:
            self._open = False
            with contextlib.suppress(OSError):
                if temporary:
                    Path(temporary).unlink()

    def _path(self, text: str, settings: str) -> Path:
        said = hashlib.blake2b(text.encode("utf-8", "surrogatepass"), key=settings.encode(), digest_size=20).hexdigest()
        return self._here / said[:2] / said[2:]

    def _begin(self) -> None:
        """Mark the folder as a cache, and remove what another version left there long ago."""
        if self._here.is_dir():
            return
        self._here.mkdir(mode=0o700, parents=True, exist_ok=True)
        (self._top / "CACHEDIR.TAG").write_text(_TAG, encoding="ascii")
        for other in self._top.iterdir():
            if other.is_dir() and other.stat().st_mtime < time.time() - _KEPT:
                shutil.rmtree(other, ignore_errors=True)


def _version() -> str:
    """A word that changes with the program: with any file of its rooms, so that it holds while one is at work on it."""
    from ... import __version__

    top = Path(__file__).parent.parent.parent
    said = hashlib.blake2b(f"{__version__} {sys.version}".encode(), digest_size=8)
    pending = [str(top / room) for room in _ROOMS]
    while pending:
        with os.scandir(pending.pop()) as entries:
            for entry in sorted(entries, key=lambda entry: entry.name):
                if entry.is_dir():
                    if entry.name != "__pycache__":
                        pending.append(entry.path)
                else:
                    facts = entry.stat()
                    said.update(f"{entry.path} {facts.st_mtime_ns} {facts.st_size}\n".encode(errors="surrogateescape"))
    return said.hexdigest()

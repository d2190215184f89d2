"""Repeat an action whenever drafts or their settings change."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from time import monotonic, sleep

from ..config.discovery import FILE, PROJECT_FILE
from ..files import discovery
from ..files.discovery import SourcePath

INTERVAL = 0.3
"""The interval between two checks of the files, in seconds; longer if a check takes long."""
_LOAD = 10
"""A check may use a tenth of the time."""

Facts = dict[str, tuple[int, int] | None]
"""The modification time in nanoseconds and the size in bytes of each file; none if it does not exist."""


def watch(action: Callable[[], object], paths: Iterable[str], extra_files: Iterable[Path] = ()) -> None:
    """Act, and act again after each change, until interrupted.

    Files are polled, because not every file system reports changes.
    """
    paths, extra_files = tuple(paths), tuple(extra_files)
    while True:
        before = _facts(paths, extra_files)
        action()
        while True:
            begun = monotonic()
            now = _facts(paths, extra_files)
            if now != before:
                break
            sleep(max(INTERVAL, _LOAD * (monotonic() - begun)))


def _facts(paths: Iterable[str], extra_files: Iterable[Path]) -> Facts:
    drafts = [named.path for named in discovery.find(paths) if isinstance(named, SourcePath)]
    folders = {parent for draft in drafts for parent in draft.parents} | set(Path.cwd().parents) | {Path.cwd()}
    settings = [folder / name for folder in folders for name in (FILE, PROJECT_FILE)]
    return {str(path): _fact(path) for path in (*drafts, *settings, *extra_files)}


def _fact(path: Path) -> tuple[int, int] | None:
    try:
        facts = os.stat(path)  # noqa: PTH116 - the fastest way: it runs for each file several times a second
    except OSError:
        return None
    return facts.st_mtime_ns, facts.st_size

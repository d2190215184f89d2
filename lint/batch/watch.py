"""Repeat an action whenever drafts or their settings change."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from time import monotonic, sleep

from ..config.discovery import FILE, PROJECT_FILE
from ..files import discovery
from ..files.discovery import SourcePath

PAUSE = 0.3
"""The interval between two checks of the files, in seconds; longer if a check takes long."""
_SHARE = 10
"""A check may use a tenth of the time."""

Facts = dict[str, tuple[int, int] | None]
"""The modification time in nanoseconds and the size in bytes of each file; none if it does not exist."""


def watch(act: Callable[[], object], paths: Iterable[str], besides: Iterable[Path] = ()) -> None:
    """Act, and act again after each change, until interrupted.

    Files are polled, because not every file system reports changes.
    """
    paths, besides = tuple(paths), tuple(besides)
    while True:
        before = _facts(paths, besides)
        act()
        while True:
            begun = monotonic()
            now = _facts(paths, besides)
            if now != before:
                break
            sleep(max(PAUSE, _SHARE * (monotonic() - begun)))


def _facts(paths: Iterable[str], besides: Iterable[Path]) -> Facts:
    drafts = [named.path for named in discovery.find(paths) if isinstance(named, SourcePath)]
    folders = {above for draft in drafts for above in draft.parents} | set(Path.cwd().parents) | {Path.cwd()}
    settings = [folder / name for folder in folders for name in (FILE, PROJECT_FILE)]
    return {str(path): _fact(path) for path in (*drafts, *settings, *besides)}


def _fact(path: Path) -> tuple[int, int] | None:
    try:
        facts = os.stat(path)  # noqa: PTH116 - the fastest way: it runs for each file several times a second
    except OSError:
        return None
    return facts.st_mtime_ns, facts.st_size

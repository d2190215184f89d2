"""Rules of other installed packages, found by entry point."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from ...rules.base import Rule
from ...rules.registry import Registry, RuleDefinitionError, discover, problems

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

GROUP = "resolint.rules"
"""The entry point group; each entry names a rule class."""
IMPORT_TIMEOUT = 10.0
"""The time limit for the import of one plugin, in seconds."""


def registry() -> Registry:
    """Return the built-in rules and those of plugins.

    Raises:
        RuleDefinitionError: A rule of a plugin cannot be loaded or is invalid.
    """
    return discover(tuple(_plugin_rules()) if _has_plugins() else ())


def _has_plugins() -> bool:
    """Return whether a plugin is installed; importing `importlib.metadata` would slow down every start."""
    header = f"[{GROUP}]".encode()
    return any(header in listing for folder in sys.path if folder for listing in _entry_points(folder))


def _entry_points(folder: str) -> Iterator[bytes]:
    """Yield the files with the entry points of the packages that are installed in a folder."""
    try:
        names = os.listdir(folder)  # noqa: PTH208 - `Path.glob` takes several times as long
    except OSError:  # a zip archive, or missing
        return
    for name in names:
        if name.endswith("-info"):
            with suppress(OSError), open(f"{folder}/{name}/entry_points.txt", "rb") as listing:  # noqa: PTH123
                yield listing.read()


def _loaded(point: EntryPoint) -> Any:
    """Import a rule class in a thread of its own, which can be given up: the module may never end.

    Raises:
        RuleDefinitionError: The import fails, takes too long or ends the program.
    """
    outcome: list[tuple[Any, BaseException | None]] = []

    def load() -> None:
        try:
            outcome.append((point.load(), None))
        except BaseException as error:  # noqa: BLE001 - also SystemExit, which would look like a clean result
            outcome.append((None, error))

    from threading import Thread

    thread = Thread(target=load, daemon=True)
    thread.start()
    thread.join(IMPORT_TIMEOUT)
    if not outcome:
        raise RuleDefinitionError(f"plugin rule {point.value}: not loaded after {IMPORT_TIMEOUT:g} s")
    rule, error = outcome[0]
    if isinstance(error, Exception):
        raise RuleDefinitionError(f"plugin rule {point.value}: cannot be loaded: {error}") from error
    if error is not None:
        raise RuleDefinitionError(f"plugin rule {point.value}: its module exits when imported") from error
    return rule


def _plugin_rules() -> Iterator[type[Rule]]:
    from importlib.metadata import entry_points

    for point in sorted(entry_points(group=GROUP), key=lambda point: point.value):
        rule = _loaded(point)
        if faults := problems(rule):
            raise RuleDefinitionError(f"plugin rule {point.value}: invalid: {faults[0]}")
        yield rule

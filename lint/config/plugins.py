"""Rules of other installed packages, found by entry point."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from ...rules.base import Rule
from ...rules.registry import Registry, RuleDefinitionError, discover, problems

GROUP = "resolint.rules"
"""The entry point group; each entry names a rule class."""


def registry() -> Registry:
    """Return the built-in rules and those of plugins.

    Raises:
        RuleDefinitionError: A rule of a plugin cannot be loaded or is invalid.
    """
    return discover(tuple(_plugin_rules()) if _has_plugins() else ())


def _has_plugins() -> bool:
    """Return whether a plugin is installed; importing `importlib.metadata` would slow down every start."""
    header = f"[{GROUP}]".encode()
    for folder in filter(None, sys.path):
        for listing in Path(folder).glob("*.*-info/entry_points.txt"):
            if header in listing.read_bytes():
                return True
    return False


def _plugin_rules() -> Iterator[type[Rule]]:
    from importlib.metadata import entry_points

    for point in sorted(entry_points(group=GROUP), key=lambda point: point.value):
        try:
            rule = point.load()
        except Exception as error:
            raise RuleDefinitionError(f"plugin rule {point.value}: cannot be loaded: {error}") from error
        if faults := problems(rule):
            raise RuleDefinitionError(f"plugin rule {point.value}: invalid: {faults[0]}")
        yield rule

"""Rules that other installed packages bring, by entry point."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from ...rules.base import Rule
from ...rules.registry import Registry, RuleDefinitionError, discover, problems

GROUP = "resolint.rules"
"""The entry point group; each entry names a rule class."""


def registry() -> Registry:
    """The rules of this package and those brought. Raises `RuleDefinitionError` for one that is not well formed."""
    return discover(tuple(_brought()) if _any_brought() else ())


def _any_brought() -> bool:
    """Looked up by hand, as importing `importlib.metadata` costs a cold start dear."""
    wanted = f"[{GROUP}]".encode()
    for folder in filter(None, sys.path):
        for listing in Path(folder).glob("*.*-info/entry_points.txt"):
            if wanted in listing.read_bytes():
                return True
    return False


def _brought() -> Iterator[type[Rule]]:
    from importlib.metadata import entry_points

    for point in sorted(entry_points(group=GROUP), key=lambda point: point.value):
        try:
            rule = point.load()
        except Exception as error:
            raise RuleDefinitionError(f"the rule {point.value} cannot be loaded: {error}") from error
        if faults := problems(rule):
            raise RuleDefinitionError(f"the rule {point.value} is not well formed: {faults[0]}")
        yield rule

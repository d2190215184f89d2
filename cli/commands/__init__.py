"""The commands, one module each; every module follows `Command` and imports nothing slow before it runs."""

from __future__ import annotations

import argparse
import importlib
from typing import Protocol, cast

from ..console import Console

NAMES = (
    "check",
    "rule",
    "outline",
    "compare",
    "trace",
    "store",
    "convert",
    "cite",
    "config",
    "init",
    "clean",
    "server",
)


class Command(Protocol):
    """A command."""

    HELP: str
    """The summary, in one line."""

    def arguments(self, parser: argparse.ArgumentParser) -> None:
        """Declare the options."""
        ...

    def run(self, arguments: argparse.Namespace, console: Console) -> int:
        """Run the command and return the exit status: 0 no findings, 1 findings, 2 failure."""
        ...


def named(name: str) -> Command:
    """Return the command with a name from `NAMES`."""
    return cast(Command, importlib.import_module(f".{name}", __package__))

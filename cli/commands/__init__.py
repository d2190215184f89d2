"""The sub-commands, one a file; each module answers to `Command` and imports nothing heavy before it runs."""

from __future__ import annotations

import argparse
import importlib
from typing import Protocol, cast

from ..console import Console

NAMES = ("check", "rule", "outline", "convert", "cite", "config", "init", "clean", "server")


class Command(Protocol):
    """A sub-command."""

    HELP: str
    """One line."""

    def arguments(self, parser: argparse.ArgumentParser) -> None:
        """Declare its options."""
        ...

    def run(self, arguments: argparse.Namespace, console: Console) -> int:
        """Do it; the exit status: 0 nothing found, 1 something, 2 the command failed."""
        ...


class CommandError(Exception):
    """What ends a command with status 2; its text is one sentence."""


def named(name: str) -> Command:
    """The sub-command of a name, one of `NAMES`."""
    return cast(Command, importlib.import_module(f".{name}", __package__))

"""``resolint clean``: remove the cache."""

from __future__ import annotations

import argparse

from ..console import Console
from ..errors import CommandError

HELP = "remove the cache of results"


def arguments(_parser: argparse.ArgumentParser) -> None:
    """Declare the options: none."""


def run(_arguments: argparse.Namespace, console: Console) -> int:
    """Remove the cache and print its location."""
    from ...grammar.text.user_cache import folder
    from ...lint.cache.store import clean

    top = folder(console.environment)
    try:
        count = clean(top)
    except OSError as error:
        raise CommandError(f"{top}: {error.strerror}") from error
    if count:
        console.out.write(f"Removed {count} cache {'entry' if count == 1 else 'entries'} from {top}.\n")
    else:
        console.out.write(f"The cache in {top} is empty.\n")
    return 0

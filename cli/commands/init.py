"""``resolint init``: create a settings file."""

from __future__ import annotations

import argparse
from pathlib import Path

from ..console import Console
from ..errors import CommandError

HELP = "create a resolint.toml in a directory"

_FILE = """\
# Settings of resolint for the drafts in this directory and below. `resolint config` shows the effective settings.

# Settings file to extend:
# extend = "../resolint.toml"

# Rules to apply and rules not to apply: codes, names, families, or "ALL".
select = ["ALL"]
ignore = []

# Body, stage and era of the drafts, for example "sc, final", or a Model United Nations conference, for example
# "thimun". Whatever is not set is detected in each text.
profile = "auto"

# The lowest level that makes `resolint check` fail: "error", "warning" or "info".
fail-level = "warning"

# Files not to lint, as globs relative to this directory.
exclude = []

# Levels, by code, name or family:
# [levels]
# unused-suppression = "info"

# Options of one rule; its page lists them (`resolint rule CODE`):
# [rules.also-missing]

# Settings for some files only:
# [[overrides]]
# files = ["archive/**"]
# ignore = ["CIT"]
"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument(
        "folder",
        nargs="?",
        default=".",
        type=Path,
        metavar="DIRECTORY",
        help="where to create it [default: current directory]",
    )


def run(arguments: argparse.Namespace, console: Console) -> int:
    """Create the file, unless it exists."""
    from ...lint.output.sanitize import sanitize

    file: Path = arguments.folder / "resolint.toml"
    try:
        with file.open("x", encoding="utf-8", newline="\n") as new:
            new.write(_FILE)
    except FileExistsError:
        raise CommandError(f"{file}: file exists; not overwritten") from None
    except OSError as error:
        raise CommandError(f"{file}: {error.strerror}") from error
    console.out.write(f"Created {sanitize(str(file))}.\n")
    return 0

"""``resolint init``: a settings file to begin with."""

from __future__ import annotations

import argparse
from pathlib import Path

from ..console import Console
from . import CommandError

HELP = "write a resolint.toml for this folder"

_FILE = """\
# Settings of resolint for the drafts in this folder and below it. `resolint config` shows those in force.

# Settings of another file to go on from:
# extend = "../resolint.toml"

# Rules to apply, and to leave out: codes, names, families, or "ALL".
select = ["ALL"]
ignore = []

# Body, stage and era of the drafts, as in "sc, final", or a Model United Nations conference, as in "thimun"; what is
# not said is read from each text.
profile = "auto"

# The lightest level that makes `resolint check` fail: "error", "warning" or "info".
fail-level = "warning"

# Files to leave out, as globs from this folder.
exclude = []

# Levels, by code, name or family:
# [levels]
# unused-suppression = "info"

# Options of one rule, as its page names them (`resolint rule CODE`):
# [rules.also-missing]

# Other settings for some files:
# [[overrides]]
# files = ["archive/**"]
# ignore = ["CIT"]
"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument(
        "folder", nargs="?", default=".", type=Path, metavar="FOLDER", help="where to (default: this folder)"
    )


def run(arguments: argparse.Namespace, console: Console) -> int:
    """Write the file, unless there is one."""
    file: Path = arguments.folder / "resolint.toml"
    try:
        with file.open("x", encoding="utf-8", newline="\n") as new:
            new.write(_FILE)
    except FileExistsError:
        raise CommandError(f"{file}: it exists already and was left as it is") from None
    except OSError as error:
        raise CommandError(f"{file}: {error.strerror}") from error
    console.out.write(f"Wrote {file}.\n")
    return 0

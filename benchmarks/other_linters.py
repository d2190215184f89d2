"""The linters that resolint is compared with, and how each checks files."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from typing import NamedTuple


class OtherLinter(NamedTuple):
    """A linter with its options."""

    name: str
    command: tuple[str, ...]
    """The program and its options, before the files."""
    registry: str
    """Where it is published: ``PyPI``, ``npm`` or ``crates.io``."""
    counts: bool = False
    """Whether its exit status is the number of findings, and not 1."""

    def on(self, files: Sequence[str], program: str) -> list[str]:
        """Return the command that checks files."""
        return [program, *self.command[1:], *files]


OTHERS = (
    OtherLinter("proselint", ("proselint", "check"), "PyPI"),
    OtherLinter("write-good", ("write-good",), "npm", counts=True),
    OtherLinter("alex", ("alex", "--quiet"), "npm"),
    # without a root, it skips all files outside the working directory
    OtherLinter("cspell", ("cspell", "--no-progress", "--no-summary", "--root", "/"), "npm"),
    OtherLinter("textlint", ("textlint", "--rule", "write-good"), "npm"),
    OtherLinter("markdownlint-cli2", ("markdownlint-cli2",), "npm"),
    OtherLinter("harper-cli", ("harper-cli", "lint"), "crates.io"),
    OtherLinter("rumdl", ("rumdl", "check", "--no-cache"), "PyPI"),
)


def installed(path: str) -> dict[str, tuple[OtherLinter, str]]:
    """Return the linters that are found in the folders of a path, with their programs, by name."""
    found = ((other, shutil.which(other.command[0], path=path)) for other in OTHERS)
    return {other.name: (other, program) for other, program in found if program is not None}

"""A baseline: recorded findings that are not reported, so that only new findings make a run fail.

It is a JSON file with the fingerprints of the findings of each draft, by file name relative to the directory of the
baseline. It contains no line numbers and no text of the drafts.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from ...grammar.text.errors import ResolintError
from ...grammar.text.record import replace
from ..file_result import FileResult
from ..files.atomic_write import atomic_write
from ..output.fingerprints import fingerprints
from ..regular_file import read_text

_VERSION = 1
LARGEST = 256 * 2**20
"""The size limit of a baseline, in bytes."""


class BaselineError(ResolintError):
    """A baseline that cannot be used; its text is one sentence with the file name."""


class Baseline:
    """The recorded findings of each draft."""

    def __init__(self, file: Path, known: Mapping[str, frozenset[str]] | None = None) -> None:
        self._folder = file.absolute().parent
        self._known = known or {}

    @classmethod
    def read(cls, file: Path) -> Baseline:
        """Read a baseline.

        Raises:
            BaselineError: The file cannot be read or is not a baseline of this version.
        """
        import json  # not needed without a baseline

        try:
            data = json.loads(read_text(file, LARGEST))
            version = data["version"]
            known = {str(name): frozenset(map(str, marks)) for name, marks in data["findings"].items()}
        except OSError as error:
            raise BaselineError(f"{file}: {error.strerror}") from error
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            raise BaselineError(f"{file}: not a baseline file; create one with --write-baseline") from error
        if version != _VERSION:
            raise BaselineError(
                f"{file}: unsupported baseline version {version!r}; create it again with --write-baseline"
            )
        return cls(file, known)

    def marked(self, result: FileResult) -> FileResult:
        """Return the result with its recorded findings marked."""
        marks = self._known.get(self.name(result), frozenset())
        known = (n for n, (_, mark) in enumerate(fingerprints(result)) if mark in marks) if marks else ()
        return replace(result, compared=True, known=frozenset(known))

    def name(self, result: FileResult) -> str:
        """Return the name of a draft in the baseline, with slashes on every platform."""
        try:
            return Path(os.path.relpath(result.name, self._folder)).as_posix()
        except ValueError:  # on a different drive
            return Path(result.name).absolute().as_posix()


class BaselineWriter:
    """A baseline that is being written: it collects the findings of each draft and saves them at the end."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self._baseline = Baseline(file)
        self._findings: dict[str, list[str]] = {}

    def add(self, result: FileResult) -> None:
        """Add the findings of a draft."""
        if result.checked.diagnostics:
            self._findings[self._baseline.name(result)] = sorted(mark for _, mark in fingerprints(result))

    def save(self) -> None:
        """Write the file.

        Raises:
            OSError: The file cannot be written.
        """
        import json

        data = {"version": _VERSION, "findings": dict(sorted(self._findings.items()))}
        with atomic_write(self.file) as file:
            file.write(json.dumps(data, indent=1) + "\n")

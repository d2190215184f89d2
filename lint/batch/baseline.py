"""A baseline: findings that are known and let be, so that a run fails for new ones alone.

A JSON file with the fingerprints of each draft's findings, under its name relative to the file's folder. It holds no
line number and no words of the drafts.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from ..engine.results import FileResult
from ..files.atomic_write import atomic_write
from ..output.fingerprints import fingerprints

_VERSION = 1


class BaselineError(ValueError):
    """A baseline that cannot be used; its text is one sentence with the file's name."""


class Baseline:
    """What is known of each draft."""

    def __init__(self, file: Path, known: Mapping[str, frozenset[str]] | None = None) -> None:
        self._folder = file.absolute().parent
        self._known = known or {}

    @classmethod
    def read(cls, file: Path) -> Baseline:
        """The baseline of a file. Raises `BaselineError`."""
        import json  # not needed where there is no baseline

        try:
            data = json.loads(file.read_text(encoding="utf-8"))
            version = data["version"]
            known = {str(name): frozenset(map(str, marks)) for name, marks in data["findings"].items()}
        except OSError as error:
            raise BaselineError(f"{file}: {error.strerror}") from error
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise BaselineError(f"{file}: not a baseline") from error
        if version != _VERSION:
            raise BaselineError(f"{file}: a baseline of version {version!r}, not {_VERSION}; write it anew")
        return cls(file, known)

    def marked(self, outcome: FileResult) -> FileResult:
        """The outcome with those of its findings named that are known."""
        marks = self._known.get(self.name(outcome), frozenset())
        known = (n for n, (_, mark) in enumerate(fingerprints(outcome)) if mark in marks) if marks else ()
        return replace(outcome, compared=True, known=frozenset(known))

    def name(self, outcome: FileResult) -> str:
        """What a draft is called in the baseline, with slashes on every platform."""
        try:
            return Path(os.path.relpath(outcome.name, self._folder)).as_posix()
        except ValueError:  # on another drive
            return Path(outcome.name).absolute().as_posix()


class Written:
    """A baseline being written: told of each draft in turn, put in its place at the end."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self._baseline = Baseline(file)
        self._findings: dict[str, list[str]] = {}

    def add(self, outcome: FileResult) -> None:
        """Take in what was found in a draft."""
        if outcome.checked.diagnostics:
            self._findings[self._baseline.name(outcome)] = sorted(mark for _, mark in fingerprints(outcome))

    def put(self) -> None:
        """Write the file. Raises `OSError`."""
        import json

        data = {"version": _VERSION, "findings": dict(sorted(self._findings.items()))}
        with atomic_write(self.file) as file:
            file.write(json.dumps(data, indent=1) + "\n")

"""Workflow commands of GitHub Actions, which show each finding at its line in a pull request.

Format: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...rules.finding import Level
from ..file_result import FileResult
from . import OutputOptions
from .sanitize import sanitize

_COMMANDS = {Level.ERROR: "error", Level.WARNING: "warning", Level.INFO: "notice"}


def report(results: Iterable[FileResult], _options: OutputOptions) -> Iterator[str]:
    """Return the findings, one command each."""
    for result in results:
        position = result.checked.lines.position
        for diagnostic in result.fresh:
            (row, column), (last, end) = map(position, diagnostic.finding.span)
            facts = {
                "file": sanitize(result.name.replace("\\", "/")),
                "line": row,
                "col": column,
                "endLine": last,
                "endColumn": max(end - 1, column)
                if last == row
                else end,  # GitHub counts to the last column, not past it
                "title": f"{diagnostic.code} {diagnostic.name}",
            }
            properties = ",".join(f"{key}={_fact(str(value))}" for key, value in facts.items())
            yield f"::{_COMMANDS[diagnostic.level]} {properties}::{_words(sanitize(diagnostic.finding.message))}\n"


def _words(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _fact(text: str) -> str:
    return _words(text).replace(":", "%3A").replace(",", "%2C")

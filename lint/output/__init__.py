"""Output formats: results in, text out. Each is a module with a function `report` that follows `Report`."""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Protocol, cast

from ...grammar.text.named_tuple import NamedTuple

if TYPE_CHECKING:
    from ...rules.registry import Registry
    from ..file_result import FileResult

FORMATS = ("full", "concise", "json", "jsonl", "sarif", "github", "gitlab", "junit", "html")
SUMMED_UP = ("full", "concise")
"""The formats for people, which may be followed by the summary."""


class OutputOptions(NamedTuple):
    """The options of a report."""

    colour: bool = False
    width: int = 100
    """In terminal cells; a longer source line is cut around the finding."""
    registry: Registry | None = None
    """The rules, for reports that describe them."""


class Report(Protocol):
    """Format results in order, one at a time, so that a run need not fit in memory."""

    def __call__(self, results: Iterable[FileResult], options: OutputOptions, /) -> Iterator[str]:
        """Return the text of the report, in pieces."""
        ...


def named(form: str) -> Report:
    """Return the report for a format from `FORMATS`."""
    return cast(Report, importlib.import_module(f".{form}", __package__).report)

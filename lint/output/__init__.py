"""Reports: outcomes in, lines out. One file a form; each has a function `report` of this protocol."""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple, Protocol, cast

if TYPE_CHECKING:
    from ...rules.registry import Registry
    from ..engine.results import FileResult

FORMATS = ("full", "concise", "json", "jsonl", "sarif", "github", "gitlab", "junit", "html")
SUMMED_UP = ("full", "concise")
"""The forms for people, after which the summary may stand."""


class OutputOptions(NamedTuple):
    """What a report is written on."""

    colour: bool = False
    width: int = 100
    """In cells; a source line that is longer is cut around the place."""
    registry: Registry | None = None
    """The rules there are, for reports that tell of them."""


class Report(Protocol):
    """Writes outcomes, in their order; takes and gives one at a time, so that a shelf need not fit in memory."""

    def __call__(self, outcomes: Iterable[FileResult], paper: OutputOptions, /) -> Iterator[str]:
        """The text of the report, in pieces."""
        ...


def named(form: str) -> Report:
    """The report of a form, one of `FORMATS`."""
    return cast(Report, importlib.import_module(f".{form}", __package__).report)

"""One JSON object a line for each finding, written immediately, so that a run can be followed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from ..engine.results import FileResult, original_location
from . import OutputOptions
from .json import as_object


def report(outcomes: Iterable[FileResult], _paper: OutputOptions) -> Iterator[str]:
    """Return the findings, in ASCII."""
    for outcome in outcomes:
        for diagnostic in outcome.fresh:
            yield (
                json.dumps(as_object(outcome.name, outcome.checked, diagnostic, original_location(outcome, diagnostic)))
                + "\n"
            )

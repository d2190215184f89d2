"""One JSON object a line, a finding each, as it is found: for runs that are read while they go on."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from ..engine.results import FileResult, original_location
from . import OutputOptions
from .json import as_object


def report(outcomes: Iterable[FileResult], _paper: OutputOptions) -> Iterator[str]:
    """The findings, in ASCII."""
    for outcome in outcomes:
        for diagnostic in outcome.fresh:
            yield (
                json.dumps(as_object(outcome.name, outcome.checked, diagnostic, original_location(outcome, diagnostic)))
                + "\n"
            )

"""One JSON object a line for each finding, written immediately, so that a run can be followed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from ..file_result import FileResult
from . import OutputOptions
from .json import as_object


def report(results: Iterable[FileResult], _options: OutputOptions) -> Iterator[str]:
    """Return the findings, in ASCII."""
    for result in results:
        for diagnostic in result.fresh:
            yield (
                json.dumps(as_object(result.name, result.checked, diagnostic, result.original_location(diagnostic)))
                + "\n"
            )

"""A self-contained HTML page: rules by priority, counts by rule, document, body and year, and every finding.

It loads and sends nothing, follows the light or dark theme of its reader, and can be printed. Its template is
`page.html`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...file_result import FileResult
from .. import OutputOptions
from .model import ReportModel
from .template import rendered


def report(results: Iterable[FileResult], options: OutputOptions) -> Iterator[str]:
    """Return the page."""
    model = ReportModel(options.registry)
    for result in results:
        model.add(result)
    yield from rendered("page.html", model=model)

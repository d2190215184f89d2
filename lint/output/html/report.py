"""A self-contained HTML page: rules by priority, counts by rule, document, body and year, and every finding.

It loads and sends nothing, follows the light or dark theme of its reader, and can be printed. Its template is
`page.html`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jinja2 import Environment, PackageLoader, StrictUndefined

from ...file_result import FileResult
from .. import OutputOptions
from .model import ReportModel


def report(results: Iterable[FileResult], options: OutputOptions) -> Iterator[str]:
    """Return the page."""
    from .... import __version__

    model = ReportModel(options.registry)
    for result in results:
        model.add(result)
    environment = Environment(
        loader=PackageLoader(__package__ or "", ""), autoescape=True, undefined=StrictUndefined, trim_blocks=False
    )
    yield from environment.get_template("page.html").generate(model=model, version=__version__)
    yield "\n"

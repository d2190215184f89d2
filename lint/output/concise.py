"""One line for each finding: ``draft.md:12:4: SEQ001 message``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..file_result import FileResult
from . import OutputOptions
from .ansi import Styles
from .sanitize import sanitize


def report(results: Iterable[FileResult], options: OutputOptions) -> Iterator[str]:
    """Return the findings, one line each."""
    styles = Styles(options.colour)
    for result in results:
        for diagnostic in result.fresh:
            row, column = result.checked.lines.position(diagnostic.finding.span.start)
            code = styles.level(diagnostic.level, diagnostic.code)
            where = result.original_location(diagnostic) or f"{row}:{column}"
            yield f"{styles.bold(sanitize(result.name))}:{where}: {code} {sanitize(diagnostic.finding.message)}\n"

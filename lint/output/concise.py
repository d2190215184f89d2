"""One line for each finding: ``draft.md:12:4: SEQ001 message``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..engine.results import FileResult, original_location
from . import OutputOptions
from .ansi import Styles
from .sanitize import sanitize


def report(outcomes: Iterable[FileResult], paper: OutputOptions) -> Iterator[str]:
    """Return the findings, one line each."""
    ink = Styles(paper.colour)
    for outcome in outcomes:
        for diagnostic in outcome.fresh:
            row, column = outcome.checked.lines.position(diagnostic.finding.span.start)
            code = ink.level(diagnostic.level, diagnostic.code)
            where = original_location(outcome, diagnostic) or f"{row}:{column}"
            yield f"{ink.bold(sanitize(outcome.name))}:{where}: {code} {sanitize(diagnostic.finding.message)}\n"

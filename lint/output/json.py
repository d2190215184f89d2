"""One JSON array with one object for each finding. Rows and columns count from 1, columns in code points."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from ...grammar.text.positions import LineIndex
from ...rules.finding import Fix
from ..engine.results import RULE_PAGE, Diagnostic, LintResult
from ..file_result import FileResult
from . import OutputOptions
from .sanitize import portable_name


def report(results: Iterable[FileResult], _options: OutputOptions) -> Iterator[str]:
    """Return the array, one object a line; in ASCII, so that no terminal or pipe can corrupt it."""
    opened = False
    for result in results:
        for diagnostic in result.fresh:
            yield ",\n" if opened else "[\n"
            yield json.dumps(as_object(result.name, result.checked, diagnostic, result.original_location(diagnostic)))
            opened = True
    yield "\n]\n" if opened else "[]\n"


def as_object(name: str, checked: LintResult, diagnostic: Diagnostic, origin: str | None) -> dict[str, Any]:
    """Return a finding as an object, with its place in the original if that has no lines."""
    finding, lines, place = diagnostic.finding, checked.lines, diagnostic.place
    return {
        "code": diagnostic.code,
        "name": diagnostic.name,
        "level": diagnostic.level.value,
        "message": finding.message,
        "filename": portable_name(name),
        "location": _location(lines, finding.span.start),
        "end_location": _location(lines, finding.span.end),
        "node": {"resolution": place.resolution, "part": place.part, "paragraph": place.paragraph},
        "fix": _fix(lines, finding.fix) if finding.fix else None,
        "url": RULE_PAGE.format(name=diagnostic.name),
    } | ({} if origin is None else {"place": origin})


def _fix(lines: LineIndex, fix: Fix) -> dict[str, Any]:
    return {
        "applicability": fix.applicability.value,
        "message": fix.message,
        "edits": [
            {
                "content": edit.content,
                "location": _location(lines, edit.span.start),
                "end_location": _location(lines, edit.span.end),
            }
            for edit in fix.edits
        ],
    }


def _location(lines: LineIndex, offset: int) -> dict[str, int]:
    row, column = lines.position(offset)
    return {"row": row, "column": column}

"""JUnit XML, which most build servers display: one suite for each draft, one failure for each finding."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

from ..engine.results import FileResult, original_location
from . import OutputOptions
from .full import spoken
from .sanitize import sanitize


def report(outcomes: Iterable[FileResult], _paper: OutputOptions) -> Iterator[str]:
    """Return the document; a draft without findings is a passed test."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="resolint">\n'
    for outcome in outcomes:
        found = outcome.fresh
        suite = _attributes(name=outcome.name, tests=max(len(found), 1), failures=len(found), errors=0)
        yield f"  <testsuite{suite}>\n"
        if not found:
            yield f"    <testcase{_attributes(name='resolint', classname=outcome.name)}/>\n"
        for diagnostic in found:
            row, column = outcome.checked.lines.position(diagnostic.finding.span.start)
            case = f"{diagnostic.code} {diagnostic.name} ({row}:{column})"
            message = diagnostic.finding.message
            at = original_location(outcome, diagnostic) or f"row {row}, column {column}"
            where = ", ".join(filter(None, (at, spoken(diagnostic.place))))
            yield (
                f"    <testcase{_attributes(name=case, classname=outcome.name, line=row)}>\n"
                f"      <failure{_attributes(type=diagnostic.level.value, message=message)}>"
                f"{escape(sanitize(f'{where}: {message}'))}</failure>\n    </testcase>\n"
            )
        yield "  </testsuite>\n"
    yield "</testsuites>\n"


def _attributes(**facts: object) -> str:
    """Return the attributes of an element; characters that XML does not allow are replaced."""
    return "".join(f" {name}={quoteattr(sanitize(str(value)))}" for name, value in facts.items())

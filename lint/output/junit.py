"""JUnit XML, which most build servers display: one suite for each draft, one failure for each finding."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

from ..file_result import FileResult
from . import OutputOptions
from .full import in_words
from .sanitize import sanitize


def report(results: Iterable[FileResult], _options: OutputOptions) -> Iterator[str]:
    """Return the document; a draft without findings is a passed test."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="resolint">\n'
    for result in results:
        found = result.fresh
        suite = _attributes(name=result.name, tests=max(len(found), 1), failures=len(found), errors=0)
        yield f"  <testsuite{suite}>\n"
        if not found:
            yield f"    <testcase{_attributes(name='resolint', classname=result.name)}/>\n"
        for diagnostic in found:
            row, column = result.checked.lines.position(diagnostic.finding.span.start)
            case = f"{diagnostic.code} {diagnostic.name} ({row}:{column})"
            message = diagnostic.finding.message
            at = result.original_location(diagnostic) or f"row {row}, column {column}"
            where = ", ".join(filter(None, (at, in_words(diagnostic.place))))
            yield (
                f"    <testcase{_attributes(name=case, classname=result.name, line=row)}>\n"
                f"      <failure{_attributes(type=diagnostic.level.value, message=message)}>"
                f"{escape(sanitize(f'{where}: {message}'))}</failure>\n    </testcase>\n"
            )
        yield "  </testsuite>\n"
    yield "</testsuites>\n"


def _attributes(**facts: object) -> str:
    """Return the attributes of an element; characters that XML does not allow are replaced."""
    return "".join(f" {name}={quoteattr(sanitize(str(value)))}" for name, value in facts.items())

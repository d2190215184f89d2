"""SARIF 2.1.0 for code scanning services: findings with fixes and fingerprints, and their rules.

Format: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html. Findings in a baseline are included and marked
``unchanged``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from ...grammar.text.positions import LineIndex, Span
from ...rules.finding import Applicability, Fix, Level
from ..engine.results import Diagnostic
from ..file_result import FileResult
from . import OutputOptions
from .fingerprints import fingerprints
from .full import in_words

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
FINGERPRINT = "resolintWords/v1"
_LEVELS = {Level.ERROR: "error", Level.WARNING: "warning", Level.INFO: "note"}


def report(results: Iterable[FileResult], options: OutputOptions) -> Iterator[str]:
    """Return one log with one run, one result a line; the rules follow the results, which come first."""
    from ... import __version__

    head = {"columnKind": "unicodeCodePoints"}
    yield f'{{"$schema": {json.dumps(SCHEMA)}, "version": "2.1.0", "runs": [{json.dumps(head)[:-1]}, "results": ['
    seen: dict[str, Diagnostic] = {}
    opened = False
    for result in results:
        for number, (diagnostic, mark) in enumerate(fingerprints(result)):
            seen.setdefault(diagnostic.code, diagnostic)
            entry = _result(result, diagnostic, list(seen).index(diagnostic.code))
            entry["partialFingerprints"] = {FINGERPRINT: mark}
            if result.compared:
                entry["baselineState"] = "unchanged" if number in result.known else "new"
            yield (",\n" if opened else "\n") + json.dumps(entry)
            opened = True
    driver = {
        "name": "resolint",
        "version": __version__,
        "rules": [_rule(diagnostic, options) for diagnostic in seen.values()],
    }
    yield f'\n], "tool": {{"driver": {json.dumps(driver)}}}}}]}}\n'


def _result(result: FileResult, diagnostic: Diagnostic, rule: int) -> dict[str, Any]:
    finding, lines = diagnostic.finding, result.checked.lines
    where = _location(result.name, lines, finding.span)
    if place := ", ".join(filter(None, (result.original_location(diagnostic), in_words(diagnostic.place)))):
        where["logicalLocations"] = [{"fullyQualifiedName": place}]
    entry: dict[str, Any] = {
        "ruleId": diagnostic.code,
        "ruleIndex": rule,
        "level": _LEVELS[diagnostic.level],
        "message": {"text": finding.message},
        "locations": [where],
    }
    if finding.related:
        entry["relatedLocations"] = [
            _location(result.name, lines, span) | {"id": number, "message": {"text": words}}
            for number, (span, words) in enumerate(finding.related, 1)
        ]
    if finding.fix and finding.fix.edits and finding.fix.applicability is not Applicability.MANUAL:
        entry["fixes"] = [_fix(result.name, lines, finding.fix)]
    return entry


def _location(name: str, lines: LineIndex, span: Span) -> dict[str, Any]:
    return {"physicalLocation": {"artifactLocation": {"uri": uri(name)}, "region": _region(lines, span)}}


def _region(lines: LineIndex, span: Span) -> dict[str, int]:
    start, end = lines.position(span.start), lines.position(span.end)
    return {"startLine": start.row, "startColumn": start.column, "endLine": end.row, "endColumn": end.column}


def _fix(name: str, lines: LineIndex, fix: Fix) -> dict[str, Any]:
    replacements = [
        {"deletedRegion": _region(lines, edit.span), "insertedContent": {"text": edit.content}} for edit in fix.edits
    ]
    change = {"artifactLocation": {"uri": uri(name)}, "replacements": replacements}
    return {
        "description": {"text": fix.message},
        "artifactChanges": [change],
        "properties": {"applicability": fix.applicability.value},
    }


def uri(name: str) -> str:
    """Return a file name as a URI; relative if the name is.

    >>> uri("./drafts/a b.md")
    'drafts/a%20b.md'
    """
    path = PurePath(name)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix().encode("utf-8", "surrogateescape"))


def _rule(diagnostic: Diagnostic, options: OutputOptions) -> dict[str, Any]:
    """Return the description of a rule, from its page if the rule is known."""
    from ...rules import docstring

    facts: dict[str, Any] = {"id": diagnostic.code, "name": diagnostic.name}
    rule = options.registry.by_alias.get(diagnostic.code) if options.registry else None
    if rule is None:
        return facts
    read = docstring.parse_docstring(rule.__doc__)
    return facts | {
        "shortDescription": {"text": read.summary or diagnostic.name},
        "fullDescription": {"text": read.what or read.summary or diagnostic.name},
        "help": {"text": "\n\n".join(filter(None, (read.why, read.fix, read.source))) or diagnostic.name},
        "defaultConfiguration": {"level": _LEVELS[rule.level]},
    }

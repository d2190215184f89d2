"""The code quality report of GitLab, which compares it with the report of the target branch.

Format: https://docs.gitlab.com/ci/testing/code_quality/
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator

from ...rules.finding import Level
from ..file_result import FileResult
from . import OutputOptions
from .fingerprints import fingerprints
from .sanitize import portable_name

_SEVERITIES = {Level.ERROR: "major", Level.WARNING: "minor", Level.INFO: "info"}


def report(results: Iterable[FileResult], _options: OutputOptions) -> Iterator[str]:
    """Return one JSON array, with one object a line."""
    opened = False
    for result in results:
        position = result.checked.lines.position
        for number, (diagnostic, mark) in enumerate(fingerprints(result)):
            if number in result.known:
                continue
            path = portable_name(result.name).replace("\\", "/").removeprefix("./")
            (row, column), (last, end) = map(position, diagnostic.finding.span)
            yield ",\n" if opened else "[\n"
            yield json.dumps(
                {
                    "check_name": diagnostic.code,
                    "description": f"{diagnostic.code} {diagnostic.name}: {diagnostic.finding.message}",
                    "severity": _SEVERITIES[diagnostic.level],
                    "fingerprint": hashlib.blake2b(f"{path}\x1f{mark}".encode(), digest_size=16).hexdigest(),
                    "location": {
                        "path": path,
                        "positions": {"begin": {"line": row, "column": column}, "end": {"line": last, "column": end}},
                    },
                }
            )
            opened = True
    yield "\n]\n" if opened else "[]\n"

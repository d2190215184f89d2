"""The number of findings of each rule."""

from __future__ import annotations

import json
from collections.abc import Iterator

from .summary import Summary


def report(summary: Summary, *, as_json: bool = False) -> Iterator[str]:
    """Return one line for each rule, the most frequent first, or one JSON array."""
    ordered = sorted(summary.rules.items(), key=lambda item: (-item[1], item[0]))
    if as_json:
        yield (
            json.dumps([{"code": code, "name": name, "count": count} for (code, name), count in ordered], indent=1)
            + "\n"
        )
        return
    width = max((len(str(count)) for _, count in ordered), default=0)
    for (code, name), count in ordered:
        yield f"{count:>{width}}  {code}  {name}\n"

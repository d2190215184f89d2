"""One JSON object a line, a finding each, as it is found: for runs that are read while they go on."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from ..diagnostic import Outcome, origin
from . import Paper
from .json import as_object


def report(outcomes: Iterable[Outcome], _paper: Paper) -> Iterator[str]:
    """The findings, in ASCII."""
    for outcome in outcomes:
        for diagnostic in outcome.fresh:
            yield json.dumps(as_object(outcome.name, outcome.checked, diagnostic, origin(outcome, diagnostic))) + "\n"

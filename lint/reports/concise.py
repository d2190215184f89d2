"""``draft.md:12:4: SEQ001 message``: one line a finding."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..diagnostic import Outcome, origin
from . import Paper
from .ink import Ink
from .legible import legible


def report(outcomes: Iterable[Outcome], paper: Paper) -> Iterator[str]:
    """The findings, a line each."""
    ink = Ink(paper.colour)
    for outcome in outcomes:
        for diagnostic in outcome.fresh:
            row, column = outcome.checked.lines.position(diagnostic.finding.span.start)
            code = ink.level(diagnostic.level, diagnostic.code)
            where = origin(outcome, diagnostic) or f"{row}:{column}"
            yield f"{ink.bold(legible(outcome.name))}:{where}: {code} {legible(diagnostic.finding.message)}\n"

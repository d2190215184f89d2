"""STR101."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...grammar.model import model_un
from ...grammar.syntax.tree import Resolution
from ...grammar.text.positions import Span
from ...grammar.text.record import Record
from ..base import Context, Finding, Level, Rule


class Options(Record):
    """The least numbers that a conference requires."""

    preambular: int = 1
    """The number of preambular clauses."""
    operative: int = 1
    """The number of operative clauses, without sub-clauses."""
    submitters: int = 0
    """The number of delegations named above the paper; 0 requires none."""


class TooFewClauses(Rule):
    """A paper has fewer clauses or submitters than its conference requires.

    What it does:
        Counts the preambular and operative clauses of a Model United Nations paper and, if the option is set, the
        delegations named above it as submitters, sponsors or signatories.
    Why:
        A paper with fewer than the required number is not debated.
    Wrong:
        Forum: The Tidal Commission

        Question of: The flooding of libraries

        The Tidal Commission,

        1. *Requests* the sea to withdraw.
    Right:
        Forum: The Tidal Commission

        Question of: The flooding of libraries

        The Tidal Commission,

        *Alarmed* by the tide,

        1. *Requests* the sea to withdraw.
    Options:
        preambular: the least number of preambular clauses.
        operative: the least number of operative clauses.
        submitters: the least number of delegations named above the paper; 0 requires none.
    Source:
        Each conference has its own numbers. Guides agree that a paper has a preamble and an operative part.
    """

    code = "STR101"
    name = "too-few-clauses"
    level = Level.WARNING
    node_types = (Resolution,)
    bodies = frozenset({"mun"})
    Options = Options

    def check(self, node: Resolution, context: Context) -> Iterator[Finding]:
        """Yield one finding for each number that is too low."""
        if node.is_part or node.parts:
            return
        place = _place(node)
        for counted, count, least in (
            ("preambular clauses", len(node.preamble), self.options.preambular),
            ("operative clauses", len(node.operative), self.options.operative),
            ("submitters", _submitters(node, context), self.options.submitters),
        ):
            if count < least:
                found = f"Too few {counted}: {count}, at" if count else f"Missing {counted}: at"
                yield Finding(place, f"{found} least {least} required")


def _place(resolution: Resolution) -> Span:
    if resolution.organ is not None:
        return resolution.organ.prose.whole
    prose = [node.prose for node in (*resolution.preamble, *resolution.operative)]
    return prose[0].whole if prose else Span(resolution.span.start, resolution.span.start)


def _submitters(resolution: Resolution, context: Context) -> int:
    """Count the delegations named; an "and" is taken to separate two, although it may belong to a single name."""
    conjunctions = model_un.words(context.language).conjunctions
    parted = re.compile(rf"[,;]|(?<=\s)(?:{'|'.join(map(re.escape, sorted(conjunctions)))})(?=\s)")
    lines = model_un.head_lines(context.document, resolution)
    named = (name for line in lines if line.role == "submitters" for name in parted.split(line.words))
    return sum(bool(name.strip()) for name in named)

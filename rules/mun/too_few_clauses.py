"""STR101."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ...grammar.model import model_un
from ...grammar.syntax.tree import Resolution
from ...grammar.text.positions import Span
from ..base import Context, Finding, Level, Rule


@dataclass(frozen=True)
class Options:
    """The least that a conference asks for."""

    preambular: int = 1
    """Clauses in the preamble."""
    operative: int = 1
    """Operative clauses, sub-clauses not counted."""
    submitters: int = 0
    """Delegations named above the paper; 0 asks for none."""


class TooFewClauses(Rule):
    """A paper has fewer clauses, or fewer submitters, than its conference asks for.

    What it does:
        Counts the preambular and the operative clauses of a Model United Nations paper and, if that is asked, the
        delegations that its head names as submitters, sponsors or signatories.
    Why:
        A paper below the least number is not let onto the floor.
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
        submitters: the least number of delegations above the paper; 0 asks for none.
    Source:
        Each conference sets its own numbers. Guides agree that a paper has both parts.
    """

    code = "STR101"
    name = "too-few-clauses"
    level = Level.WARNING
    node_types = (Resolution,)
    bodies = frozenset({"mun"})
    Options = Options

    def check(self, node: Resolution, context: Context) -> Iterator[Finding]:
        """One finding for each number that is not reached."""
        if node.is_part or node.parts:
            return
        place = _place(node)
        for one, many, count, least in (
            ("preambular clause", "preambular clauses", len(node.preamble), self.options.preambular),
            ("operative clause", "operative clauses", len(node.operative), self.options.operative),
            ("delegation", "delegations", _submitters(node, context), self.options.submitters),
        ):
            if count < least:
                found = f"{count} {one if count == 1 else many}" if count else f"No {one}"
                yield Finding(place, f"{found} here; the conference asks for at least {least}")


def _place(resolution: Resolution) -> Span:
    if resolution.organ is not None:
        return resolution.organ.prose.whole
    prose = [node.prose for node in (*resolution.preamble, *resolution.operative)]
    return prose[0].whole if prose else Span(resolution.span.start, resolution.span.start)


def _submitters(resolution: Resolution, context: Context) -> int:
    """How many delegations are named; an "and" is taken to part two of them, though it may belong to one name."""
    conjunctions = model_un.words(context.language).conjunctions
    parted = re.compile(rf"[,;]|(?<=\s)(?:{'|'.join(map(re.escape, sorted(conjunctions)))})(?=\s)")
    lines = model_un.head_lines(context.document, resolution)
    named = (name for line in lines if line.tells == "submitters" for name in parted.split(line.words))
    return sum(bool(name.strip()) for name in named)

"""STR102."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...grammar.model import model_un
from ...grammar.syntax.tree import Resolution
from ..base import Context, Finding, Level, Rule

_MISSING = {
    "forum": "No line names the forum (“Forum: …”)",
    "question": "No line names the question (“Question of: …”)",
    "submitters": "No line names the submitters (“Main Submitter: …”)",
}


@dataclass(frozen=True)
class Options:
    """What the head of a paper is to tell."""

    lines: tuple[str, ...] = tuple(_MISSING)
    """Of ``forum``, ``question`` and ``submitters``."""


class HeadLineMissing(Rule):
    """A line is missing above a paper: its forum, its question, or who submits it.

    What it does:
        Looks at the lines above a Model United Nations paper, whatever they are called (“Forum” or “Committee”,
        “Question of” or “Topic”, “Main Submitter”, “Sponsors” or “Signatories”), and says which is missing. Silent
        where there are none at all, as in a paper whose head stands in a form of its own.
    Why:
        By these lines the paper finds its way to the right chair.
    Wrong:
        Forum: The Tidal Commission

        Question of: The flooding of libraries

        The Tidal Commission,

        *Alarmed* by the tide,

        1. *Requests* the sea to withdraw.
    Right:
        Forum: The Tidal Commission

        Question of: The flooding of libraries

        Main Submitter: Vanuatu

        The Tidal Commission,

        *Alarmed* by the tide,

        1. *Requests* the sea to withdraw.
    Options:
        lines: what has to be told, of “forum”, “question” and “submitters”.
    Source:
        The guides of SPMUN and HKMUN, and the annotated sample of a THIMUN-affiliated conference.
    """

    code = "STR102"
    name = "head-line-missing"
    level = Level.INFO
    node_types = (Resolution,)
    bodies = frozenset({"mun"})
    Options = Options

    def check(self, node: Resolution, context: Context) -> Iterator[Finding]:
        """One finding for each line that is missing, at the first that is there."""
        lines = () if node.is_part else model_un.head_lines(context.document, node)
        if not lines:
            return
        told = {line.tells for line in lines}
        for tells in self.options.lines:
            if tells not in told:
                yield Finding(lines[0].prose.whole, _MISSING[tells])

"""STR102."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.model import model_un
from ...grammar.syntax.tree import Resolution
from ...grammar.text.record import Record
from ..base import Context, Finding, Level, Rule

_MISSING = {
    "forum": "Missing line with the forum (“Forum: …”)",
    "question": "Missing line with the question (“Question of: …”)",
    "submitters": "Missing line with the submitters (“Main Submitter: …”)",
    "main-submitter": "Missing line with the main submitter (“Main Submitter: …”)",
    "code": "Missing line with the code of the document (“Code: …”)",
}
_USUAL = ("forum", "question", "submitters")


class Options(Record):
    """The lines that must be above a paper."""

    lines: tuple[str, ...] = _USUAL
    """Any of ``forum``, ``question``, ``submitters``, ``main-submitter`` and ``code``."""


class HeadingLineMissing(Rule):
    """A line above a paper is missing: the forum, the question or the submitters.

    What it does:
        Checks that the lines above a Model United Nations paper name its forum (“Forum”, “Committee”), its question
        (“Question of”, “Topic”, “Agenda”) and its submitters (“Main Submitter”, “Sponsors”, “Signatories”). Papers
        without any such line are not reported, because they may have a heading of another form. The forum may also be
        named without a label.
    Why:
        The chairs use these lines to assign the paper.
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
        lines: the required lines, any of “forum”, “question”, “submitters”, “main-submitter” and “code”. The line of
            the main submitter is one of the lines with submitters.
    Source:
        The guides of SPMUN and HKMUN, and the annotated sample resolution of a THIMUN-affiliated conference.
    """

    code = "STR102"
    name = "heading-line-missing"
    aliases = ("head-line-missing",)
    level = Level.INFO
    node_types = (Resolution,)
    bodies = frozenset({"mun"})
    Options = Options

    def check(self, node: Resolution, context: Context) -> Iterator[Finding]:
        """Yield one finding for each missing line, at the first line of the heading."""
        lines = () if node.is_part else model_un.head_lines(context.document, node)
        if not lines:
            return
        present = {line.role for line in lines} | {"main-submitter" for line in lines if line.main}
        if model_un.names_forum(context.document, node):
            present.add("forum")
        if model_un.names_question(context.document, node):
            present.add("question")
        for kind in self.options.lines:
            if kind not in present:
                yield Finding(lines[0].place, _MISSING.get(kind, f"Missing line “{kind}: …”"))

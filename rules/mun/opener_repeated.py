"""OPN103."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.syntax.openers.lexicon import Opener
from ...grammar.syntax.tree import Operative, Preambular, Resolution
from ...grammar.text.record import Record
from ..base import Context, Finding, Level, Rule


class Options(Record):
    """Where an opener must not be repeated."""

    anywhere: bool = False
    """Whether a part may have an opener only once, and not only not twice in a row."""


class OpenerRepeated(Rule):
    """A clause has the same opener as the previous clause.

    What it does:
        Finds two consecutive clauses of a Model United Nations paper with the same opener, including its adverb:
        “Requests” twice, but not “Requests” and “Further requests”. If the option is set, an opener must not occur
        twice in a part at all.
    Why:
        Guides advise a different opener for each clause, or the same opener with “Further” or “Strongly” before it.
        This is advice and not a requirement of form, so the level is info.
    Wrong:
        Forum: The Tidal Commission

        Question of: The flooding of libraries

        The Tidal Commission,

        *Alarmed* by the tide,

        1. *Requests* the sea to withdraw;

        2. *Requests* the moon to help.
    Right:
        Forum: The Tidal Commission

        Question of: The flooding of libraries

        The Tidal Commission,

        *Alarmed* by the tide,

        1. *Requests* the sea to withdraw;

        2. *Further requests* the moon to help.
    Options:
        anywhere: whether an opener must not occur twice in a part; if not set, not twice in a row.
    Source:
        ISCMUN: no opener twice in a part. The guide of the West Yorkshire conferences, and a delegate guide of 2020.
    """

    code = "OPN103"
    name = "opener-repeated"
    level = Level.INFO
    node_types = (Resolution,)
    bodies = frozenset({"mun"})
    Options = Options

    def check(self, node: Resolution, context: Context) -> Iterator[Finding]:
        for part in (node.preamble, node.operative):
            yield from _repeated(part, anywhere=self.options.anywhere)


def _repeated(part: tuple[Preambular, ...] | tuple[Operative, ...], *, anywhere: bool) -> Iterator[Finding]:
    seen: dict[str, Preambular | Operative] = {}
    before: Preambular | Operative | None = None
    for paragraph in part:
        opener = paragraph.opener
        words = _bare(opener) if opener else ""
        same = seen.get(words)
        if opener and same is not None and same.opener and (anywhere or same is before):
            place = same.prose.span(same.opener.start, same.opener.end)
            here = paragraph.prose.span(opener.start, opener.end)
            which = "the previous clause" if same is before else "an earlier clause"
            related = ((place, which.partition(" ")[2]),)
            yield Finding(here, f"Same opener as {which}: “{opener.text}”", None, related)
        if opener:
            seen[words] = paragraph
        before = paragraph


def _bare(opener: Opener) -> str:
    return opener.text.lower().rstrip(",")

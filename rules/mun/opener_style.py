"""ITA101."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...grammar.model.opener_style import STYLES, Opening, Part, closing, parts
from ...grammar.syntax.inline import Emphasis
from ...grammar.syntax.tree import Resolution
from ...grammar.text.positions import Span
from ..base import Applicability, Context, Edit, Finding, Fix, Level, Rule

_MARKS = {"italic": ("*", "*"), "underline": ("<u>", "</u>"), "bold": ("**", "**")}


@dataclass(frozen=True)
class Options:
    """How the openers of each part are set off: ``italic``, ``underline``, ``bold``, or empty for one way in each."""

    preamble: str = ""
    """Of preambular clauses."""
    operative: str = ""
    """Of operative clauses."""


class OpenerStyle(Rule):
    """Openers are not set off in the way that the conference wants, or in more than one way.

    What it does:
        Looks, in each part of a Model United Nations paper, at how openers are set off: in italics, underlined or in
        bold. Where the conference's way is known it says which are not set off so; where it is not, which differ from
        most others of their part. Silent where nothing is set off at all, as in plain text. One finding a part.
    Why:
        Guides prescribe it, and differ: one has italics in both parts, another italics above and underlines below.
    Wrong:
        Forum: The Tidal Commission

        Question of: The flooding of libraries

        The Tidal Commission,

        *Alarmed* by the tide,

        1. <u>Requests</u> the sea to withdraw;

        2. <u>Invites</u> the moon to help;

        3. *Thanks* the wind.
        ---
        AMUN

        Forum: The Tidal Commission

        Question of: The flooding of libraries

        The Tidal Commission,

        *Alarmed* by the tide,

        1. <u>Requests</u> the sea to withdraw.
    Right:
        Forum: The Tidal Commission

        Question of: The flooding of libraries

        The Tidal Commission,

        *Alarmed* by the tide,

        1. <u>Requests</u> the sea to withdraw;

        2. <u>Invites</u> the moon to help.
    Fix:
        Safe: changes the marks.
    Options:
        preamble: how openers are set off in the preamble, “italic”, “underline” or “bold”; if empty, as most are.
        operative: the same for the operative part.
    Source:
        AMUN: both parts italic. SPMUN: the preamble italic, the operative part underlined. HKMUN: the preamble italic.
    """

    code = "ITA101"
    name = "opener-style"
    level = Level.WARNING
    node_types = (Resolution,)
    fixable = Applicability.SAFE
    bodies = frozenset({"mun"})
    Options = Options

    def check(self, node: Resolution, context: Context) -> Iterator[Finding]:
        both = parts(node)
        if not any(part.count_set_off for part in both):
            return
        for part, asked in zip(both, (self.options.preamble, self.options.operative), strict=True):
            usual = part.emphasis
            style = asked or (usual.style if usual is not None and usual.style in _MARKS else "")
            if style:
                yield from _finding(part, style, asked=bool(asked))


def _finding(part: Part, style: str, *, asked: bool) -> Iterator[Finding]:
    """What is set off otherwise; where nothing of the part is set off and a way is asked for, all of it."""
    wrong = [opening for opening in part.openings if opening.set_off and style not in _styles(opening)]
    if asked and not part.count_set_off:
        wrong = [opening for opening in part.openings if not opening.touched]
    if not wrong:
        return
    edits = [edit for opening in wrong for edit in _marked(opening, style)]
    fix = Fix(f"Make the openers {STYLES[style]}", tuple(edits)) if edits else None
    others = f"; so are {len(wrong) - 1} more" if len(wrong) > 1 else ""
    why = "the conference wants them" if asked else "most others of this part are"
    message = f"“{wrong[0].opener.text}” is not {STYLES[style]}, as {why}{others}"
    yield Finding(wrong[0].place, message, fix, tuple((o.place, "this one too") for o in wrong[1:]))


def _styles(opening: Opening) -> frozenset[str]:
    """The ways in which an opener's first letter is set off."""
    start = opening.opener.start
    styles = {e.style for e in opening.paragraph.prose.emphases if e.start <= start < e.end}
    return frozenset(styles | ({"italic", "bold"} if "both" in styles else set()))


def _marked(opening: Opening, style: str) -> Iterator[Edit]:
    """The edits that put the marks of a style in place of those there, or around a roman opener."""
    first, last = _MARKS[style]
    prose = opening.paragraph.prose
    emphasis = opening.opener.italic
    if emphasis is None:
        if prose.unbroken(opening.opener.start, opening.opener.end):
            place = opening.place
            yield Edit(Span(place.start, place.start), first)
            yield Edit(Span(place.end, place.end), last)
    elif len(_styles(opening)) == 1:
        yield from _replaced(opening, emphasis, first, last)


def _replaced(opening: Opening, emphasis: Emphasis, first: str, last: str) -> tuple[Edit, Edit]:
    prose = opening.paragraph.prose
    opens = prose.raw_span(emphasis.raw_start, emphasis.raw_start + len(emphasis.mark))
    closes = prose.raw_span(emphasis.raw_end - len(closing(emphasis)), emphasis.raw_end)
    return Edit(opens, first), Edit(closes, last)

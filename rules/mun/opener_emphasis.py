"""ITA101."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.model.opener_style import STYLES, Opening, Part, closing, parts
from ...grammar.syntax.inline import Emphasis
from ...grammar.syntax.tree import Resolution
from ...grammar.text.english import plural
from ...grammar.text.positions import Span
from ...grammar.text.record import Record
from ..base import Applicability, Context, Edit, Finding, Fix, Level, Rule

_MARKS = {"italic": ("*", "*"), "underline": ("<u>", "</u>"), "bold": ("**", "**")}


class Options(Record):
    """The style of openers: ``italic``, ``underline``, ``bold``, or empty for the most frequent style of the part."""

    preamble: str = ""
    """The style in preambular clauses."""
    operative: str = ""
    """The style in operative clauses."""


class OpenerEmphasis(Rule):
    """Openers do not have the style that the conference requires, or have different styles.

    What it does:
        Checks the style of the openers in each part of a Model United Nations paper: italic, underlined or bold. If the
        style of the conference is known, openers in another style are reported; otherwise, openers that differ from
        most others in their part. Papers in which no opener has a style, as in plain text, are not reported. There is
        one finding for each part.
    Why:
        Guides prescribe a style, and they differ: one has italics in both parts, another has italics in the preamble
        and underlining in the operative part.
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
        Changes the style of the openers. Safe: no word changes.
    Options:
        preamble: the style of openers in the preamble, “italic”, “underline” or “bold”; if empty, the most
            frequent one.
        operative: the style of openers in the operative part, with the same values.
    Source:
        AMUN: both parts italic. SPMUN: the preamble italic, the operative part underlined. HKMUN: the preamble italic.
    """

    code = "ITA101"
    name = "opener-emphasis"
    aliases = ("opener-style",)
    level = Level.WARNING
    node_types = (Resolution,)
    fixable = Applicability.SAFE
    bodies = frozenset({"mun"})
    Options = Options

    def check(self, node: Resolution, context: Context) -> Iterator[Finding]:
        both = parts(node)
        if not any(part.count_set_off for part in both):
            return
        for part, required in zip(both, (self.options.preamble, self.options.operative), strict=True):
            usual = part.emphasis
            style = required or (usual.style if usual is not None and usual.style in _MARKS else "")
            if style:
                yield from _finding(part, style, required=bool(required))


def _finding(part: Part, style: str, *, required: bool) -> Iterator[Finding]:
    """Yield the finding of a part: openers in another style, or all if a style is required and none has one."""
    wrong = [opening for opening in part.openings if opening.set_off and style not in _styles(opening)]
    if required and not part.count_set_off:
        wrong = [opening for opening in part.openings if not opening.touched]
    if not wrong:
        return
    edits = [edit for opening in wrong for edit in _marked(opening, style)]
    count = len(wrong)
    title = f"Make {'the opener' if count == 1 else plural(count, 'opener')} {STYLES[style]}"
    fix = Fix(title, tuple(edits)) if edits else None
    first = f"“{wrong[0].opener.text}”"
    subject = f"Opener {first}" if count == 1 else f"{first} and {plural(count - 1, 'other opener')}"
    message = f"{subject} must be {STYLES[style]}{'' if required else ', like the others'}"
    related = tuple((o.place, f"also not {STYLES[style]}") for o in wrong[1:])
    yield Finding(wrong[0].place, message, fix, related)


def _styles(opening: Opening) -> frozenset[str]:
    """Return the styles of the first letter of an opener."""
    start = opening.opener.start
    styles = {e.style for e in opening.paragraph.prose.emphases if e.start <= start < e.end}
    return frozenset(styles | ({"italic", "bold"} if "both" in styles else set()))


def _marked(opening: Opening, style: str) -> Iterator[Edit]:
    """Yield the edits that replace the marks of an opener with those of a style, or add them to a roman opener."""
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

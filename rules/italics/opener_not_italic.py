"""ITA001."""

from __future__ import annotations

from collections.abc import Iterable

from ...grammar.model.opener_style import STYLES, parts, set_alike, set_off
from ...grammar.syntax.tree import Resolution
from ..base import Applicability, Context, Finding, Fix, Level, Rule


class OpenerNotItalic(Rule):
    """An opener is roman though most of the others in its part are italic.

    What it does:
        Looks, in the preamble and in the operative part, for paragraphs that begin with a known opener in roman where
        at least half of the openers are italic, or bold or underlined, as some model conferences have it; and for
        openers that are set off in another way than nearly all others. Silent where nothing is set off at all, as in
        plain text.
    Why:
        The italics show the reader at a glance what each paragraph does.
    Wrong:
        1. *Decides* to open the alpine seed vault;

        2. Requests the wardens to count the seeds;

        3. *Invites* all valleys to send seeds.
    Right:
        1. *Decides* to open the alpine seed vault;

        2. *Requests* the wardens to count the seeds;

        3. *Invites* all valleys to send seeds.
    Fix:
        Safe: puts the marks of the other openers around this one. Unsafe for the Security Council, which italicizes
        now more, now less of the same opener.
    Source:
        Measured on three sessions of the General Assembly: ten true omissions in 40,000 paragraphs.
    """

    code = "ITA001"
    name = "opener-not-italic"
    level = Level.WARNING
    node_types = (Resolution,)
    fixable = Applicability.SAFE

    def check(self, node: Resolution, context: Context) -> Iterable[Finding]:
        """A finding for each roman opener of a part that is mostly set off."""
        sure = Applicability.UNSAFE if context.profile.body == "sc" else Applicability.SAFE
        for part in parts(node):
            emphasis = part.emphasis
            if emphasis is None or not part.mostly_set_off:
                continue
            style = STYLES[emphasis.style]
            for opening in part.roman:
                edits = set_off(opening, emphasis)
                fix = Fix(f"Make it {style}", edits, sure) if edits else None
                yield Finding(opening.place, f"“{opening.opener.text}” is not {style}, as the other openers are", fix)
            for opening in part.otherwise:
                edits = set_alike(opening, emphasis)
                fix = Fix(f"Make it {style}", edits, sure) if edits else None
                other = STYLES[opening.opener.italic.style] if opening.opener.italic else ""
                message = f"“{opening.opener.text}” is {other}, the other openers are {style}"
                yield Finding(opening.place, message, fix)

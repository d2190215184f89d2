"""ITA001."""

from __future__ import annotations

from collections.abc import Iterable

from ...grammar.model.opener_style import STYLES, parts, set_alike, set_off
from ...grammar.syntax.tree import Resolution
from ..base import Applicability, Context, Finding, Fix, Level, Rule


class OpenerNotItalic(Rule):
    """An opener is roman although most openers in its part are italic.

    What it does:
        Checks the preamble and the operative part separately. Reports a known opener in roman type where at least half
        of the openers are italic, or bold or underlined, as at some Model United Nations conferences. Also reports an
        opener in another style where at least four in five openers share one style. Does not apply where no opener is
        emphasized, as in plain text.
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
        Gives the opener the emphasis of the other openers. Safe, but unsafe for the Security Council, which italicizes
        more or fewer words of the same opener from one text to the next.
    Source:
        Measured on three sessions of the General Assembly: ten true omissions in 40,000 paragraphs.
    """

    code = "ITA001"
    name = "opener-not-italic"
    level = Level.WARNING
    node_types = (Resolution,)
    fixable = Applicability.SAFE

    def check(self, node: Resolution, context: Context) -> Iterable[Finding]:
        """Yield one finding for each opener that differs in a part whose openers are mostly emphasized."""
        sure = Applicability.UNSAFE if context.profile.body == "sc" else Applicability.SAFE
        for part in parts(node):
            emphasis = part.emphasis
            if emphasis is None or not part.mostly_set_off:
                continue
            style = STYLES[emphasis.style]
            for opening in part.roman:
                edits = set_off(opening, emphasis)
                fix = Fix(f"Make the opener {style}", edits, sure) if edits else None
                message = f"Opener “{opening.opener.text}” must be {style}, like the others"
                yield Finding(opening.place, message, fix)
            for opening in part.otherwise:
                edits = set_alike(opening, emphasis)
                fix = Fix(f"Make the opener {style}", edits, sure) if edits else None
                other = STYLES[opening.opener.italic.style] if opening.opener.italic else ""
                message = f"Opener “{opening.opener.text}” must be {style}, not {other}"
                yield Finding(opening.place, message, fix)

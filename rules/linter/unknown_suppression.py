"""LNT002."""

from __future__ import annotations

from ..base import Applicability, Level, Rule


class UnknownSuppression(Rule):
    """A suppression comment contains an unknown rule or command, or a placeholder instead of a reason.

    What it does:
        Checks every command, code, name and family in comments that begin with ``resolint:``, and whether the words
        “give a reason”, which editors insert, have been replaced.
    Why:
        A mistyped comment suppresses nothing, which is easily overlooked, and reviewers need the reason.
    Wrong:
        <!-- resolint: disable-next SEQ999 -- agreed wording -->

        1. *Decides* to keep the lamp of the north mole lit.
        ---
        <!-- resolint: disabel SEQ -->

        1. *Decides* to keep the lamp of the north mole lit.
    Right:
        1. *Decides* to keep the lamp of the north mole lit.
    Fix:
        Removes the unknown code, or the whole comment if it contains no other code. Unsafe: another code may be meant.
        For an unknown command, the most similar command is suggested, but never applied automatically.
    Source:
        The linter itself.
    """

    code = "LNT002"
    name = "unknown-suppression"
    level = Level.WARNING
    node_types = ()
    fixable = Applicability.UNSAFE

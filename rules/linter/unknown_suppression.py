"""LNT002."""

from __future__ import annotations

from ..base import Applicability, Level, Rule


class UnknownSuppression(Rule):
    """A suppression comment names a rule or a command that does not exist.

    What it does:
        Reads the comments that begin with ``resolint:`` and looks up every command, code, name and family in them.
    Why:
        A mistyped comment suppresses nothing, and nobody notices.
    Wrong:
        <!-- resolint: disable-next SEQ999 -- agreed wording -->

        1. *Decides* to keep the lamp of the north mole lit.
        ---
        <!-- resolint: disabel SEQ -->

        1. *Decides* to keep the lamp of the north mole lit.
    Right:
        1. *Decides* to keep the lamp of the north mole lit.
    Fix:
        Removes the unknown code, and the comment with it if nothing else is left in it. For an unknown command,
        the one that is probably meant is shown.
    Source:
        The linter itself.
    """

    code = "LNT002"
    name = "unknown-suppression"
    level = Level.WARNING
    node_types = ()
    fixable = Applicability.UNSAFE

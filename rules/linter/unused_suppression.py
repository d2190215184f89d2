"""LNT003."""

from __future__ import annotations

from ..base import Applicability, Level, Rule


class UnusedSuppression(Rule):
    """A suppression comment has no effect.

    What it does:
        Reports each code in a ``disable-next``, ``disable`` or ``disable-file`` comment that suppresses no finding, and
        each ``enable`` for a rule that was not disabled. Codes of rules that are disabled in the settings are not
        reported.
    Why:
        A comment that is no longer needed may suppress a later finding that should be seen.
    Wrong:
        <!-- resolint: disable-next LNT001 -- no longer needed -->

        1. *Decides* to keep the lamp of the north mole lit.
    Right:
        1. *Decides* to keep the lamp of the north mole lit.
    Fix:
        Removes the code, or the whole comment if it contains no other code. Safe: no suppressed finding reappears.
    Source:
        The linter itself.
    """

    code = "LNT003"
    name = "unused-suppression"
    level = Level.WARNING
    node_types = ()
    fixable = Applicability.SAFE

"""LNT003."""

from __future__ import annotations

from ..base import Applicability, Level, Rule


class UnusedSuppression(Rule):
    """A suppression comment suppresses nothing.

    What it does:
        Reports each code in a ``disable-next``, ``disable`` or ``disable-file`` comment that no finding answered to,
        and each ``enable`` for what was not disabled. Rules that are switched off in the settings are not held
        against it.
    Why:
        A comment that has outlived its finding hides the next one.
    Wrong:
        <!-- resolint: disable-next LNT001 -- no longer so -->

        1. *Decides* to keep the lamp of the north mole lit.
    Right:
        1. *Decides* to keep the lamp of the north mole lit.
    Fix:
        Removes the code, and the comment with it if nothing else is left in it. Safe: no finding comes back by it.
    Source:
        The linter itself.
    """

    code = "LNT003"
    name = "unused-suppression"
    level = Level.WARNING
    node_types = ()
    fixable = Applicability.SAFE

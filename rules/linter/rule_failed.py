"""LNT001."""

from __future__ import annotations

from ..base import Level, Rule


class RuleFailed(Rule):
    """A rule broke down on this text.

    What it does:
        Says which rule raised an error, where, and with what words. It is said once for a rule in a file. The findings
        of all other rules stand.
    Why:
        A rule that falls silent would be taken for a clean text. The fault is the linter's, not the draft's: please
        report it with the paragraph that it names.
    Source:
        The linter itself.
    """

    code = "LNT001"
    name = "rule-failed"
    level = Level.WARNING
    node_types = ()

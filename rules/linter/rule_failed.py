"""LNT001."""

from __future__ import annotations

from ..base import Level, Rule


class RuleFailed(Rule):
    """A rule raised an exception.

    What it does:
        Reports the rule, the place and the message of the exception, once for each rule and file. The findings of all
        other rules are not affected.
    Why:
        Without this finding, a failed rule would look like a text without errors. The error is in the linter and not in
        the draft. Please report it together with the paragraph at the place of the finding.
    Source:
        The linter itself.
    """

    code = "LNT001"
    name = "rule-failed"
    level = Level.WARNING
    node_types = ()

"""PUN004."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.model.sentence_frame import Role
from ...grammar.syntax.tree import Resolution
from ...grammar.text.record import replace
from ..base import Applicability, Context, Finding, Level
from ..kinds.terminal_punctuation_rule import TerminalPunctuationRule


class ColonMissing(TerminalPunctuationRule):
    """The chapeau of a list does not end with a colon.

    What it does:
        Checks the closing mark of each preambular paragraph, operative paragraph and sub-paragraph that is followed by
        its own lettered, numbered or bulleted items.
    Why:
        The colon shows that the sentence continues in each of the items.
    Wrong:
        1. *Requests* the keepers

        (a) To trim the wicks;

        (b) To keep the log.
    Right:
        1. *Requests* the keepers:

        (a) To trim the wicks;

        (b) To keep the log.
    Fix:
        Inserts the colon, in place of another closing mark if there is one. Safe if there was no mark or a comma;
        otherwise unsafe, because the list may belong to other words.
    Options:
        also-allowed: Other marks that are accepted, such as ``;``. Default: none.
    Source:
        United Nations Editorial Manual, “Paragraphs”; United Nations practice.
    """

    code = "PUN004"
    name = "colon-missing"
    level = Level.WARNING
    bodies = frozenset({"ga", "ecosoc", "hrc", "commission", "mun"})
    eras = frozenset({"2010-2019", "2020+"})
    role = Role.LEAD_IN

    def check(self, node: Resolution, context: Context) -> Iterator[Finding]:
        return (_careful(finding, context) for finding in super().check(node, context))


def _careful(finding: Finding, context: Context) -> Finding:
    """Return the finding, with its fix unsafe if it replaces a mark stronger than a comma."""
    source, fix = context.document.source, finding.fix
    if fix is None or all(source[edit.span.start : edit.span.end] in ("", ",") for edit in fix.edits):
        return finding
    return replace(finding, fix=replace(fix, applicability=Applicability.UNSAFE))

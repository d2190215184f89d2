"""PUN004."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ...grammar.model.sentence_frame import Role
from ...grammar.syntax.tree import Resolution
from ..base import Applicability, Context, Finding, Level, Rule
from ..kinds.terminal_punctuation_rule import findings


class ColonMissing(Rule):
    """Words that lead sub-paragraphs in do not end with a colon.

    What it does:
        Looks at the last mark of each preambular and operative paragraph, and of each sub-paragraph, that has
        lettered or other marked items below it.
    Why:
        The colon says that the sentence goes on in each of the items. Without it the items hang in the air.
    Wrong:
        1. *Requests* the keepers

        (a) To trim the wicks;

        (b) To keep the log.
    Right:
        1. *Requests* the keepers:

        (a) To trim the wicks;

        (b) To keep the log.
    Fix:
        Puts the colon. Safe where there was no mark or a comma, otherwise unsafe: the list may belong to other
        words.
    Source:
        United Nations Editorial Manual, "Paragraphs"; practice.
    """

    code = "PUN004"
    name = "colon-missing"
    level = Level.WARNING
    node_types = (Resolution,)
    fixable = Applicability.SAFE
    bodies = frozenset({"ga", "ecosoc", "hrc", "commission", "mun"})
    eras = frozenset({"2010-2019", "2020+"})

    def check(self, node: Resolution, context: Context) -> Iterator[Finding]:
        for finding in findings(node, context, Role.LEAD_IN, "A paragraph that leads a list in"):
            yield _careful(finding, context)


def _careful(finding: Finding, context: Context) -> Finding:
    """The finding, its fix unsafe where a mark stood that ends more than a comma does."""
    source, fix = context.document.source, finding.fix
    if fix is None or all(source[edit.span.start : edit.span.end] in ("", ",") for edit in fix.edits):
        return finding
    return replace(finding, fix=replace(fix, applicability=Applicability.UNSAFE))

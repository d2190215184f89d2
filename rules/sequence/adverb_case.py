"""SEQ008."""

from __future__ import annotations

from collections.abc import Iterable

from ...grammar.model.adverb_runs import runs
from ...grammar.refactor.adverb_edits import extra_capitals, lowercase
from ...grammar.syntax.tree import Resolution
from ..base import Applicability, Context, Finding, Level, Rule
from ..kinds.sequence_rule import member_finding


class AdverbCase(Rule):
    """A sequencing adverb or the verb after it has an unexpected capital.

    What it does:
        Reports a capital in a verb after its adverb (“Also Requests”) or in an adverb after its verb (“Recalling
        Also”). Openers written entirely in capitals are ignored.
    Why:
        Only the first word of a paragraph has a capital.
    Wrong:
        1. *Decides* to sweep the stairs;

        2. *Also Decides* to polish the lens.
    Right:
        1. *Decides* to sweep the stairs;

        2. *Also decides* to polish the lens.
    Fix:
        Replaces the capital with a lower-case letter. Safe.
    Source:
        All adopted texts that were read.
    """

    code = "SEQ008"
    name = "adverb-case"
    level = Level.WARNING
    node_types = (Resolution,)
    fixable = Applicability.SAFE

    def check(self, node: Resolution, context: Context) -> Iterable[Finding]:
        """Yield one finding for each paragraph."""
        for run in runs(node, context.language.openers.sequence):
            for member in run.members:
                if capitals := extra_capitals(member):
                    start, end = member.opener.start, member.opener.end
                    letters = enumerate(member.paragraph.text[start:end], start)
                    opener = "".join(letter.lower() if at in capitals else letter for at, letter in letters)
                    better = " ".join(opener.split())
                    message = f"Use “{better}” instead of “{member.opener.text}”"
                    title = f"Replace with “{better}”"
                    yield member_finding(member, message, lowercase(member), Applicability.SAFE, title=title)

"""SEQ008."""

from __future__ import annotations

from collections.abc import Iterable

from ...grammar.model.adverb_runs import runs
from ...grammar.refactor.adverb_edits import lowercase
from ...grammar.syntax.tree import Resolution
from ..base import Applicability, Context, Finding, Level, Rule
from ..kinds.sequence_rule import member_finding


class AdverbCase(Rule):
    """A capital stands where the sequencing adverb and its verb want a small letter.

    What it does:
        Says where the verb behind a leading adverb has a capital (“Also Requests”) or an adverb behind its verb has
        one (“Recalling Also”). Openers in capitals throughout are left alone.
    Why:
        Only the first word of the paragraph has a capital.
    Wrong:
        1. *Decides* to sweep the stairs;

        2. *Also Decides* to polish the lens.
    Right:
        1. *Decides* to sweep the stairs;

        2. *Also decides* to polish the lens.
    Fix:
        Safe: a small letter for the capital.
    Source:
        Every adopted text that was read.
    """

    code = "SEQ008"
    name = "adverb-case"
    level = Level.WARNING
    node_types = (Resolution,)
    fixable = Applicability.SAFE

    def check(self, node: Resolution, context: Context) -> Iterable[Finding]:
        """One finding a paragraph."""
        for run in runs(node, context.language.openers.sequence):
            for member in run.members:
                if (edits := lowercase(member)) is not None:
                    message = f"One capital too many in “{member.opener.text}”"
                    yield member_finding(member, message, edits, Applicability.SAFE)

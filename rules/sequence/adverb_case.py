"""SEQ008."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.model.adverb_runs import Run
from ...grammar.refactor.adverb_edits import extra_capitals, lowercase
from ...grammar.syntax.openers.lexicon import Lexicon
from ..base import Applicability, Finding, Level
from ..kinds.sequence_rule import SequenceRule, member_finding


class AdverbCase(SequenceRule):
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
        Replaces the capital with a lower-case letter. Safe: inside an opener no word is a name.
    Source:
        All adopted texts that were read.
    """

    code = "SEQ008"
    name = "adverb-case"
    level = Level.WARNING

    def check_run(self, run: Run, lexicon: Lexicon) -> Iterator[Finding]:
        for member in run.members:
            if capitals := extra_capitals(member):
                start, end = member.opener.start, member.opener.end
                letters = enumerate(member.paragraph.text[start:end], start)
                opener = "".join(letter.lower() if at in capitals else letter for at, letter in letters)
                better = " ".join(opener.split())
                message = f"Use “{better}” instead of “{member.opener.text}”"
                title = f"Replace with “{better}”"
                yield member_finding(member, message, lowercase(member), Applicability.SAFE, title=title)

"""SEQ004."""

from __future__ import annotations

from collections.abc import Iterable

from ...grammar.model.adverb_runs import runs
from ...grammar.syntax.tree import Resolution
from ..base import Applicability, Context, Finding, Level, Rule
from ..kinds.sequence_rule import orphan_finding


class AdverbOrphaned(Rule):
    """“Also” or “further” has no previous paragraph with the same opener.

    What it does:
        Reports “also” or “further” in the opener of the first paragraph of a part, of the first paragraph after a
        heading, or of a paragraph that follows one with a different verb.
    Why:
        The paragraph to which the adverb refers was moved, reworded or removed.
    Wrong:
        1. *Also decides* to ring the fog bells.
        ---
        1. *Welcomes* the return of the cranes;

        2. *Further decides* to protect their marshes.
    Right:
        1. *Decides* to ring the fog bells;

        2. *Also decides* to ring them twice.
    Fix:
        Removes the adverb. Unsafe: the previous paragraph may be what is missing.
    Source:
        Measured on three sessions of the General Assembly: 0.4 such adverbs in 1,000 paragraphs.
    """

    code = "SEQ004"
    name = "adverb-orphaned"
    level = Level.WARNING
    node_types = (Resolution,)
    fixable = Applicability.UNSAFE
    bodies = frozenset({"ga", "ecosoc", "hrc", "commission"})
    eras = frozenset({"2010-2019", "2020+"})

    def check(self, node: Resolution, context: Context) -> Iterable[Finding]:
        """Yield one finding for each run, at its first paragraph."""
        lexicon = context.language.openers
        for run in runs(node, lexicon.sequence):
            if run.orphan and not run.loose and not run.adjective:
                adverb = run.members[0].adverb
                reason = "no paragraph with an opener directly precedes it"
                if run.above:
                    reason = "the previous paragraph has a different opener"
                yield orphan_finding(run, f"Unexpected “{adverb}”: {reason}", lexicon)

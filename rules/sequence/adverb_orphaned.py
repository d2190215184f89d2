"""SEQ004."""

from __future__ import annotations

from ...grammar.model.adverb_runs import Run
from ..base import Level
from ..kinds.sequence_rule import OrphanRule


class AdverbOrphaned(OrphanRule):
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
    bodies = frozenset({"ga", "ecosoc", "hrc", "commission"})
    eras = frozenset({"2010-2019", "2020+"})

    def message(self, run: Run) -> str | None:
        if run.loose:
            return None
        reason = "no paragraph with an opener directly precedes it"
        if run.above:
            reason = "the previous paragraph has a different opener"
        return f"Unexpected “{run.members[0].adverb}”: {reason}"

"""SEQ004."""

from __future__ import annotations

from collections.abc import Iterable

from ...grammar.model.adverb_runs import runs
from ...grammar.syntax.tree import Resolution
from ..base import Applicability, Context, Finding, Level, Rule
from ..kinds.sequence_rule import orphan_finding


class AdverbOrphaned(Rule):
    """“Also” or “further” stands where nothing above begins alike.

    What it does:
        Says where the first paragraph of a part, the first after a heading, or one that follows another verb begins
        with “also” or “further”.
    Why:
        The adverb refers to a paragraph that is not there: it was moved, reworded or taken out.
    Wrong:
        1. *Also decides* to ring the fog bells.
        ---
        1. *Welcomes* the return of the cranes;

        2. *Further decides* to protect their marshes.
    Right:
        1. *Decides* to ring the fog bells;

        2. *Also decides* to ring them twice.
    Fix:
        Unsafe: takes the adverb out. The missing neighbour may be what went wrong.
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
        """One finding a run, at its first paragraph."""
        lexicon = context.language.openers
        for run in runs(node, lexicon.sequence):
            if run.orphan and not run.loose and not run.adjective:
                adverb = run.members[0].adverb
                above = "the paragraph directly above begins otherwise" if run.above else "no paragraph stands above it"
                yield orphan_finding(run, f"“{adverb}” refers to nothing: {above}", lexicon)

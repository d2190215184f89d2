"""SEQ007."""

from __future__ import annotations

from collections.abc import Iterable

from ...grammar.model.adverb_runs import runs
from ...grammar.syntax.openers.lexicon import OPERATIVE
from ...grammar.syntax.tree import Resolution
from ..base import Applicability, Context, Finding, Level, Rule
from ..kinds.sequence_rule import misplaced_finding


class OperativeAdverbLast(Rule):
    """“Also” or “further” follows the verb in the opener of an operative paragraph.

    What it does:
        Reports an adverb that follows the verb of an operative paragraph as part of the opener: “Decides also”,
        “Reaffirms further its”. Words after the verb outside the italics are ignored (“Encourages further efforts”).
    Why:
        In the operative part, the adverb comes first. The other order is found in older texts and in those of the
        Security Council.
    Wrong:
        1. *Decides* to count the cranes;

        2. *Decides also* to count their nests.
    Right:
        1. *Decides* to count the cranes;

        2. *Also decides* to count their nests.
    Fix:
        Moves the adverb before the verb. Safe.
    Source:
        Measured on three sessions of the General Assembly: 2,553 of 2,555 adverbs come first.
    """

    code = "SEQ007"
    name = "operative-adverb-last"
    level = Level.WARNING
    node_types = (Resolution,)
    fixable = Applicability.SAFE
    bodies = frozenset({"ga", "ecosoc", "hrc", "commission"})
    eras = frozenset({"2010-2019", "2020+"})

    def check(self, node: Resolution, context: Context) -> Iterable[Finding]:
        """Yield one finding for each paragraph."""
        lexicon = context.language.openers
        for run in runs(node, lexicon.sequence):
            if run.part == OPERATIVE:
                for index in run.misplaced:
                    yield misplaced_finding(run, index, lexicon)

"""SEQ007."""

from __future__ import annotations

from collections.abc import Iterable

from ...grammar.model.adverb_runs import runs
from ...grammar.syntax.openers.lexicon import OPERATIVE
from ...grammar.syntax.tree import Resolution
from ..base import Applicability, Context, Finding, Level, Rule
from ..kinds.sequence_rule import misplaced_finding


class OperativeAdverbLast(Rule):
    """“Also” or “further” stands behind the opener of an operative paragraph.

    What it does:
        Says where the adverb follows the verb of an operative paragraph, as part of the opener: “Decides also”,
        “Reaffirms further its”. Words that follow the verb outside the italics are left alone (“Encourages further
        efforts”).
    Why:
        The adverb leads in the operative part. The other order is older practice and the Security Council's.
    Wrong:
        1. *Decides* to count the cranes;

        2. *Decides also* to count their nests.
    Right:
        1. *Decides* to count the cranes;

        2. *Also decides* to count their nests.
    Fix:
        Safe: moves the adverb.
    Source:
        Measured on three sessions of the General Assembly: 2,553 of 2,555 adverbs lead.
    """

    code = "SEQ007"
    name = "operative-adverb-last"
    level = Level.WARNING
    node_types = (Resolution,)
    fixable = Applicability.SAFE
    bodies = frozenset({"ga", "ecosoc", "hrc", "commission"})
    eras = frozenset({"2010-2019", "2020+"})

    def check(self, node: Resolution, context: Context) -> Iterable[Finding]:
        """One finding a paragraph."""
        lexicon = context.language.openers
        for run in runs(node, lexicon.sequence):
            if run.part == OPERATIVE:
                for index in run.misplaced:
                    yield misplaced_finding(run, index, "The adverb leads in the operative part", lexicon)

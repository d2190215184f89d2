"""SEQ003."""

from __future__ import annotations

from collections.abc import Iterable

from ...grammar.model.adverb_runs import runs
from ...grammar.syntax.tree import Resolution
from ..base import Applicability, Context, Finding, Level, Rule
from ..kinds.sequence_rule import expected, violation_finding


class AdverbOutOfOrder(Rule):
    """A run has the wrong adverb: “also” twice, “further” for “also”, or an adverb where the cycle begins again.

    What it does:
        Follows the run of paragraphs that begin alike: bare, also, further, then bare again, also, further. Says
        where a paragraph has an adverb, but not the one that its place asks for.
        Where the adverb stands in the wrong place as well, `preamble-adverb-first` or `operative-adverb-last`
        tells of both.
    Why:
        A wrong member shows that a paragraph was put in or taken out above it.
    Wrong:
        1. *Decides* to open the seed vault;

        2. *Also decides* to label the shelves;

        3. *Also decides* to count the seeds.
        ---
        *Noting* the first tide,

        *Noting also* the second tide,

        *Noting further* the third tide,

        *Noting further* the fourth tide,
    Right:
        1. *Decides* to open the seed vault;

        2. *Also decides* to label the shelves;

        3. *Further decides* to count the seeds;

        4. *Decides* to close the vault;

        5. *Also decides* to keep the key.
    Fix:
        Safe: sets the adverbs of the whole run.
    Source:
        Measured on three sessions of the General Assembly: of the fourth members of a run 323 are bare and 5 are not.
    """

    code = "SEQ003"
    name = "adverb-out-of-order"
    level = Level.WARNING
    node_types = (Resolution,)
    fixable = Applicability.SAFE
    bodies = frozenset({"ga", "ecosoc", "hrc", "commission"})
    eras = frozenset({"2010-2019", "2020+"})

    def check(self, node: Resolution, context: Context) -> Iterable[Finding]:
        """One finding a run, at the first paragraph with another adverb than the cycle's."""
        lexicon = context.language.openers
        for run in runs(node, lexicon.sequence):
            index = run.slip
            if index is None or run.members[index].adverb is None or index in run.misplaced:
                continue
            message = f"Number {index + 1} of a run that begins alike: write {expected(run, index, lexicon)}"
            yield violation_finding(run, index, message, lexicon, Applicability.SAFE)

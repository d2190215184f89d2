"""SEQ003."""

from __future__ import annotations

from ...grammar.model.adverb_runs import Run
from ...grammar.syntax.openers.lexicon import Lexicon
from ..base import Level
from ..kinds.sequence_rule import ViolationRule


class AdverbOutOfOrder(ViolationRule):
    """A paragraph has the wrong adverb: “also” twice, “further” instead of “also”, or an adverb in the fourth place.

    What it does:
        Checks consecutive paragraphs with the same opener. The first has no adverb, the second has “also”, the third
        “further”; with the fourth the cycle starts again. The rule reports a paragraph with an adverb other than the
        expected one. If the adverb is also in the wrong position, `preamble-adverb-first` or `operative-adverb-last`
        reports both errors.
    Why:
        A wrong adverb shows that a paragraph was inserted or removed before it.
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
        Corrects the adverbs of all paragraphs in the run. Safe, as the place in the run decides the adverb, but unsafe
        if “further” may be an adjective in one of them or an aside follows an addressee. There is no fix for openers
        with two verbs.
    Source:
        Measured on three sessions of the General Assembly: of the fourth paragraphs with the same opener, 323 have no
        adverb and 5 have one.
    """

    code = "SEQ003"
    name = "adverb-out-of-order"
    level = Level.WARNING
    bodies = frozenset({"ga", "ecosoc", "hrc", "commission"})
    eras = frozenset({"2010-2019", "2020+"})
    message = "{place} in a row with this opener; use {expected}"

    def concerns(self, run: Run, index: int, lexicon: Lexicon) -> bool:
        return run.members[index].adverb is not None and index not in run.misplaced

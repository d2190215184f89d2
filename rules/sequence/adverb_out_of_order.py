"""SEQ003."""

from __future__ import annotations

from collections.abc import Iterable

from ...grammar.model.adverb_runs import runs
from ...grammar.syntax.tree import Resolution
from ..base import Applicability, Context, Finding, Level, Rule
from ..kinds.sequence_rule import expected, violation_finding

_ORDINALS = ("First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth")


class AdverbOutOfOrder(Rule):
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
        Corrects the adverbs of all paragraphs in the run. Safe, but unsafe if “further” may be an adjective in one of
        them or an aside follows an addressee. There is no fix for openers with two verbs.
    Source:
        Measured on three sessions of the General Assembly: of the fourth paragraphs with the same opener, 323 have no
        adverb and 5 have one.
    """

    code = "SEQ003"
    name = "adverb-out-of-order"
    level = Level.WARNING
    node_types = (Resolution,)
    fixable = Applicability.SAFE
    bodies = frozenset({"ga", "ecosoc", "hrc", "commission"})
    eras = frozenset({"2010-2019", "2020+"})

    def check(self, node: Resolution, context: Context) -> Iterable[Finding]:
        """Yield one finding for each run, at the first paragraph with an unexpected adverb."""
        lexicon = context.language.openers
        for run in runs(node, lexicon.sequence):
            index = run.slip
            if index is None or run.members[index].adverb is None or index in run.misplaced:
                continue
            message = f"{_place(index + 1)} in a row with this opener; use {expected(run, index, lexicon)}"
            yield violation_finding(run, index, message, lexicon, Applicability.SAFE)


def _place(number: int) -> str:
    """Return the place of a paragraph in its run, in words.

    >>> _place(3), _place(12)
    ('Third paragraph', 'Paragraph 12')
    """
    return f"{_ORDINALS[number - 1]} paragraph" if number <= len(_ORDINALS) else f"Paragraph {number}"

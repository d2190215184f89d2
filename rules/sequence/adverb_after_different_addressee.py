"""SEQ005."""

from __future__ import annotations

from ...grammar.model.adverb_runs import Run
from ..base import Level
from ..kinds.sequence_rule import OrphanRule


class AdverbAfterDifferentAddressee(OrphanRule):
    """“Also” or “further” follows a paragraph with the same verb but a different addressee or wording.

    What it does:
        Reports a paragraph that has the verb of the previous one and an adverb, but a different addressee or a
        different wording (“encourages” and “also strongly encourages”). Addressees are taken for the same if they
        begin with the same two words or if one contains the other.
    Why:
        “Also” and “further” connect paragraphs with the same addressee. Drafters differ on how similar two addressees
        must be, so the level is info.
    Wrong:
        1. *Requests* the lighthouse keepers to keep watch;

        2. *Also requests* all harbour masters to keep watch.
    Right:
        1. *Requests* the lighthouse keepers to keep watch;

        2. *Requests* all harbour masters to keep watch.
    Fix:
        Removes the adverb. Unsafe: both addressees may be meant to be the same.
    Source:
        Measured on three sessions of the General Assembly: far more than nine in ten paragraphs that differ only in
        their addressee have no adverb.
    """

    code = "SEQ005"
    name = "adverb-after-different-addressee"
    aliases = ("adverb-across-addressees",)
    level = Level.INFO
    bodies = frozenset({"ga", "ecosoc", "hrc", "commission"})
    eras = frozenset({"2010-2019", "2020+"})

    def message(self, run: Run) -> str | None:
        if not run.above or not run.loose or run.near or not (run.certain and run.above.certain):
            return None
        opener = run.members[0].opener
        other = "addressee" if opener.key == run.above.members[-1].opener.key else "wording"
        return f"Unexpected “{opener.sequenced}”: the previous paragraph has a different {other}"

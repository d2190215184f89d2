"""SEQ002."""

from __future__ import annotations

from ...grammar.model.adverb_runs import Run
from ...grammar.syntax.openers.lexicon import Lexicon
from ..base import Applicability, Level
from ..kinds.sequence_rule import ViolationRule


class AlsoMissingLongAddressee(ViolationRule):
    """A paragraph with the same long addressee as the previous one lacks “also” or “further”.

    What it does:
        Does the same as `also-missing` in cases that are less certain: addressees with several members or a relative
        clause; objects that are an action (“encourages cooperation...”); an aside after the verb (“, in this regard,”)
        or after the addressee (“the keepers, with the help of the harbour master, to...”); and openers with an object
        that some texts treat as an addressee (“commends”, “expresses its appreciation to”, “reiterates” the call to).
    Why:
        The longer the addressee, the less certain it is that both paragraphs mean the same one, so the level is info.
    Wrong:
        1. *Invites* Member States, harbour towns and lighthouse keepers to count the cranes;

        2. *Invites* Member States, harbour towns and lighthouse keepers to publish the count.
    Right:
        1. *Invites* Member States, harbour towns and lighthouse keepers to count the cranes;

        2. *Also invites* Member States, harbour towns and lighthouse keepers to publish the count.
    Fix:
        Corrects the adverbs of all paragraphs in the run, which their places decide. Unsafe if an aside follows the
        verb of one of them, or if one that may change who is meant (“, with the help of …,” but not “, as
        appropriate,”) follows an addressee while no later paragraph of the run has its adverb; otherwise safe.
    Source:
        Measured on the seventy-sixth and seventy-seventh sessions of the General Assembly: of the paragraphs with the
        same addressee as the previous one, 7 in 100 lack the adverb if an aside follows one of the addressees, and 1 in
        200 if none does.
    """

    code = "SEQ002"
    name = "also-missing-long-addressee"
    level = Level.INFO
    bodies = frozenset({"ga", "ecosoc", "hrc", "commission"})
    eras = frozenset({"2010-2019", "2020+"})
    message = "Previous paragraph may have the same addressee; use {expected}"

    def concerns(self, run: Run, index: int, lexicon: Lexicon) -> bool:
        return run.members[index].adverb is None and not run.plain(lexicon)

    def applicability(self, run: Run) -> Applicability:
        return Applicability.UNSAFE if run.aside else Applicability.SAFE

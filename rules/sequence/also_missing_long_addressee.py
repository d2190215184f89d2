"""SEQ002."""

from __future__ import annotations

from collections.abc import Iterable

from ...grammar.model.adverb_runs import runs
from ...grammar.syntax.tree import Resolution
from ..base import Applicability, Context, Finding, Level, Rule
from ..kinds.sequence_rule import expected, violation_finding


class AlsoMissingLongAddressee(Rule):
    """A paragraph with the same long addressee as the one above lacks its “also” or “further”.

    What it does:
        As `also-missing`, for addressees with several members or a relative clause, for objects that are an action
        (“encourages cooperation...”), where an aside stands behind the verb (“, in this regard,”) or the addressee
        (“the keepers, with the help of the harbour master, to...”), and after openers whose object some texts treat as
        an addressee (“commends”, “expresses its appreciation to”, “reiterates” the call to).
    Why:
        The longer the addressee, the less sure it is that both paragraphs mean the same one, so that it is only worth
        a look.
    Wrong:
        1. *Invites* Member States, harbour towns and lighthouse keepers to count the cranes;

        2. *Invites* Member States, harbour towns and lighthouse keepers to publish the count.
    Right:
        1. *Invites* Member States, harbour towns and lighthouse keepers to count the cranes;

        2. *Also invites* Member States, harbour towns and lighthouse keepers to publish the count.
    Fix:
        Safe where the addressees are word for word the same, otherwise unsafe.
    Source:
        Measured on the seventy-sixth and seventy-seventh sessions of the General Assembly: with an aside behind one of
        two addressees that are otherwise alike, 7 of 100 paragraphs lack the adverb; without one, 1 of 200.
    """

    code = "SEQ002"
    name = "also-missing-long-addressee"
    level = Level.INFO
    node_types = (Resolution,)
    fixable = Applicability.SAFE
    bodies = frozenset({"ga", "ecosoc", "hrc", "commission"})
    eras = frozenset({"2010-2019", "2020+"})

    def check(self, node: Resolution, context: Context) -> Iterable[Finding]:
        """One finding a run, at the first paragraph that lacks its adverb."""
        lexicon = context.language.openers
        for run in runs(node, lexicon.sequence):
            index = run.slip
            if index is None or run.members[index].adverb is not None or run.plain(lexicon):
                continue
            message = f"Seems to address the same as the paragraph above: write {expected(run, index, lexicon)}"
            yield violation_finding(
                run, index, message, lexicon, Applicability.UNSAFE if run.aside else Applicability.SAFE
            )

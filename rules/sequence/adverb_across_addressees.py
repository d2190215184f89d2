"""SEQ005."""

from __future__ import annotations

from collections.abc import Iterable

from ...grammar.model.adverb_runs import runs
from ...grammar.syntax.tree import Resolution
from ..base import Applicability, Context, Finding, Level, Rule
from ..kinds.sequence_rule import orphan_finding


class AdverbAcrossAddressees(Rule):
    """“Also” or “further” joins paragraphs with the same verb, but another addressee or another wording.

    What it does:
        Says where a paragraph has the verb of the one above and an adverb, though it addresses somebody else, or is
        worded otherwise (“encourages” and “also strongly encourages”). Silent where the two addressees begin with the
        same two words or one is within the other.
    Why:
        Paragraphs to different addressees do not make a run. Drafters differ in how alike two addressees must be, so
        this is only worth a look.
    Wrong:
        1. *Requests* the lighthouse keepers to keep watch;

        2. *Also requests* all harbour masters to keep watch.
    Right:
        1. *Requests* the lighthouse keepers to keep watch;

        2. *Requests* all harbour masters to keep watch.
    Fix:
        Unsafe: takes the adverb out.
    Source:
        Measured on three sessions of the General Assembly: paragraphs that differ in their addressee alone are bare
        in far more than nine of ten cases.
    """

    code = "SEQ005"
    name = "adverb-across-addressees"
    level = Level.INFO
    node_types = (Resolution,)
    fixable = Applicability.UNSAFE
    bodies = frozenset({"ga", "ecosoc", "hrc", "commission"})
    eras = frozenset({"2010-2019", "2020+"})

    def check(self, node: Resolution, context: Context) -> Iterable[Finding]:
        """One finding a run, at its first paragraph."""
        lexicon = context.language.openers
        for run in runs(node, lexicon.sequence):
            if run.orphan and run.loose and not run.near and not run.adjective:
                opener = run.members[0].opener
                other = "addressee" if opener.addressee else "wording"
                message = f"“{opener.sequenced}” joins it to the paragraph above, which has another {other}"
                yield orphan_finding(run, message, lexicon)

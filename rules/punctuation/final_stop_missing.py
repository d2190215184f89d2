"""PUN003."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.model.sentence_frame import Role
from ...grammar.syntax.tree import Resolution
from ..base import Applicability, Context, Finding, Level, Rule
from ..kinds.terminal_punctuation_rule import findings


class FinalStopMissing(Rule):
    """The last operative paragraph does not end with a full stop.

    What it does:
        Looks at the last mark of a resolution's operative part, which may be that of a sub-paragraph. It speaks
        only where an annex, another resolution or the end of the text shows that nothing follows.
    Why:
        The resolution is one sentence, and this is its end. A semicolon there makes the reader look for a paragraph
        that was lost.
    Wrong:
        1. *Decides* to keep the lamps lit;

        2. *Requests* the keepers to trim the wicks;
    Right:
        1. *Decides* to keep the lamps lit;

        2. *Requests* the keepers to trim the wicks.
    Fix:
        Puts the full stop in the place of the mark or, where there is none, at the end of the words before any note
        call. Safe; where a colon stood it is unsafe, as a list may have been lost.
    Source:
        Practice: all resolutions of the General Assembly's session 77 and of the Security Council's year 2022 end
        so.
    """

    code = "PUN003"
    name = "final-stop-missing"
    level = Level.ERROR
    node_types = (Resolution,)
    fixable = Applicability.SAFE
    eras = frozenset({"2010-2019", "2020+"})

    def check(self, node: Resolution, context: Context) -> Iterator[Finding]:
        yield from findings(node, context, Role.LAST, "The last operative paragraph")

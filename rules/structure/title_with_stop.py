"""STR014."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.syntax.tree import Resolution
from ..base import Applicability, Context, Edit, Finding, Fix, Level, Rule

_LONG = 5
"""A word of four letters, and the mark."""


class TitleWithStop(Rule):
    """A title ends with a stop.

    What it does:
        Finds a full stop, comma or semicolon at the end of a resolution's title, behind a word of four letters or more:
        shorter ones may be shortened. Lines with a colon, as they head papers of model conferences, are left alone.
    Why:
        A title is a name, not a sentence.
    Wrong:
        # Lamps of the outer islands.

        *The General Assembly*,

        1. *Decides* to keep the lamps lit.
    Right:
        # Lamps of the outer islands

        *The General Assembly*,

        1. *Decides* to keep the lamps lit.
    Fix:
        Takes it out. Safe.
    Source:
        None of 809 adopted titles ends so.
    """

    code = "STR014"
    name = "title-with-stop"
    level = Level.WARNING
    node_types = (Resolution,)
    fixable = Applicability.SAFE

    def check(self, node: Resolution, context: Context) -> Iterator[Finding]:
        if not node.titles or node.organ is None:  # else the last title may be the organ's line
            return
        prose = node.titles[-1].prose
        text = prose.text.rstrip()
        if ": " in text:  # “Sponsors: …”, the head of a paper
            return
        if text[-1:] in (".", ",", ";") and len(text) > _LONG and text[-_LONG:-1].isalpha():
            place = prose.span(len(text) - 1, len(text))
            yield Finding(place, "A title has no mark at its end", Fix("Take it out", (Edit(place, ""),)))

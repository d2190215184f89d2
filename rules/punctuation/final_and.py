"""PUN009."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.model.sentence_frame import Role, ends
from ...grammar.model.terminal_punctuation import closing_and
from ...grammar.syntax.tree import Resolution
from ..base import Applicability, Context, Edit, Finding, Fix, Level, Rule


class FinalAnd(Rule):
    """An “and” stands at the end of a paragraph, before the one that follows.

    What it does:
        Looks behind the closing mark of each paragraph and sub-paragraph that another one follows. An “or” is left
        alone, since the items that it joins are alternatives, and so is what stands in an annex.
    Why:
        Each paragraph is complete in itself; the semicolon alone leads on to the next. When a paragraph is put in at
        the end or taken out, the “and” stands in the wrong place.
    Wrong:
        1. *Requests* the keepers:

        (a) To trim the wicks; and

        (b) To keep the log; and

        2. *Invites* mariners to report lamps that are out.
    Right:
        1. *Requests* the keepers:

        (a) To trim the wicks;

        (b) To keep the log;

        2. *Invites* mariners to report lamps that are out.
    Fix:
        Takes the “and” out. Safe.
    Source:
        Practice of the General Assembly: none at the end of 25,000 paragraphs and sub-paragraphs of its sessions 76 and
        77. The Security Council writes it in one list of four, and the rule is silent there.
    """

    code = "PUN009"
    name = "final-and"
    level = Level.WARNING
    node_types = (Resolution,)
    fixable = Applicability.SAFE
    bodies = frozenset({"ga", "ecosoc", "hrc", "commission"})

    def check(self, node: Resolution, context: Context) -> Iterator[Finding]:
        for end in ends(node, Role.PREAMBULAR, Role.OPERATIVE, Role.ITEM):
            prose = end.prose
            found = closing_and(prose)
            if found is None or prose.reading.quoted(*found):
                continue
            place = prose.span(*found)
            plain = prose.unbroken(*found)
            fix = Fix("Take “and” out", (Edit(place, ""),)) if plain else None
            word = prose.span(found[0] + 1, found[1])
            yield Finding(word, "No “and” stands before the paragraph that follows", fix)

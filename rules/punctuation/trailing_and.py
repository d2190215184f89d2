"""PUN009."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.model.sentence_frame import Role, ends
from ...grammar.model.terminal_punctuation import closing_and
from ...grammar.syntax.tree import Resolution
from ..base import Applicability, Context, Edit, Finding, Fix, Level, Rule


class TrailingAnd(Rule):
    """A paragraph or sub-paragraph ends with “and” before the next one.

    What it does:
        Finds “and” after the closing mark of each paragraph and sub-paragraph that is followed by another. An “or” is
        not reported, because it joins alternatives, and neither is an “and” in an annex.
    Why:
        The semicolon is sufficient to join a paragraph to the next. When paragraphs are added or deleted later, an
        “and” is easily left in the wrong place.
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
        Removes the “and”. Safe: the mark before it joins the paragraph to the next, which the series shows.
    Source:
        Practice of the General Assembly: no instance at the end of 25,000 paragraphs and sub-paragraphs of its
        seventy-sixth and seventy-seventh sessions. The Security Council uses it in one list in four, so the rule does
        not apply to its texts.
    """

    code = "PUN009"
    name = "trailing-and"
    aliases = ("final-and",)
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
            fix = Fix("Remove “and”", (Edit(place, ""),)) if plain else None
            word = prose.span(found[0] + 1, found[1])
            yield Finding(word, "Unexpected “and” before the next paragraph", fix)

"""PUN002."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.model.sentence_frame import Role
from ...grammar.syntax.tree import Resolution
from ..base import Applicability, Context, Finding, Level, Rule
from ..kinds.terminal_punctuation_rule import findings


class OperativeSemicolonMissing(Rule):
    """An operative paragraph before the last does not end with a semicolon.

    What it does:
        Checks the closing mark of each operative paragraph that is followed by another, or of its last item if it has
        a list. The last paragraph of a section also requires a semicolon if another section follows. Paragraphs that
        break off, continue in a table or in further text, or end within a quotation are not reported, and an “and”
        after the semicolon is accepted. If most paragraphs, and at least three, have the same wrong mark, there is a
        single finding; in an unknown body there is none, because the mark is taken to be its own style.
    Why:
        The operative paragraphs are the predicates of one sentence. A full stop would end the sentence and leave the
        following paragraph without a subject.
    Wrong:
        1. *Decides* to keep the lamps lit.

        2. *Requests* the keepers to trim the wicks.
    Right:
        1. *Decides* to keep the lamps lit;

        2. *Requests* the keepers to trim the wicks.
    Fix:
        Replaces the closing mark with a semicolon or, if there is none, inserts a semicolon before any footnote
        reference. Safe, except that replacing a colon is unsafe, because a list may have been lost.
    Source:
        United Nations practice: about 20 of 23,000 operative paragraphs and sub-paragraphs of the seventy-fifth to
        seventy-seventh sessions of the General Assembly end with another mark.
    """

    code = "PUN002"
    name = "operative-semicolon-missing"
    level = Level.ERROR
    node_types = (Resolution,)
    fixable = Applicability.SAFE
    eras = frozenset({"2010-2019", "2020+"})

    def check(self, node: Resolution, context: Context) -> Iterator[Finding]:
        yield from findings(node, context, Role.OPERATIVE)

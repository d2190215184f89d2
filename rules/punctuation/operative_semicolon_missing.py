"""PUN002."""

from __future__ import annotations

from ...grammar.model.sentence_frame import Role
from ..base import Level
from ..kinds.terminal_punctuation_rule import TerminalPunctuationRule


class OperativeSemicolonMissing(TerminalPunctuationRule):
    """An operative paragraph before the last does not end with a semicolon.

    What it does:
        Checks the closing mark of each operative paragraph that is followed by another, or of its last item if it has
        a list. The last paragraph of a section also requires a semicolon if another section follows. Paragraphs that
        break off, continue in a table or in further text, or end within a quotation are not reported, and an “and”
        after the semicolon is accepted. If most paragraphs, and at least three, have the same wrong mark, there is a
        single finding; for a body that is not of the United Nations there is none, because the
        mark is taken to be its own style.
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
        reference. Safe, as the place of the paragraph decides the mark, except that replacing a colon is unsafe,
        because a list may have been lost.
    Options:
        also-allowed: Other marks that are accepted, such as ``;``. Default: none.
    Source:
        United Nations practice: about 20 of 23,000 operative paragraphs and sub-paragraphs of the seventy-fifth to
        seventy-seventh sessions of the General Assembly end with another mark.
    """

    code = "PUN002"
    name = "operative-semicolon-missing"
    level = Level.ERROR
    eras = frozenset({"2010-2019", "2020+"})
    role = Role.OPERATIVE

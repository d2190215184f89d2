"""PUN001."""

from __future__ import annotations

from ...grammar.model.sentence_frame import Role
from ..base import Level
from ..kinds.terminal_punctuation_rule import TerminalPunctuationOptions, TerminalPunctuationRule


class Options(TerminalPunctuationOptions):
    """Options of the rule."""

    last: str = ""
    """Marks that the last preambular paragraph may have instead."""


class PreambularCommaMissing(TerminalPunctuationRule):
    """A preambular paragraph does not end with a comma.

    What it does:
        Checks the closing mark of each preambular paragraph, or of its last item if it has a list. Paragraphs that
        break off, continue in a table or in further text, or end within a quotation are not reported. If most
        paragraphs, and at least three, have the same wrong mark, there is a single finding; for a body that is
        not of the United Nations there is none, because the mark is taken to be its own style.
    Why:
        The preamble is the first half of a sentence whose verbs follow in the operative part. A semicolon or a full
        stop interrupts that sentence.
    Wrong:
        *Recalling* its resolution 81/4 of 3 November 2026,

        *Mindful* of the keepers of the outer lights;

        1. *Decides* to keep the lamps lit.
    Right:
        *Recalling* its resolution 81/4 of 3 November 2026,

        *Mindful* of the keepers of the outer lights,

        1. *Decides* to keep the lamps lit.
    Fix:
        Replaces the closing mark with a comma or, if there is none, inserts a comma before any footnote reference.
        Safe, as the place of the paragraph decides the mark, except that replacing a colon is unsafe, because a list
        may have been lost.
    Options:
        also-allowed: Other marks that are accepted, such as ``;``. Default: none.
        last: marks that the last preambular paragraph may have instead, such as “;” in the European Youth Parliament.
    Source:
        United Nations practice: 5 of 17,000 preambular paragraphs of the seventy-fifth to seventy-seventh sessions of
        the General Assembly end with another mark.
    """

    code = "PUN001"
    name = "preambular-comma-missing"
    level = Level.ERROR
    eras = frozenset({"2010-2019", "2020+"})
    role = Role.PREAMBULAR
    Options = Options

    def accepts_at_end(self) -> str:
        """Return the marks that the last one may have."""
        return str(self.options.last)

"""PUN003."""

from __future__ import annotations

from ...grammar.model.sentence_frame import Role
from ..base import Level
from ..kinds.terminal_punctuation_rule import TerminalPunctuationRule


class FinalFullStopMissing(TerminalPunctuationRule):
    """The last operative paragraph does not end with a full stop.

    What it does:
        Checks the closing mark of the operative part, which may be that of a sub-paragraph. It is checked only if an
        annex, another resolution or the end of the text shows that nothing follows.
    Why:
        A resolution is one sentence, and this is its end. A semicolon suggests that a paragraph has been lost.
    Wrong:
        1. *Decides* to keep the lamps lit;

        2. *Requests* the keepers to trim the wicks;
    Right:
        1. *Decides* to keep the lamps lit;

        2. *Requests* the keepers to trim the wicks.
    Fix:
        Replaces the closing mark with a full stop or, if there is none, inserts a full stop before any footnote
        reference. Safe, as the place of the paragraph decides the mark, except that replacing a colon is unsafe,
        because a list may have been lost.
    Options:
        also-allowed: Other marks that are accepted, such as ``;``. Default: none.
    Source:
        United Nations practice: all resolutions of the seventy-seventh session of the General Assembly and of the
        Security Council in 2022 end with a full stop.
    """

    code = "PUN003"
    name = "final-full-stop-missing"
    aliases = ("final-stop-missing",)
    level = Level.ERROR
    eras = frozenset({"2010-2019", "2020+"})
    role = Role.LAST

"""PUN007."""

from __future__ import annotations

from collections.abc import Mapping

import regex

from ...grammar.model.terminal_punctuation import NAMES
from ...grammar.syntax.language import Language
from ...grammar.syntax.tree import Footnote, Paragraph
from ...grammar.text import compile_cache
from ..base import Applicability, Level
from ..kinds.pattern_rule import PatternRule, at_footnote_reference, divided, quoted
from ..kinds.terminal_punctuation_rule import ADJACENT_MARKS


class SpaceBeforePunctuation(PatternRule):
    """There is a space before a comma, semicolon, colon or full stop.

    What it does:
        Finds white space of any kind between a word and the mark that follows it. Spaces next to a footnote reference,
        which the footnote rules check, and quotations are not reported.
    Why:
        The mark could begin a new line. Such a space usually remains from a deleted word.
    Wrong:
        1. *Decides* to keep the lamps lit ;

        2. *Requests* the keepers to trim the wicks .
    Right:
        1. *Decides* to keep the lamps lit;

        2. *Requests* the keepers to trim the wicks.
    Fix:
        Removes the space. Safe: no word changes, and an ellipsis with spaces (“. . .”) is not reported.
    Source:
        General editorial practice. One instance, an error, in 40,000 paragraphs of the seventy-fifth to
        seventy-seventh sessions of the General Assembly.
    """

    code = "PUN007"
    name = "space-before-punctuation"
    aliases = ("space-before-mark",)
    level = Level.WARNING
    node_types = (Paragraph, Footnote)
    fixable = Applicability.SAFE
    eras = frozenset({"2010-2019", "2020+"})
    pattern = compile_cache.pattern(
        r"(?<=[\p{L}\p{N}”’»\"')\]])(?P<space>[ \t\u00a0\u202f]{1,8})(?P<mark>[,;:.])(?![ \u00a0]\.)(?=[\s”’»\"')]|$)"
    )
    required = (ADJACENT_MARKS,)
    excluded = (at_footnote_reference, quoted(), divided("space"))
    replaced = "space"
    message = "Unexpected space before a {name}"
    title = "Remove the space"
    content = ""

    def words(self, match: regex.Match[str], language: Language) -> Mapping[str, str]:
        return {"name": NAMES[match["mark"]]}

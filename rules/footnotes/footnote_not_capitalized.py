"""FNT022."""

from __future__ import annotations

from collections.abc import Mapping

import regex

from ...grammar.model.profile import MEASURED
from ...grammar.syntax.language import Language
from ...grammar.syntax.tree import Footnote
from ...grammar.text import compile_cache
from ..base import Applicability, Level
from ..kinds.pattern_rule import PatternRule


class FootnoteNotCapitalized(PatternRule):
    """A footnote begins with a lower-case letter.

    What it does:
        Checks the first word of a footnote. Web addresses are not reported.
    Why:
        A footnote is a sentence of its own, with a capital letter and a full stop.
    Wrong:
        1. *Recalls* the rules on lamps.[^1]

        [^1]: see resolution 70/1, annex.
    Right:
        1. *Recalls* the rules on lamps.[^1]

        [^1]: See resolution 70/1, annex.
    Fix:
        Capitalizes the first letter. Safe: the first word of a footnote has a capital, even a name such as “de”.
    Source:
        Footnotes of the General Assembly, sessions 76 and 77: of 6,000, only web addresses begin with a lower-case
        letter.
    """

    code = "FNT022"
    name = "footnote-not-capitalized"
    aliases = ("note-small-letter",)
    level = Level.WARNING
    node_types = (Footnote,)
    bodies = MEASURED
    fixable = Applicability.SAFE
    pattern = compile_cache.pattern(r"\A(?P<first>\p{Ll})\p{Ll}+(?=[ \u00a0,]|\.(?:[, \u00a0]|$))")
    excluded = ()
    replaced = "first"
    message = "Footnote must begin with a capital letter"
    title = "Capitalize the first letter"

    def may_match(self, text: str, language: Language) -> bool:
        return text[:1].islower()

    def words(self, match: regex.Match[str], language: Language) -> Mapping[str, str]:
        return {"right": match["first"].upper()}

"""PUN011."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import regex

from ...grammar.model.profile import MEASURED
from ...grammar.model.terminal_punctuation import NAMES
from ...grammar.syntax.language import Language
from ...grammar.syntax.tree import Openable, Prose
from ...grammar.text import compile_cache
from ..base import Applicability, Level, Prefilter
from ..kinds.pattern_rule import PatternRule, emphasized, quoted


class CapitalAfterSemicolon(PatternRule):
    """An article, conjunction or preposition is capitalized after a semicolon or comma.

    What it does:
        Finds “; And”, “, The” and similar, with words that cannot be names: articles, conjunctions and prepositions.
        Words in quotations and words before another capitalized word, which may begin a title, are not reported.
    Why:
        The sentence continues after the mark, so the word needs no capital.
    Wrong:
        1. *Decides* to light the lamps; And requests the keepers to report.
    Right:
        1. *Decides* to light the lamps; and requests the keepers to report.
    Fix:
        Changes the first letter to lower case. Safe after a semicolon: the words cannot be a name. After a comma, safe
        only for “and” and “or”: with other words a title may begin (“the report, In larger freedom”).
    Source:
        General editorial practice.
    """

    code = "PUN011"
    name = "capital-after-semicolon"
    level = Level.WARNING
    node_types = (Openable,)
    bodies = MEASURED
    fixable = Applicability.SAFE
    excluded = (quoted("letter"), emphasized("letter"))
    reported = replaced = "letter"
    message = "Use “{right}” instead of “{letter}{rest}” after a {name}"
    content = "{lower}"

    def prefilters(self, language: Language) -> tuple[Prefilter, ...]:
        return (Prefilter(words=frozenset(_capitals(language))),)

    def pattern_for(self, language: Language) -> regex.Pattern[str]:
        return _capital(language)

    def applicability(self, match: regex.Match[str], prose: Prose) -> Applicability:
        whole = (match["letter"] + match["rest"]).lower()
        joins = whole in (*prose.language.data("punctuation")["links"], *prose.language.data("punctuation")["joining"])
        return Applicability.SAFE if match["mark"] == ";" or joins else Applicability.UNSAFE

    def words(self, match: regex.Match[str], language: Language) -> Mapping[str, str]:
        lower = match["letter"].lower()
        return {"lower": lower, "right": lower + match["rest"], "name": NAMES[match["mark"]]}


def _capitals(language: Language) -> list[str]:
    return [word.capitalize() for word in language.data("typography")["never_twice"].split() if len(word) > 1]


@cache
def _capital(language: Language) -> regex.Pattern[str]:
    whole = "|".join(_capitals(language))
    return compile_cache.pattern(
        rf"(?P<mark>[;,])[ \u00a0](?=(?:{whole})[ \u00a0]\p{{Ll}})(?P<letter>\p{{Lu}})(?P<rest>\p{{Ll}}+)"
    )

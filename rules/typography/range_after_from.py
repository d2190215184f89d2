"""TYP008."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import regex

from ...grammar.model.number_words import any_of, number_words
from ...grammar.syntax.language import Language
from ...grammar.syntax.tree import Footnote, Heading, Paragraph, Prose
from ...grammar.text import compile_cache
from ...grammar.text.characters import SPACE
from ..base import Applicability, Edit, Level, Prefilter
from ..kinds.pattern_rule import PatternRule, divided, quoted
from ..prefilter import Run, Sequence
from ..prefilter_runs import DIGITS


class RangeAfterFrom(PatternRule):
    """A range after "from" or "between" has a dash instead of a word.

    What it does:
        Reports "from 11–13 October" and "between 2015-2020". Quotations are ignored.
    Why:
        The preposition requires its counterpart: from 11 to 13, between 2015 and 2020.
    Wrong:
        1. *Decides* to close the lighthouse from 11–13 October 2016.
    Right:
        1. *Decides* to close the lighthouse from 11 to 13 October 2016, within its plan for 2015–2020.
    Fix:
        Replaces the dash with "to" or "and", and gives a shortened year in full. Safe if the second number is the
        higher one, as the preposition decides which word is meant; otherwise unsafe, because a number may be wrong.
    Source:
        United Nations Editorial Manual, on numbers. No case in the General Assembly's sessions 76 and 77; one in the
        Security Council's texts of 2021 to 2023, an error.
    """

    code = "TYP008"
    name = "range-after-from"
    level = Level.WARNING
    node_types = (Paragraph, Footnote, Heading)
    fixable = Applicability.SAFE
    excluded = (quoted(), divided(3))
    replaced = 3
    message = "Use “{right}” instead of “{found}”"
    title = "Replace with “{link}”"
    content = " {link} "

    def prefilters(self, language: Language) -> tuple[Prefilter, ...]:
        preposition = Run(words=frozenset(number_words(language).prepositions))
        return (Prefilter(sequences=(Sequence(preposition, Run(piece=r"\d[-‑–]\d", among=DIGITS)),)),)

    def pattern_for(self, language: Language) -> regex.Pattern[str]:
        return _range_after_preposition(language)

    def words(self, match: regex.Match[str], language: Language) -> Mapping[str, str] | None:
        if len(match[2]) < 3 and len(match[4]) > 2:
            return None  # such as “2-2015”: not a range
        link = number_words(language).prepositions[match[1]]
        if match.string[match.end() :].lstrip().startswith((f"{link} ", f"{link}\u00a0")):
            return None  # a range of ranges: “from 2016–2018 to 2020–2022”
        end, _ = _end(match[2], match[4])
        return {"link": link, "end": end, "right": f"{match[1]} {match[2]} {link} {end}"}

    def applicability(self, match: regex.Match[str], prose: Prose) -> Applicability:
        return Applicability.SAFE if _end(match[2], match[4])[1] else Applicability.UNSAFE

    def edits(self, prose: Prose, match: regex.Match[str], known: Mapping[str, str]) -> tuple[Edit, ...]:
        edits = super().edits(prose, match, known)
        end = known["end"]
        return edits if end == match[4] else (*edits, Edit(prose.span(*match.span(4)), end))


def _end(first: str, last: str) -> tuple[str, bool]:
    """Return the end of a range in full, 2018 for “2016-18”, and whether it is certain.

    >>> _end("2016", "18"), _end("1998", "02"), _end("11", "13"), _end("2016", "9")
    (('2018', True), ('1902', False), ('13', True), ('9', False))
    """
    if len(first) == len(last) or len(first) < 3:
        return last, int(first) < int(last)
    if len(last) != 2:
        return last, False
    whole = first[:-2] + last
    return whole, int(first) < int(whole)


@cache
def _range_after_preposition(language: Language) -> regex.Pattern[str]:
    words = any_of(tuple(number_words(language).prepositions))
    return compile_cache.pattern(rf"(?<!\w)({words}){SPACE}(\d{{1,4}})([-‑–])(\d{{1,4}})(?![\w/‑–-]|[.,]\d)")

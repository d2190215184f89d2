"""TYP008."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import regex

from ...grammar.model.number_words import SPACE, any_of, number_words
from ...grammar.syntax.language import Language
from ...grammar.syntax.tree import Footnote, Heading, Paragraph
from ...grammar.text import compile_cache
from ..base import Applicability, Context, Edit, Finding, Fix, Level, Prefilter, Rule


class RangeAfterFrom(Rule):
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
        higher one.
    Source:
        United Nations Editorial Manual, on numbers. No case in the General Assembly's sessions 76 and 77; one in the
        Security Council's texts of 2021 to 2023, an error.
    """

    code = "TYP008"
    name = "range-after-from"
    level = Level.WARNING
    node_types = (Paragraph, Footnote, Heading)
    fixable = Applicability.SAFE

    def prefilters(self, language: Language) -> tuple[Prefilter, ...]:
        """Require a preposition, and a range."""
        return Prefilter(words=frozenset(number_words(language).prepositions)), Prefilter(piece=r"\d[-‑–]\d")

    def check(self, node: Paragraph | Footnote | Heading, context: Context) -> Iterator[Finding]:
        prose = node.prose
        words = number_words(context.language).prepositions
        for match in _range_after_preposition(context.language).finditer(prose.text):
            if prose.reading.quoted(*match.span()) or not prose.unbroken(*match.span(3)):
                continue
            if len(match[2]) < 3 and len(match[4]) > 2:
                continue  # such as “2-2015”: not a range
            link = words[match[1]]
            if prose.text[match.end() :].lstrip().startswith((f"{link} ", f"{link}\u00a0")):
                continue  # a range of ranges: “from 2016–2018 to 2020–2022”
            end, sure = _end(match[2], match[4])
            edits: tuple[Edit, ...] = (Edit(prose.span(*match.span(3)), f" {link} "),)
            if end != match[4]:
                edits = (*edits, Edit(prose.span(*match.span(4)), end))
            fix = Fix(f"Replace with “{link}”", edits, Applicability.SAFE if sure else Applicability.UNSAFE)
            whole = f"{match[1]} {match[2]} {link} {end}"
            yield Finding(prose.span(*match.span()), f"Use “{whole}” instead of “{match[0]}”", fix)


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

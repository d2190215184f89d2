"""TYP007."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from ...grammar.model.number_words import SPACE, any_of, number_words
from ...grammar.syntax.language import Language
from ...grammar.syntax.tree import Footnote, Heading, Paragraph
from ...grammar.text import compile_cache
from ..base import Applicability, Context, Edit, Finding, Fix, Level, Prefilter, Rule

_RANGE = compile_cache.pattern(r"(?<![\w/.,:‑–-])((?:19|20)\d\d|\d\d?)([-‑])((?:19|20)\d\d|\d\d?)(?![\w/‑–-]|[.,]\d)")

_WORD_BEFORE = compile_cache.pattern(r"^.*?(\w*)[ \u00a0\u202f]$")
_NEAR = 12


class RangeHyphen(Rule):
    """A range of years or days has a hyphen instead of an en dash.

    What it does:
        Reports "2018-2030", "2018-19" and "3-14 June", where the second number is the higher one. Symbols, web
        addresses and links are ignored.
    Why:
        A hyphen joins the parts of one number; an en dash separates the ends of a range.
    Wrong:
        1. *Adopts* the plan for lighthouses for 2018-2030.
    Right:
        1. *Adopts* the plan for lighthouses for 2018–2030, by its decision No. 2013-3.
    Fix:
        Replaces the hyphen with an en dash. Safe.
    Source:
        Practice: one hyphen in the General Assembly's sessions 75 to 77, and three in the Security Council's texts of
        2021 to 2023, all of them errors.
    """

    code = "TYP007"
    name = "range-hyphen"
    level = Level.WARNING
    node_types = (Paragraph, Footnote, Heading)
    fixable = Applicability.SAFE

    def prefilters(self, language: Language) -> tuple[Prefilter, ...]:
        """Require a hyphen between figures."""
        return (Prefilter(piece=r"\d-\d"),)

    def check(self, node: Paragraph | Footnote | Heading, context: Context) -> Iterator[Finding]:
        prose = node.prose
        prepositions = number_words(context.language).prepositions
        for match in _RANGE.finditer(prose.text):
            start, end = match.span(2)
            if match[2] == "\u2011" or prose.reading.quoted(*match.span()):
                continue  # a non-breaking hyphen is intended
            if not _rises(match[1], match[3]) or any(link.start <= start < link.end for link in prose.links):
                continue
            if len(match[1]) < 3 and not _month_follows(prose.text, match.end(), number_words(context.language).months):
                continue
            if _WORD_BEFORE.sub(r"\1", prose.text[max(0, match.start() - _NEAR) : match.start()]) in prepositions:
                continue  # “from 2016-18” requires a word, which range-after-from reports
            if prose.unbroken(*match.span()):
                fix = Fix("Replace with an en dash", (Edit(prose.span(start, end), "–"),))
                message = f"Use an en dash instead of a hyphen in “{match[0]}”"
                yield Finding(prose.span(*match.span()), message, fix)


def _rises(first: str, second: str) -> bool:
    if len(first) == 4 and len(second) == 2:
        return int(second) > int(first[2:])
    return (len(first) == 4) == (len(second) == 4) and int(second) > int(first)


def _month_follows(text: str, at: int, months: tuple[str, ...]) -> bool:
    return regex.match(f"{SPACE}{any_of(months)}", text, pos=at) is not None

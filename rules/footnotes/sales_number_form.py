"""FNT016."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

import regex

from ...grammar import kept
from ...grammar.language import Language
from ...grammar.tree import Note
from ..rule import Applicability, Context, Edit, Finding, Fix, Level, Rule


class SalesNumberForm(Rule):
    """A sales number is not written as publications of the United Nations have it.

    What it does:
        Reads "(United Nations publication, Sales No. E.06.V.15)": the publisher's name, "Sales No.", and the number
        with its letter of language.
    Why:
        The number is what a publication is ordered and found by.
    Wrong:
        1. *Recalls* the handbook on fog bells.[^1]

        [^1]: *Handbook on Fog Bells* (UN publication, Sales no. E.06.V.15).
    Right:
        1. *Recalls* the handbook on fog bells.[^1]

        [^1]: *Handbook on Fog Bells* (United Nations publication, Sales No. E.06.V.15).
    Fix:
        Puts the words. Safe. The letter of English is put in where there is none: unsafe.
    Source:
        Measured on three sessions of the General Assembly: all of more than 160 such notes.
    """

    code = "FNT016"
    name = "sales-number-form"
    level = Level.WARNING
    looks_at = (Note,)
    fixable = Applicability.SAFE

    def check(self, node: Note, context: Context) -> Iterable[Finding]:
        """One finding for each word that differs."""
        words = _words(context.language)
        prose = node.prose
        for match in words.pattern.finditer(prose.text):
            wanted = [("publisher", words.publisher), ("sales", words.sales[bool(match["many"])])]
            edits = [(match.span(part), right) for part, right in wanted if match[part] and match[part] != right]
            for place, right in edits:
                if prose.unbroken(*place):
                    span = prose.span(*place)
                    message = f"“{prose.text[place[0] : place[1]]}” is written “{right}” before a sales number"
                    yield Finding(span, message, Fix(f"Write “{right}”", (Edit(span, right),)))
            if match["bare"]:
                start, end = match.span("bare")
                at = prose.span(start, start)
                fix = Fix(f"Put “{words.letter}.”", (Edit(at, f"{words.letter}."),), Applicability.UNSAFE)
                yield Finding(
                    prose.span(start, end),
                    f"The sales number lacks its letter of language: {words.letter}.{match['bare']}",
                    fix,
                )


class _Words(NamedTuple):
    pattern: regex.Pattern[str]
    publisher: str
    sales: tuple[str, str]
    """For one and for several."""
    letter: str


@cache
def _words(language: Language) -> _Words:
    data = language.data("notes")["sales"]
    publisher, sales = data["publisher"], tuple(data["number"])
    word = sales[0].split()[0]
    pattern = kept.pattern(
        rf"(?:(?P<publisher>(?i:{'|'.join(map(regex.escape, (publisher, *data['publisher_short'])))}))"
        rf"(?=[ \u00a0]{data['publication']},?[ \u00a0](?i:{word})))?"
        rf"(?:[ \u00a0]{data['publication']},?[ \u00a0])?\b"
        rf"(?P<sales>(?i:{word}[ \u00a0]?(?:no|number)(?P<many>s?)\b)\.?)[ \u00a0]?"
        rf"(?:(?P<bare>\d\d\.[IVXL]{{1,6}}\.[\w.]{{1,6}}\b)|\p{{Lu}}(?:/\p{{Lu}}){{0,3}}\.\d\d\.)"
    )
    return _Words(pattern, publisher, sales, data["letter"])

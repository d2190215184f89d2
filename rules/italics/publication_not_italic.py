"""ITA007."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import regex

from ...grammar import kept
from ...grammar.language import Language
from ...grammar.position import Span
from ...grammar.tree import Document
from ..rule import Applicability, Context, Edit, Finding, Fix, Level, Rule
from ..typography.numbers import any_of


class PublicationNotItalic(Rule):
    """The title of a publication is roman in one note and italic in the others.

    What it does:
        Looks for *Treaty Series* and *Official Records* in the notes of a document where they are italic at least as
        often as roman.
    Why:
        Titles of publications are italic.
    Wrong:
        1. *Recalls* the treaty on lamps[^1] and the treaty on oil.[^2]

        [^1]: United Nations, *Treaty Series*, vol. 1577, No. 27531.

        [^2]: United Nations, Treaty Series, vol. 999, No. 14668.
    Right:
        1. *Recalls* the treaty on lamps[^1] and the treaty on oil.[^2]

        [^1]: United Nations, *Treaty Series*, vol. 1577, No. 27531.

        [^2]: United Nations, *Treaty Series*, vol. 999, No. 14668.
    Fix:
        Puts the marks around the title. Safe.
    Source:
        United Nations Editorial Manual, “Italics”, on titles.
    """

    code = "ITA007"
    name = "publication-not-italic"
    level = Level.WARNING
    looks_at = (Document,)
    fixable = Applicability.SAFE

    def check(self, node: Document, context: Context) -> Iterator[Finding]:
        roman: list[Span] = []
        marks: list[str] = []
        for note in node.notes:
            prose = note.prose
            for match in _titles(context.language).finditer(prose.text):
                start, end = match.span()
                around = [e for e in prose.emphases if e.start < end and start < e.end]
                if around:
                    marks.append(around[0].mark)
                elif prose.unbroken(start, end):
                    roman.append(prose.span(start, end))
        if not marks or len(roman) > len(marks):
            return
        mark = max(set(marks), key=marks.count)
        if mark not in ("*", "_"):
            return
        for place in roman:
            edits = (Edit(Span(place.start, place.start), mark), Edit(Span(place.end, place.end), mark))
            yield Finding(place, "Titles of publications are italic", Fix("Make it italic", edits))


@cache
def _titles(language: Language) -> regex.Pattern[str]:
    return kept.pattern(rf"\b(?:{any_of(tuple(language.data('typography')['publications']))})\b")

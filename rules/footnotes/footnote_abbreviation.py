"""FNT014."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

import regex

from ...grammar.model.footnote_words import note_words
from ...grammar.model.profile import MEASURED
from ...grammar.syntax.language import Language
from ...grammar.syntax.tree import Footnote, Prose
from ...grammar.text import compile_cache
from ...grammar.text.named_tuple import NamedTuple
from ...grammar.text.numerals import roman_numeral
from ..base import Applicability, Context, Edit, Finding, Fix, Level, Prefilter, Rule

_NUMBER = r"(?:[IVXLC]{1,8}|\d{1,6}|[A-Z])"


class FootnoteAbbreviation(Rule):
    """A part of a source is not named in the form used in footnotes.

    What it does:
        Checks the words between a comma and a number. “chap.”, “sect.”, “para.”, “vol.” and “No.” are abbreviated with
        a full stop, and the number of a chapter is a Roman numeral. “annex” and “appendix” are written out, with a
        lower-case letter. Words that continue a sentence (“paragraph 3 of the Agreement”), words in brackets and the
        sections of the programme budget (“Sect. 5”) are not reported.
    Why:
        Footnotes name their sources in one form, so that they can be searched and compared.
    Wrong:
        1. *Takes note* of the report on fog bells.[^1]

        [^1]: A/75/918, Chapter IV, para 3.
    Right:
        1. *Takes note* of the report on fog bells.[^1]

        [^1]: A/75/918, chap. IV, para. 3.
    Fix:
        Replaces the word or number with the usual form. Safe: between a comma and a number the word has no other
        reading, and the number keeps its value.
    Source:
        Measured on three sessions of the General Assembly: 4,300 such abbreviations in footnotes, 2 of them without
        their full stop.
    """

    code = "FNT014"
    name = "footnote-abbreviation"
    aliases = ("note-abbreviation",)
    level = Level.WARNING
    node_types = (Footnote,)
    bodies = MEASURED
    fixable = Applicability.SAFE

    def prefilters(self, language: Language) -> tuple[Prefilter, ...]:
        """Return the words, long and short."""
        return (Prefilter(any_case=frozenset(_patterns(language).forms)),)

    def check(self, node: Footnote, context: Context) -> Iterable[Finding]:
        """Yield at most one finding for each word and each number."""
        patterns = _patterns(context.language)
        for pattern in (patterns.part, patterns.small):
            for match in pattern.finditer(node.prose.text):
                if patterns.of_budget.match(node.prose.text, match.start("word")):
                    continue
                yield from _finding(node.prose, match, patterns.forms[match["word"].casefold().rstrip(".")])
        for match in patterns.in_figures.finditer(node.prose.text):
            figures = match["figures"]
            right = roman_numeral(int(figures)) if figures.isdecimal() else figures.upper()
            if right and node.prose.unbroken(*match.span("figures")):
                place = node.prose.span(*match.span("figures"))
                fix = Fix(f"Replace with “{right}”", (Edit(place, right),))
                yield Finding(place, f"Use “{right}” instead of “{figures}” as the chapter number", fix)


class _Patterns(NamedTuple):
    part: regex.Pattern[str]
    small: regex.Pattern[str]
    in_figures: regex.Pattern[str]
    """The number of a part that must have a Roman numeral, in another form."""
    of_budget: regex.Pattern[str]
    """A section of the programme budget, "Sect. 5", which has a capital letter and an Arabic numeral."""
    forms: dict[str, str]
    """Each word in lower case without its full stop, and the expected form."""


@cache
def _patterns(language: Language) -> _Patterns:
    words = note_words(language)
    forms = dict(words.abbreviated)
    forms |= {short.rstrip(".").casefold(): short for short in words.abbreviated.values()}
    forms |= {word: word for word in words.small}
    parts = "|".join(sorted((word for word in forms if word not in words.small), key=len, reverse=True))
    small = "|".join(map(str.capitalize, words.small))
    prose = rf",?[ \u00a0](?:{'|'.join(words.sentence)})\b"
    return _Patterns(
        compile_cache.pattern(rf", (?P<word>(?i:{parts})\b\.?)(?=[ \u00a0]{_NUMBER}\b(?!{prose}))"),
        compile_cache.pattern(rf", (?P<word>{small})(?=[.,;]|[ \u00a0]{_NUMBER}\b(?!{prose})|$)"),
        compile_cache.pattern(
            rf", (?i:{'|'.join(word for word, short in forms.items() if short in words.roman)})\b\.?[ \u00a0]"
            rf"(?P<figures>[1-3]?\d|[ivx]{{1,5}})(?![\w.]\w|\w)(?!{prose})"
        ),
        compile_cache.pattern(rf"(?:{'|'.join(map(regex.escape, language.data('notes')['budget']))})[ \u00a0]\d"),
        forms,
    )


def _finding(prose: Prose, match: regex.Match[str], expected: str) -> Iterator[Finding]:
    word = match["word"]
    if word == expected or not prose.unbroken(*match.span("word")):
        return
    place = prose.span(*match.span("word"))
    fix = Fix(f"Replace with “{expected}”", (Edit(place, expected),))
    yield Finding(place, f"Use “{expected}” instead of “{word}” in a footnote", fix)

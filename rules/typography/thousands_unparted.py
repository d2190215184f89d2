"""TYP011."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.model.number_words import number_words
from ...grammar.model.profile import BODIES
from ...grammar.syntax.language import Language
from ...grammar.syntax.tree import Paragraph
from ...grammar.text import compile_cache
from ..base import Applicability, Context, Edit, Finding, Fix, Level, Prefilter, Rule

_LONG = compile_cache.pattern(r"(?:^|(?<=\p{Ll}[ \u00a0]))[1-9]\d{4,11}(?=[ \u00a0](?P<next>\p{L}+))")

_YEAR_WITH_NOTE = compile_cache.pattern(r"(?:19[4-9]|20[0-3])\d[1-9]")
_WORD = compile_cache.pattern(r"\p{L}+")
_NEAR = 40
"""Code points before a number in which a word may show that it names something."""


class ThousandsUnparted(Rule):
    """A number of five or more digits has no comma.

    What it does:
        Reports "20000 lamps" and similar numbers before a word. Numbers after "No.", parts of symbols and web
        addresses, and quotations are ignored. So are numbers that name something: an asteroid, a standard, a telephone,
        a postal code. So is a year that a footnote mark follows (20211).
    Why:
        Long numbers are hard to read without groups of three digits.
    Wrong:
        1. *Approves* 1250000 dollars for lamp oil.
    Right:
        1. *Approves* 1,250,000 dollars for lamp oil, under treaty No. 39574.
    Fix:
        Inserts the commas. Safe before a common noun, otherwise unsafe.
    Source:
        Practice: 716 numbers with commas and none without in paragraphs of the General Assembly's sessions 76 and 77.
    """

    code = "TYP011"
    name = "thousands-unparted"
    level = Level.WARNING
    node_types = (Paragraph,)
    fixable = Applicability.SAFE
    bodies = BODIES - {"sc", "mun"}

    def prefilters(self, language: Language) -> tuple[Prefilter, ...]:
        """Require a number of five or more digits."""
        return (Prefilter(piece=r"^[1-9]\d{4,11}$"),)

    def check(self, node: Paragraph, context: Context) -> Iterator[Finding]:
        prose = node.prose
        for match in _LONG.finditer(prose.text):
            if prose.reading.quoted(*match.span()) or not prose.unbroken(*match.span()):
                continue
            if any(link.start <= match.start() < link.end for link in prose.links):
                continue
            words = number_words(context.language)
            before = prose.text[max(0, match.start() - _NEAR) : match.start()].lower()
            if not words.labels.isdisjoint(_WORD.findall(before)):
                continue
            follows = match["next"]
            if follows[0].isupper() and follows not in words.currencies:
                continue  # such as “99942 Apophis”
            if _YEAR_WITH_NOTE.fullmatch(match[0]):
                continue  # such as “20211”, a year with the mark of a footnote
            sure = follows not in words.no_nouns
            written = f"{int(match[0]):,}"
            place = prose.span(*match.span())
            yield Finding(
                place,
                f"Use “{written}” instead of “{match[0]}”",
                Fix(
                    f"Replace with “{written}”",
                    (Edit(place, written),),
                    Applicability.SAFE if sure else Applicability.UNSAFE,
                ),
            )

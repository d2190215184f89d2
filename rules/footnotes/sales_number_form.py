"""FNT016."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

import regex

from ...grammar.model.profile import MEASURED
from ...grammar.syntax.language import Language
from ...grammar.syntax.tree import Footnote, Prose
from ...grammar.text import compile_cache
from ...grammar.text.named_tuple import NamedTuple
from ...grammar.text.numerals import roman_numeral, roman_value
from ..base import Applicability, Context, Edit, Finding, Fix, Level, Prefilter, Rule

_WIDEST = 39
"""The highest category that is written as a Roman numeral."""


class SalesNumberForm(Rule):
    """A sales number is not in the form used in publications of the United Nations.

    What it does:
        Checks for the form “(United Nations publication, Sales No. E.06.V.15)”: the publisher's name, the comma, “Sales
        No.”, and the number with its language letter, its category in Roman numerals, and full stops between its parts.
    Why:
        A publication is ordered and found by its sales number.
    Wrong:
        1. *Recalls* the handbook on fog bells.[^1]

        [^1]: *Handbook on Fog Bells* (UN publication, Sales no. E.06.V.15).
        ---
        1. *Recalls* the handbook on fog bells.[^1]

        [^1]: *Handbook on Fog Bells* (United Nations publication, Sales No. e/06/5/15).
    Right:
        1. *Recalls* the handbook on fog bells.[^1]

        [^1]: *Handbook on Fog Bells* (United Nations publication, Sales No. E.06.V.15).
    Fix:
        Replaces the words and the number with the usual form, and inserts the comma. Safe: letters and numbers do not
        change. Inserting the letter for English where there is no language letter is unsafe, and so is a category that
        is not a Roman numeral. No category is reported that may be another one.
    Source:
        Measured on three sessions of the General Assembly: all of more than 160 such footnotes.
    """

    code = "FNT016"
    name = "sales-number-form"
    level = Level.WARNING
    node_types = (Footnote,)
    bodies = MEASURED
    fixable = Applicability.SAFE

    def prefilters(self, language: Language) -> tuple[Prefilter, ...]:
        """Return the word before the number."""
        return (Prefilter(any_case=frozenset({_words(language).sales[0].split()[0].lower()})),)

    def check(self, node: Footnote, context: Context) -> Iterable[Finding]:
        """Yield one finding for each word that differs, and one for the number."""
        words = _words(context.language)
        prose = node.prose
        for match in words.pattern.finditer(prose.text):
            several = bool(match["many"])
            expected = [
                ("publisher", words.publisher),
                ("publication", f"{words.publication}{'s' if (match['publication'] or '')[-1:] == 's' else ''}"),
                ("sales", words.sales[several]),
            ]
            for part, right in expected:
                place = match.span(part)
                if match[part] and match[part] != right and prose.unbroken(*place):
                    span = prose.span(*place)
                    message = f"Use “{right}” instead of “{match[part]}” with a sales number"
                    yield Finding(span, message, Fix(f"Replace with “{right}”", (Edit(span, right),)))
            if match["publication"] and not match["comma"]:
                at = prose.span(match.end("publication"), match.end("publication"))
                place = match.span("publication")
                yield Finding(
                    prose.span(*place),
                    f"Missing comma after “{match['publication']}”",
                    Fix("Insert a comma", (Edit(at, ","),)),
                )
            yield from _number(match, words, prose)


def _number(match: regex.Match[str], words: _Words, prose: Prose) -> Iterator[Finding]:
    """Yield the finding for the number itself."""
    category = match["category"]
    if category.isdecimal() and not 0 < int(category) <= _WIDEST:
        return
    figures = roman_numeral(int(category)) if category.isdecimal() else category.upper()
    certain = (
        not category.isdecimal()
        and category in (figures, figures.lower())
        and roman_numeral(roman_value(figures)) == figures
    )
    if not certain and not category.isdecimal():
        figures = category.replace("l", "I").upper()
        if roman_numeral(roman_value(figures)) != figures:
            return
    letter = (match["letter"] or words.letter).upper()
    rest = match["rest"].replace("/", ".")
    right = f"{letter}.{match['year']}.{figures}.{rest}"
    written = prose.text[match.start("number") : match.end("number")]
    if written == right or not prose.unbroken(*match.span("number")):
        return
    place = prose.span(*match.span("number"))
    if match["letter"] is None:
        fix = Fix(f"Replace with “{right}”", (Edit(place, right),), Applicability.UNSAFE)
        yield Finding(place, f"Missing language letter in the sales number; use “{right}”", fix)
    else:
        yield Finding(
            place,
            f"Use “{right}” instead of “{written}” as the sales number",
            Fix(
                f"Replace with “{right}”",
                (Edit(place, right),),
                Applicability.SAFE if certain else Applicability.UNSAFE,
            ),
        )


class _Words(NamedTuple):
    pattern: regex.Pattern[str]
    publisher: str
    publication: str
    sales: tuple[str, str]
    """The singular and the plural."""
    letter: str


@cache
def _words(language: Language) -> _Words:
    data = language.data("notes")["sales"]
    publisher, sales = data["publisher"], tuple(data["number"])
    word = sales[0].split()[0]
    mark = r"[./ -]?"
    pattern = compile_cache.pattern(
        rf"(?:(?P<publisher>(?i:{'|'.join(map(regex.escape, (publisher, *data['publisher_short'])))}))[ \u00a0])?"
        rf"(?:(?P<publication>(?i:{data['publication']}s?))(?P<comma>,?)[ \u00a0])?\b"
        rf"(?P<sales>(?i:{word}[ \u00a0]?(?:no|number)(?P<many>s?)\b)\.?)[ \u00a0]?"
        rf"(?P<number>(?:(?P<letter>\p{{L}}(?:/\p{{L}}){{0,3}}){mark})?(?P<year>\d\d){mark}"
        rf"(?P<category>[IVXLivxl]{{1,6}}|(?<=[./])\d{{1,2}}(?=[./])){mark}(?P<rest>(?:[A-Z][./]?)?\d[\w./]{{0,6}}\b))"
    )
    return _Words(pattern, publisher, data["publication"], sales, data["letter"])

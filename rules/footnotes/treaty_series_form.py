"""FNT015."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

import regex

from ...grammar.model.footnote_words import NoteWords, note_words
from ...grammar.model.profile import MEASURED
from ...grammar.syntax.language import Language
from ...grammar.syntax.tree import Footnote, Prose
from ...grammar.text import compile_cache
from ...grammar.text.named_tuple import NamedTuple
from ..base import Applicability, Context, Edit, Finding, Fix, Level, Prefilter, Rule

_SPACE = r"[ \u00a0]"


class TreatySeriesForm(Rule):
    """A treaty is not cited in the form of the United Nations Treaty Series.

    What it does:
        Checks for the form “United Nations, *Treaty Series*, vol. 12, No. 345.”: the commas after “United Nations” and
        after the title, the abbreviations before the volume and before the number, and whether the abbreviation is
        singular or plural. Series of other publishers are not checked.
    Why:
        A treaty is found by its volume and registration number.
    Wrong:
        1. *Recalls* the treaty on tidal libraries.[^1]

        [^1]: United Nations Treaty Series, vol. 12, 345.
        ---
        1. *Recalls* the treaty on tidal libraries.[^1]

        [^1]: UNTS, vol. 12, No. 345.
    Right:
        1. *Recalls* the treaty on tidal libraries[^1] and its protocols.[^2]

        [^1]: United Nations, *Treaty Series*, vol. 12, No. 345.

        [^2]: Ibid., vols. 13 and 14, No. 345.
    Fix:
        Inserts the comma, “vol.” or “No.”. Safe: the numbers do not change. Replacing the abbreviated title is unsafe.
    Source:
        Measured on three sessions of the General Assembly: 520 of 521 such footnotes; the other one cites another
        publisher.
    """

    code = "FNT015"
    name = "treaty-series-form"
    level = Level.WARNING
    node_types = (Footnote,)
    bodies = MEASURED
    fixable = Applicability.SAFE

    def prefilters(self, language: Language) -> tuple[Prefilter, ...]:
        """Return the first word of the series, and its abbreviation."""
        words = note_words(language)
        return (Prefilter(words=frozenset({words.treaty_short, words.treaty_series.split()[0]})),)

    def check(self, node: Footnote, context: Context) -> Iterable[Finding]:
        """Yield one finding for each wrong or missing word or mark."""
        words = note_words(context.language)
        patterns = _patterns(context.language)
        prose = node.prose
        for match in patterns.short.finditer(prose.text):
            full = f"{words.publisher}, {words.treaty_series}"
            place = prose.span(*match.span())
            fix = (
                Fix(f"Replace with “{full}”", (Edit(place, full),), Applicability.UNSAFE)
                if prose.unbroken(*match.span())
                else None
            )
            yield Finding(place, f"Use “{full}” instead of “{match[0]}”", fix)
        for match in patterns.title.finditer(prose.text):
            if not match["comma"]:
                yield _missing(
                    prose, match.span("publisher"), match.end("publisher"), ",", f"after “{match['publisher']}”"
                )
            if not match["comma2"]:
                yield _missing(prose, match.span("title"), match.end("title"), ",", f"after “{match['title']}”")
            if match["bare"]:
                yield _missing(
                    prose, match.span("bare"), match.start("bare"), f"{words.volume[0]} ", f"before “{match['bare']}”"
                )
            elif match["volume"]:
                yield from _volume(prose, match, words)


class _Patterns(NamedTuple):
    short: regex.Pattern[str]
    title: regex.Pattern[str]


@cache
def _patterns(language: Language) -> _Patterns:
    words = note_words(language)
    joined = words.joined
    publishers = "|".join(map(regex.escape, words.publisher_short))
    one, several = (regex.escape(word) for word in words.volume)
    return _Patterns(
        compile_cache.pattern(rf"\b(?:{words.treaty_short}|(?:{publishers}),?{_SPACE}{words.treaty_series})\b"),
        compile_cache.pattern(
            rf"(?P<publisher>{words.publisher})(?P<comma>,?){_SPACE}(?P<title>{words.treaty_series})(?P<comma2>,?){_SPACE}"
            rf"(?:(?P<bare>\d{{1,5}}),|(?P<volume>{one}|{several}){_SPACE}\d{{1,5}}(?P<more>(?:,{_SPACE}\d{{1,5}}){{0,30}}{_SPACE}{joined}{_SPACE}\d{{1,5}})?"
            rf"(?:,{_SPACE}(?P<number>\d{{1,6}})(?=[.;]|$)|(?P<close>{_SPACE}{regex.escape(words.number)}{_SPACE}\d)"
            rf"|(?P<stop>[.;]),?(?={_SPACE}{regex.escape(words.number)}{_SPACE}\d)|(?P<end>[.;]|$))?)?"
        ),
    )


def _missing(prose: Prose, words: tuple[int, int], at: int, what: str, where: str) -> Finding:
    """Return the finding for what is missing at an offset of the plain words."""
    comma = what == ","
    fix = Fix("Insert a comma" if comma else f"Insert “{what.strip()}”", (Edit(prose.span(at, at), what),))
    return Finding(prose.span(*words), f"Missing {'comma' if comma else f'“{what.strip()}”'} {where}", fix)


def _volume(prose: Prose, match: regex.Match[str], words: NoteWords) -> Iterator[Finding]:
    expected = words.volume[bool(match["more"])]
    start, end = match.span("volume")
    if match["volume"] != expected and prose.unbroken(start, end):
        place = prose.span(start, end)
        fix = Fix(f"Replace with “{expected}”", (Edit(place, expected),))
        yield Finding(place, f"Use “{expected}” instead of “{match['volume']}”", fix)
    if match["number"]:
        where = f"before “{match['number']}”"
        yield _missing(prose, match.span("number"), match.start("number"), f"{words.number} ", where)
    elif match["close"]:
        yield _missing(prose, match.span("close"), match.start("close"), ",", f"before “{words.number}”")
    elif match["stop"]:
        place = prose.span(match.start("stop"), match.end())
        fix = Fix("Replace with a comma", (Edit(place, ","),))
        whole = prose.unbroken(match.start("stop"), match.end())
        message = f"Use a comma instead of “{match['stop']}” before “{words.number}”"
        yield Finding(place, message, fix if whole else None)
    elif match["end"] is not None:
        yield Finding(prose.span(start, match.end()), "Missing registration number")

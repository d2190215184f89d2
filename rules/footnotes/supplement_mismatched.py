"""FNT018."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import regex

from ...grammar.model.profile import MEASURED
from ...grammar.syntax.language import Language
from ...grammar.syntax.tree import Footnote
from ...grammar.text import compile_cache
from ...grammar.text.named_tuple import NamedTuple
from ..base import Context, Finding, Level, Prefilter, Rule


class SupplementMismatched(Rule):
    """The session, year or number of a supplement does not match its symbol.

    What it does:
        Compares a supplement of the Official Records with the symbol in the brackets after it: the Seventy-second
        Session of the General Assembly has A/72/…, its Supplement No. 32 has A/72/32, and a supplement of the Economic
        and Social Council of 2017 has E/2017/….
    Why:
        Both name the same volume. If they disagree, one of them is wrong.
    Wrong:
        1. *Takes note* of the report on fog bells.[^1]

        [^1]: *Official Records of the General Assembly, Seventy-second Session, Supplement No. 32* (A/73/32).
    Right:
        1. *Takes note* of the report on fog bells.[^1]

        [^1]: *Official Records of the General Assembly, Seventy-second Session, Supplement No. 32* (A/72/32).
    Source:
        Arithmetic; it holds in all such footnotes of sessions 76 and 77 of the General Assembly.
    """

    code = "FNT018"
    name = "supplement-mismatched"
    level = Level.WARNING
    node_types = (Footnote,)
    bodies = MEASURED

    def prefilters(self, language: Language) -> tuple[Prefilter, ...]:
        """Return the word for a supplement."""
        return (Prefilter(words=frozenset({_words(language).word})),)

    def check(self, node: Footnote, context: Context) -> Iterable[Finding]:
        """Yield at most one finding for each supplement."""
        prose = node.prose
        words = _words(context.language)
        for match in words.pattern.finditer(prose.text):
            number = match["number"].rstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
            series, of = match["series"], match["of"]
            session = words.ordinals.get(match["session"].casefold()) if match["session"] else None
            head = match["year"] or (None if session is None else str(session))
            yearly = match["year"] is not None
            if head is not None and (series != head or (not yearly and of != number)):
                right = f"{match['letter']}/{head}/{of if yearly else number}"
                place = prose.span(*match.span("symbol"))
                yield Finding(place, f"Symbol “{match['symbol']}” does not match the supplement; expected “{right}”")


class _Words(NamedTuple):
    pattern: regex.Pattern[str]
    ordinals: dict[str, int]
    word: str


@cache
def _words(language: Language) -> _Words:
    data, numbers = language.data("notes")["supplement"], language.data("numbers")
    ordinals = {word: value for value, word in enumerate(numbers["ordinals"], 1)}
    for ten, (word, ordinal) in enumerate(zip(numbers["tens"], numbers["tens_ordinal"], strict=True), 2):
        ordinals[ordinal] = 10 * ten
        ordinals |= {f"{word}-{unit}": 10 * ten + value for value, unit in enumerate(numbers["ordinals"][:9], 1)}
    organs = "|".join(data["organs"])
    letters = "|".join(data["organs"].values())
    word = data["words"].split()[0]
    pattern = compile_cache.pattern(
        rf"{data['records']}[ \u00a0](?:{organs}),[ \u00a0]"
        rf"(?P<volume>(?:(?P<session>\p{{L}}+(?:[-‑]\p{{L}}+)?)[ \u00a0]{data['session']}|(?P<year>\d{{4}})),"
        rf"[ \u00a0]{word}[ \u00a0]No\.[ \u00a0](?P<number>\d{{1,3}}[A-Z]?))[^()]{{0,40}}"
        rf"\((?P<symbol>(?P<letter>{letters})/(?P<series>\d{{1,4}})/(?P<of>\d{{1,3}}))"
    )
    return _Words(pattern, ordinals, word)

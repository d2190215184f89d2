"""Numbers in words, in one language, and the patterns that rules use."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import regex

from ..syntax.language import Language
from ..text import compile_cache
from ..text.characters import SPACE
from ..text.named_tuple import NamedTuple


class NumberWords(NamedTuple):
    """The words for numbers, months and the nouns that are counted."""

    ordinals: tuple[str, ...]
    """From first to ninety-ninth."""
    cardinals: tuple[str, ...]
    """From one to ninety-nine."""
    months: tuple[str, ...]
    short_months: dict[str, str]
    """Shortened months without a full stop, each with the full word."""
    counted: tuple[str, ...]
    age: str
    age_of: str
    per_cent: str
    folded: str
    joined: str
    prepositions: dict[str, str]
    """“from” and “between”, each with the word that links the two ends of a range."""
    labels: frozenset[str]
    """Words before a number that names something, such as an asteroid or a standard."""
    currencies: frozenset[str]
    """First words of the names of currencies that have a capital letter."""
    no_nouns: frozenset[str]
    """Words that may follow a number and are not what it counts."""
    session_words: frozenset[str]
    tens: frozenset[str]
    """“twenty” and so on, in lower case and with a capital letter."""
    ordinal_figures: str
    """A pattern for an ordinal in figures, at the end of a run without white space."""
    session: regex.Pattern[str]
    """An ordinal in figures before “session”; group 1 is its number, group 0 the text to be replaced with words."""
    parted: regex.Pattern[str]
    """Tens and units of an ordinal separated by a space, before “session”; group 1 is the space."""
    counted_session: regex.Pattern[str]
    """A cardinal number from twenty upwards before “session”."""


COUNTED = compile_cache.pattern(r"\s\w+\s(?!(?:as|is|its|was|has|this|across|towards|besides|unless)\b)\p{Ll}{2,}s\b")
"""“session” and a noun in the plural, which a number before them may count."""


def any_of(words: tuple[str, ...]) -> str:
    """Return an alternation of words, the longest first."""
    return "(?:" + "|".join(regex.escape(word) for word in sorted(words, key=len, reverse=True)) + ")"


@cache
def number_words(language: Language) -> NumberWords:
    """Return the words of a language; they are read once."""
    data = language.data("numbers")
    tens, units, ordinals = data["tens"], data["cardinals"], data["ordinals"]
    cased_tens = (*tens, *map(str.capitalize, tens))
    cased = any_of(cased_tens)
    endings = any_of(tuple(data["endings"]))
    between = any_of(tuple(data["between_session"]))
    session = rf"{SPACE}(?:{between}{SPACE})?{any_of(tuple(data['session']))}(?!\w)"
    return NumberWords(
        ordinals=(
            *ordinals,
            *(word for i, ten in enumerate(tens) for word in (data["tens_ordinal"][i], *_compound(ten, ordinals[:9]))),
        ),
        cardinals=(*units, *(word for ten in tens for word in (ten, *_compound(ten, units[:9])))),
        months=tuple(data["months"]),
        short_months={short: whole for short, whole in _shortened(language) if short != whole},
        counted=tuple(data["counted"]),
        age=data["age"],
        age_of=data["age_of"],
        per_cent=data["per_cent"],
        folded=data["folded"],
        joined=data["joined"],
        prepositions=data["from"],
        labels=frozenset(data["labels"]),
        currencies=frozenset(data["currencies"]),
        no_nouns=frozenset(data["no_nouns"]),
        session_words=frozenset(data["session"]),
        tens=frozenset(cased_tens),
        ordinal_figures=rf"\d{endings}$",
        session=compile_cache.pattern(rf"(?<![\w.,/–-])(\d{{1,2}}){endings}(?={session})"),
        counted_session=compile_cache.pattern(
            rf"(?<![\w-]){cased}(?:-{any_of(tuple(units[:9]))})?(?={SPACE}(?:{between}{SPACE})?{data['session'][0]}(?!\w))"
        ),
        parted=compile_cache.pattern(rf"(?<!\w){cased}({SPACE})(?i:{any_of(tuple(ordinals[:9]))}(?={session}))"),
    )


def _shortened(language: Language) -> Iterator[tuple[str, str]]:
    """Yield each month with its first three letters, and with the short form used in citations."""
    for whole, short in zip(language.data("numbers")["months"], language.data("citing")["months_short"], strict=True):
        yield from ((whole[:3], whole), (short, whole))


def _compound(ten: str, units: list[str]) -> list[str]:
    return [f"{ten}-{unit}" for unit in units]

"""The tokens of citations: numbers in all their forms, dates, organs, titles, and the words between them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any

import regex

from ...text import compile_cache
from ...text.characters import CAPITALS, DIGITS, SPACES, possible
from ...text.named_tuple import NamedTuple
from .organs import Organs, any_of

LETTER = r"(?:[A-Z]|AA|BB|CC|DD|EE|FF|GG|HH)(?![\w’'])"
_MAYBE = f"(?:{SPACES}|)"
_SESSION = r"\((?:E?S[-‑])?[IVXLC]{1,8}\)"
_YEAR = r"\((?:19|20)\d\d\)"
_BEFORE = r"(?<![\w/.‑–-])"
_OTHERS = (
    r"\d{1,3}/(?:COP|CP|CMA|CMP)\.\d{1,3}",  # conferences of parties
    r"WHA\d{1,2}\.\d{1,3}",  # World Health Assembly
    rf"\d\d{SPACES}C/\d{{1,3}}",  # General Conference of UNESCO
    r"[IVXLC]{1,7}/\d{1,3}",  # Convention on Biological Diversity, once
    r"\d{1,4}/[IVXLC]{1,7}",  # an error
)
_NUMBERS = frozenset({"SLASHED", "ORDINAL", "OTHER", "BARE"})
_HEADS = frozenset({"ORGAN", "OWN", "WORD"})
_BEGINS = _NUMBERS | _HEADS
_HEAD_PAIRS = frozenset({("ORGAN", "WORD"), ("OWN", "WORD")})
_LINK_LONGEST = 80
_SPACES = " \u00a0\u202f"
_IN_NO_NUMBER = bytes(sign for sign in range(128) if chr(sign) not in DIGITS + "(")
"""The characters of ASCII that do not show that a number may be near."""
_BEGUN = {
    "gap": ("TITLE", "DATE"),
    "listed": ("ORGAN", "OWN", "WORD", "OTHER", "SLASHED", "LETTERS"),
    "letter": ("LETTERS",),
    "figure": ("OTHER", "SLASHED", "ORDINAL", "BARE"),
    "bracket": ("SESSION", "YEAR"),
    "small": ("OWN", "WORD"),
}
"""The tokens that may begin with each type of character; only an unlisted organ may begin with any capital."""
_LONG, _NEAR = 3, 0.7
"""The minimum length of a misspelt month, and its minimum similarity to the correct form, from 0 to 1."""


class CitationToken(NamedTuple):
    """A piece of a citation, with its range in the plain text."""

    kind: str
    """A terminal of ``citation.lark``: ``ORGAN``, ``SLASHED``, ``DATE``…"""
    text: str
    start: int
    end: int


class CitedDate(NamedTuple):
    """A date as cited: its range without the preposition, and its numbers, which may not be a real date."""

    start: int
    end: int
    day: int
    month: int
    year: int
    plain: bool
    """Whether it has the standard form: ``25 September 2015``."""
    linked: bool = True
    """Whether a word such as ``of`` precedes it, and not only a comma or bracket."""


class CitationLexer:
    """Finds the tokens of citations in plain text, and groups them into runs."""

    def __init__(self, data: dict[str, Any]) -> None:
        words = [form for forms in data["words"].values() for form in forms]
        word = rf"(?i:{any_of(words)})(?!\w)"
        self.organs = Organs(data, word)
        article = data["article"]
        self._joiners = frozenset(data["joiners"])
        self._through = frozenset(f"{comma}{link}" for link in data["through"] for comma in ("", ", "))
        self._by = frozenset(
            f"{comma}{link}{the}" for link in data["by"] for comma in ("", ", ") for the in ("", f" {article}")
        )
        self._months = {name: number for number, name in enumerate(data["months"], 1)}
        self._month_words = {name.casefold(): number for number, name in enumerate(data["months_short"], 1)}
        for name, number in self._months.items():
            self._month_words |= {name.casefold(): number, name[:3].casefold(): number}
        ending, link = f"(?:{any_of(data['day_endings'])})?", f"(?:{any_of(data['date_links'])}{SPACES})?"

        def date(day: str, month: str, year: str) -> str:
            return (
                rf"(?:(?:{article}{SPACES})?{day}{ending}{SPACES}{link}{month}\.?,?{SPACES}{year}"
                rf"|{month}\.?{SPACES}{day}{ending},?{SPACES}{year}|{day}[/.]{day}[/.]{year}"
                rf"|{year}-{day}-{day}|{day}[-‑]{month}[-‑]{year})(?!\w)"
            )

        month = rf"(?!{word})\p{{L}}{{3,10}}"  # "11 of resolution 2362" is no date
        parts = r"\d{1,2}", month, r"\d{4}"
        self._date = compile_cache.pattern(date(*(f"({part})" for part in parts)))
        passage = rf",{SPACES}{any_of(data['passages'])}{SPACES}[\w.]{{1,8}}"
        passages = rf"(?:{passage}(?:{SPACES}{any_of(data['letters'])}{SPACES}\w{{1,8}})?)?"
        self._lead = compile_cache.pattern(rf"{passages},?{SPACES}{any_of(data['date_links'])}{SPACES}")
        self._unlinked = compile_cache.pattern(rf",?{SPACES}\(?")
        between = rf"(?:[\w-]{{1,20}}{SPACES}){{0,{data['own_between']}}}?"
        letters = rf"{LETTER}(?:(?:,{SPACES}|{SPACES}{any_of(data['letters'])}{SPACES}|[-–‑]){LETTER}){{0,12}}"
        tokens = {
            "ORGAN": self.organs.listed_pattern,
            "TITLE": rf",?{SPACES}{any_of(data['entitled'])}{SPACES}(?:“[^“”]{{1,800}}”|\"[^\"]{{1,800}}\")",
            "DATE": rf"(?:{self._lead.pattern}|(?<=[\dA-Z)])(?:,?{SPACES}|{SPACES}\())" + date(*parts),
            "OWN": rf"(?<!\w){any_of(data['own'])}(?={SPACES}{between}{word})",
            "WORD": rf"(?<!\w){word}",
            "OTHER": rf"{_BEFORE}(?:{'|'.join(_OTHERS)})(?![\w/])",
            "SLASHED": rf"{_BEFORE}(?:E?S[-‑])?\d{{1,4}}/\d{{1,4}}(?![\d/%a-z]|[.‑–-]\d)",
            "ORDINAL": rf"{_BEFORE}(?<!\.{SPACES})\d{{1,4}}(?={_MAYBE}(?:{letters}{_MAYBE})?(?:{_YEAR}|{_SESSION}))",
            "BARE": rf"(?<=(?i:{any_of(words)}){SPACES})\d{{1,4}}(?:{SPACES}\(\d{{1,3}}\))?(?![\w/]|[.,]\d)",
            "LETTERS": rf"(?<=\d{_MAYBE}){letters}",
            "SESSION": rf"(?<=[\dA-Z]{_MAYBE}){_SESSION}",
            "YEAR": rf"(?<=[\dA-Z]{_MAYBE}){_YEAR}",
        }
        self._tokens = {
            begun: compile_cache.pattern("|".join(f"(?P<{kind}>{tokens[kind]})" for kind in kinds))
            for begun, kinds in _BEGUN.items()
        }
        self._beginnings, self._all_beginnings = (
            _beginnings(data, words, self.organs.listed, unlisted=u) for u in (False, True)
        )
        self._may_cite = compile_cache.standard_pattern(_may_cite(words), re.DOTALL)
        self._unlisted = compile_cache.standard_pattern(rf"{any_of(data['organ_nouns'])}{SPACES}(?i:{any_of(words)})")

    def may_cite(self, text: str) -> bool:
        """Return whether a text with plain spaces may have a part of a number; this is a quick test."""
        if text.isascii() and not text.encode().translate(None, _IN_NO_NUMBER):
            return False  # half of all texts, in which the pattern would look at each character
        return self._may_cite.search(text) is not None

    def stretches(self, text: str) -> Iterator[list[CitationToken]]:
        """Return runs of tokens with only linking words between them; links are tokens too."""
        run: list[CitationToken] = []
        for match in self._found(text):
            token = CitationToken(str(match.lastgroup), match.group(), *match.span())
            if run:
                link = self._link(run[-1], token, text)
                if link is None:
                    yield run
                    run = []
                elif link:
                    run.append(CitationToken(link, "", run[-1].end, token.start))
            run.append(token)
        if run:
            yield run

    @cached_property
    def _places(self) -> re.Pattern[str]:
        return compile_cache.standard_pattern(self._beginnings, re.DOTALL)

    @cached_property
    def _all_places(self) -> re.Pattern[str]:
        return compile_cache.standard_pattern(self._all_beginnings, re.DOTALL)

    @cached_property
    def _organ(self) -> regex.Pattern[str]:
        return compile_cache.pattern(f"(?P<ORGAN>{self.organs.pattern})")

    def _found(self, text: str) -> Iterator[regex.Match[str]]:
        """Yield the tokens in order; each pattern is tried only where it can begin, because attempts are expensive."""
        unlisted = max((place.end() for place in self._unlisted.finditer(text)), default=0)
        places = self._all_places if unlisted else self._places
        here = 0
        while place := places.search(text, here):
            at = place.start()
            begun = str(place.lastgroup)
            match = self._organ.match(text, at) if at < unlisted and begun.endswith("listed") else None
            if match is None and begun != "unlisted":
                match = self._tokens[begun].match(text, at)
            if match is None:
                here = at + 1
            else:
                here = max(match.end(), at + 1)
                yield match

    def _link(self, last: CitationToken, token: CitationToken, text: str) -> str | None:
        """Return the type of the link between two tokens: empty if they touch, None if they are separate."""
        words = text[last.end : token.start].strip() if token.start - last.end <= _LINK_LONGEST else "…"
        before, kind = last.kind, token.kind
        if not words:
            follows = kind not in _BEGINS or (before, kind) in _HEAD_PAIRS or (before == "WORD" and kind in _NUMBERS)
            return "" if follows else None
        if before == "OWN" and kind == "WORD":
            return ""
        words = " ".join(words.split())
        if kind in _NUMBERS and before not in _HEADS and words in self._joiners:
            return "JOIN"
        if kind in ("OWN", "WORD") and before == "ORGAN" and words in self._through:
            return "LINK"
        if kind == "ORGAN" and before not in ("ORGAN", "OWN") and words in self._by:
            return "BY"
        return None

    def date(self, token: CitationToken) -> CitedDate | None:
        """Return the date of a date token; None if it has no month."""
        lead = self._lead.match(token.text)
        unlinked = None if lead else self._unlinked.match(token.text)
        words = token.text[found.end() if (found := lead or unlinked) else 0 :]
        match = self._date.fullmatch(words)
        if match is None:
            return None
        parts = match.groups()
        order = next(index for index, part in enumerate(parts) if part is not None) // 3
        first, second, third = parts[3 * order : 3 * order + 3]
        day, month, year = (
            (first, second, third),
            (second, first, third),
            (first, second, third),
            (third, second, first),
            (first, second, third),
        )[order]
        number = int(month) if month.isdecimal() else self.month(month)
        plain = order == 0 and month in self._months and words.split() == [day.lstrip("0"), month, year]
        if number is None:
            return None
        start = token.end - len(words)
        return CitedDate(start, token.end, int(day), number, int(year), plain, linked=lead is not None)

    def month(self, word: str) -> int | None:
        """Return the month of a word, or the most similar month of a misspelt one."""
        known = self._month_words.get(word.casefold())
        if known is None and len(word) >= _LONG:
            from difflib import get_close_matches

            near = get_close_matches(word.casefold(), self._month_words, 1, _NEAR)
            return self._month_words[near[0]] if near else None
        return known


def _may_cite(words: list[str]) -> str:
    """Return a pattern for a character that may be in a number; a sign is before the figures of a document symbol."""
    no_symbol = "".join(rf"(?<![/.]\d{{{count}}})" for count in (1, 2, 3, 4))
    after_word = "|".join(rf"(?<={form}{' ' * spaces}.)" for form in words for spaces in (1, 2, 3))
    figure = rf"(?<=\d)(?:{no_symbol}/(?=[\dIVXLC])|(?<=[IVXLC]/.)|(?<=WHA.)|(?i:{after_word}))"
    bracket = "|".join(form.removeprefix(r"\(") for form in (_YEAR, _SESSION))
    return rf"{possible(DIGITS + '(')}(?:{figure}|(?<=[\dA-Z ]\()(?:{bracket}))"


def _beginnings(data: dict[str, Any], words: list[str], names: Iterable[str], *, unlisted: bool) -> str:
    """Return a pattern for all positions where a token may begin, and possibly others.

    It matches one character, and its group is a key of `_BEGUN`. It is for `re`, which is faster for short patterns.
    `re` treats superscripts as parts of words and `regex` does not, hence the plain letters.
    """
    heads = [*words, *data["own"]]
    begin = f"(?i:{any_of({head[1:] for head in heads})})"
    small = "".join(sorted({head[0].lower() for head in heads}))
    capital = r"(?<=[^\W\d_a-z])"
    date = rf"(?:(?:{data['article']}{SPACES})?\d|[^\W\d_]{{3,10}}\.?{SPACES}\d)"
    follows = "|".join(
        (
            rf"[{_SPACES}]{{0,3}}{any_of(data['date_links'])}{SPACES}{date}",
            rf"[{_SPACES}]{{0,3}}{any_of(data['entitled'])}{SPACES}",
            rf"{SPACES}{any_of(data['passages'])}{SPACES}",
            rf"(?<=[\dA-Z)].)[{_SPACES}]{{0,3}}\(?{date}",
        )
    )
    begins_name = rf"{any_of({name.split()[0][1:] for name in names})}|{begin}"
    begins_number = rf"[A-Z]*[-‑/\d]|(?<=[\d{_SPACES}][{_SPACES}].)[A-Z]*(?![A-Za-z])"
    first_of_word = {
        "small": rf"(?<=[{small}])(?={begin})",
        "listed": rf"{capital}(?={begins_name}|{begins_number})",
        "figure": r"(?<=\d)(?<![/.‑–-].)",
        **({"unlisted": capital} if unlisted else {}),
    }

    def any_kind(kinds: dict[str, str]) -> str:
        return "|".join(f"(?P<{kind}>{pattern})" for kind, pattern in kinds.items())

    anywhere = {
        "gap": rf"(?<=[,{_SPACES}])(?={follows})",
        "bracket": r"(?<=\()(?=[12ESIVXLC])",
        "letter": r"(?<=\d[A-Z])",
    }
    first = possible(f"{CAPITALS}{DIGITS}(,{_SPACES}{small}")
    return rf"{first}(?:(?<![A-Za-z0-9_].)(?:{any_kind(first_of_word)})|{any_kind(anywhere)})"

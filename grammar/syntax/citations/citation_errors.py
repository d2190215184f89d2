"""Errors that the citation grammar does not accept, in numbers (72-192, 57/270 b, 2625 XXV) and words (res. 72/192)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ...text import compile_cache
from ...text.characters import DIGITS, SPACES, possible
from ...text.named_tuple import NamedTuple
from ...text.numerals import roman_numeral
from .organs import any_of

_SLASHES = r"(?:[-‑–—\\,.]|//|⁄|[ \u00a0]/[ \u00a0]?|/[ \u00a0])"
_SYMBOL = r"(?:RES/|[AES]/)"
_FORMS = (
    rf"(?P<session>\d{{2,3}}){_SLASHES}(?P<ordinal>\d{{1,3}})(?:{SPACES}(?P<part>[A-Z]))?",
    r"(?P<lettered>\d{1,3}/\d{1,3})(?:[-‑–](?P<joined>[A-Za-z])|[ \u00a0]?(?P<small>[a-z]))",
    rf"{_SYMBOL}(?P<symbol>\d{{1,3}}/\d{{1,3}}(?:{SPACES}[A-Z])?)",
    rf"(?P<square>\d{{1,4}})(?:{SPACES}?\[(?P<year>(?:19|20)\d\d)\]|,{SPACES}(?P<after>(?:19|20)\d\d))",
    rf"(?P<old>\d{{1,4}}(?:{SPACES}[A-Z])?){SPACES}?(?:\((?P<roman>[ivxl]{{1,6}})\)|(?P<bare>[IVXL]{{1,6}}))",
    rf"(?P<parted>\d{{1,4}}{SPACES}[A-Z])/(?P<slashed>[IVXL]{{1,6}})",
    rf"(?P<arabic>\d{{1,4}}{SPACES}[A-Z]|\d{{3,4}}){SPACES}?\((?P<count>[12]?\d|30)\)",
)


_NEAR = 0.85
"""The minimum similarity of a misspelt word to its correct form, from 0 to 1."""


class NumberError(NamedTuple):
    """A number as offsets in the plain text, and its correct form."""

    start: int
    end: int
    right: str
    sure: bool
    """Whether it can only be the number of a resolution: no full stop or comma separates its figures."""
    dated: bool
    """Whether a date follows it."""


class NumberErrors:
    """Finds malformed numbers after the words for what is cited, and in lists after the date of another."""

    def __init__(self, data: dict[str, Any]) -> None:
        forms = [form for several in data["words"].values() for form in several]
        words = any_of(forms)
        date = rf"{SPACES}{any_of(data['date_links'])}{SPACES}\d{{1,2}}{SPACES}{any_of(data['months'])}"
        first = "".join(sorted({form[0].lower() + form[0].upper() for form in forms}))
        rest = "|".join(form[1:] for form in forms)
        well_formed = rf"\d{{1,3}}/\d{{1,3}}(?:[,;.)]|{SPACES}\w\w)"
        self._begun = compile_cache.standard_pattern(
            rf"{possible(first + DIGITS)}(?:(?<=[{first}])(?i:{rest}){SPACES}(?=[\dRAES])(?!{well_formed})"
            rf"|(?<=\d)\d\d\d(?P<listed>),?{SPACES}(?=[\dRAES]|{any_of(data['listed'])}))"
        )
        self._pattern = compile_cache.pattern(
            rf"(?:\b(?i:{words}){SPACES}|(?P<listed>(?<=\d{{4}})(?:,|,?{SPACES}{any_of(data['listed'])}){SPACES}))(?P<number>{'|'.join(_FORMS)})(?![\w/]|[-‑–.,]\d)"
            rf"(?=(?P<date>{date})|[,;.)]|{SPACES}(?:\p{{L}}|[(“])|$)"
        )

    def read(self, text: str) -> Iterator[NumberError]:
        """Return the malformed numbers of a text, in order.

        >>> from resolint.grammar.syntax.language import language
        >>> missets = language().citations.missets
        >>> words = "its resolutions 72-192 of 19 December 2017, and resolution 2625 (xxv) of 24 October 1970"
        >>> [misset.right for misset in missets.read(words)]
        ['72/192', '2625 (XXV)']
        """
        for begun in self._begun.finditer(text):
            match = self._pattern.match(text, begun.start(begun.lastgroup or 0))
            if match is None:
                continue
            found = match.groupdict()
            right = _right(found)
            sure = found["session"] is None or text[match.end("session")] not in ",."
            if (found["small"] or found["listed"] or found["after"]) and not found["date"]:
                continue
            yield NumberError(*match.span("number"), right, sure, bool(found["date"]))


def _right(found: dict[str, str | None]) -> str:
    if found["session"]:
        part = f" {found['part']}" if found["part"] else ""
        return f"{found['session']}/{found['ordinal']}{part}"
    if found["lettered"]:
        return f"{found['lettered']} {(found['joined'] or found['small'] or '').upper()}"
    if found["symbol"]:
        return found["symbol"]
    if found["square"]:
        return f"{found['square']} ({found['year'] or found['after']})"
    if found["old"]:
        return f"{found['old']} ({(found['roman'] or found['bare'] or '').upper()})"
    if found["parted"]:
        return f"{found['parted']} ({found['slashed']})"
    return f"{found['arabic']} ({roman_numeral(int(found['count'] or 0))})"


class WordError(NamedTuple):
    """Words before a number as offsets in the plain text, and their replacement."""

    start: int
    end: int
    right: str


_NUMBERS = compile_cache.standard_pattern(
    rf"{possible(DIGITS)}(?<=\d)\d{{0,3}}(?:/\d{{1,4}}|(?:{SPACES}[A-Z])?{SPACES}\((?:\d{{4}}|[IVXL]+)\))(?![\w/])"
)
"""Without the letters of a special session, which precede some."""
_HYPHENS = frozenset("-‑")
_SPECIAL = compile_cache.standard_pattern(r"E?S[-‑]$")
_FAR = 60
"""The greatest length of the words before a number, in code points."""
NUMBERED = r"\d/\d|^\((?:\d{4}|[IVXL]+)\)"
"""A pattern within a run without white space that each such number contains."""


class WordErrors:
    """Finds abbreviated and misspelt words for what is cited, and unnecessary words after them."""

    def __init__(self, data: dict[str, Any]) -> None:
        self._short: dict[str, str] = data["words_short"]
        self._organs: dict[str, str] = data["organs_short"]
        self._forms = [form for forms in data["words"].values() for form in forms]
        self._near = frozenset(data["words_near"])
        self.organs = frozenset(self._organs)
        """The initials of organs."""
        needless = any_of(data["number_words"])
        word = any_of([*self._forms, *self._short])
        shortest = min(map(len, self._forms)) - 1
        self._organ = compile_cache.pattern(rf"(?<![\w/.-]){any_of(self._organs)}(?={SPACES}(?i:{word})\b)")
        self._last = frozenset(
            form.rpartition(" ")[2] for form in (*self._short, *map(str.casefold, data["number_words"]))
        )
        self._shortest = shortest
        self._before = compile_cache.pattern(
            rf"(?<![\w/.-])(?:(?P<short>(?i:{any_of(self._short)})\b\.?)|(?P<word>\p{{L}}{{{shortest},12}})"
            rf"(?P<needless>{SPACES}(?i:{needless})\.?)?){SPACES}?$"
        )

    def read(self, text: str) -> Iterator[WordError]:
        """Return the errors in a text; words and number must be adjacent.

        >>> from resolint.grammar.syntax.language import language
        >>> errors = language().citations.word_errors
        >>> [error.right for error in errors.read("res. 72/192, resoluton 72/193 and decision No. 72/501")]
        ['resolution', 'resolution', 'decision']
        """
        organs = list(self._organ.finditer(text)) if any(map(text.__contains__, self._organs)) else []
        yield from (WordError(*organ.span(), self._organs[organ[0]]) for organ in organs)
        for number in _NUMBERS.finditer(text):
            at = number.start()
            if text[at - 1 : at] in _HYPHENS and (special := _SPECIAL.search(text, max(0, at - 3), at)):
                at = special.start()
            if not self._may_be_error(text[max(0, at - _FAR) : at]):
                continue
            begin = max((organ.end() for organ in organs if organ.end() <= at), default=0)
            match = self._before.search(text, max(begin, at - _FAR), at)
            if match is None:
                continue
            word = match["short"] or match["word"]
            right = self._short[" ".join(word.rstrip(".").casefold().split())] if match["short"] else self._right(word)
            if right and (right != word.casefold() or match["needless"]):
                end = match.end("needless") if match["needless"] else match.end("short" if match["short"] else "word")
                yield WordError(match.start(), end, right)

    def _may_be_error(self, before: str) -> bool:
        """Return whether words may end with an incorrect one; a quick test, because nearly all end correctly."""
        _, _, last = before.rstrip().rpartition(" ")
        small = last.rpartition("\u00a0")[2].casefold()
        return small not in self._forms and (small.rstrip(".") in self._last or len(small) >= self._shortest)

    def _right(self, word: str) -> str | None:
        """Return the word itself, or the word that it misspells."""
        small = word.casefold()
        if small in self._forms:
            return small
        if small in self._near:
            return None
        from difflib import get_close_matches

        return next(iter(get_close_matches(small, self._forms, 1, _NEAR)), None)

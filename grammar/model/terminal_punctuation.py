"""How the words of a paragraph end: the closing mark, and what follows it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import regex

from ..syntax.inline import Emphasis, Link
from ..syntax.language import Language
from ..syntax.paragraph_text import ParagraphText
from ..syntax.tree import Prose
from ..text import compile_cache
from ..text.characters import TRAILING_MARKS
from ..text.edits import Applicability, Edit, Fix
from ..text.named_tuple import NamedTuple
from ..text.positions import Span

NAMES = {",": "comma", ";": "semicolon", ":": "colon", ".": "full stop"}
"""Names of marks, as messages use them."""
_CLOSERS = "”’»\"')"
_PLAIN = (",", ";", ":", ".")
_MARKED = (*_PLAIN, "?", "!", "…", " ", "\u00a0")
_END = compile_cache.pattern(rf"(?r)(?P<marks>[.,;:?!…]*+)(?P<close>[{_CLOSERS}\s]*+)$")
_RUN = compile_cache.pattern(r"(?<![.,;:][ \u00a0]?)[.,;:](?:[ \u00a0]?[.,;:])++(?=[\s”’\"')\]]|$)")
_GLUED = compile_cache.pattern(r"(?:(?<=[\p{L})”])(?<!/\p{Lu}{1,6})(?P<mark>[.:])|(?P<mark>[,;]))\d{1,2}$")
"""A closing mark with the digits of a footnote reference on it; “1/CP.21” is a number."""
_GLUED_LENGTH = 4
_TAIL = 80
"""The greatest length of a closing mark and what may follow it, in code points."""


class Ending(NamedTuple):
    """The end of a paragraph's words; offsets are into the plain text."""

    mark: str
    """``,`` ``;`` ``:`` ``.`` ``?`` ``!`` or ``…``; empty for none."""
    at: int
    """The offset of the mark or, if there is none, of the place for it."""
    quoted: bool = False
    """Whether a closing quotation mark follows it."""
    doubled: bool = False
    """Whether another mark that does not belong there precedes it."""
    open: bool = False
    """Whether the words end with a dash or a square bracket, so that no mark is required."""

    @property
    def settled(self) -> bool:
        """Whether it is not to be checked: it is open, quoted or a question, or repeated-punctuation reports it."""
        return self.open or self.quoted or self.doubled or self.mark in ("?", "!", "…")


class Words:
    """The words of a language that may follow or contain a closing mark."""

    def __init__(self, language: Language) -> None:
        data = language.data("punctuation")
        self._abbreviated = frozenset(data["abbreviated"]) | frozenset(language.data("sentences")["titles"])
        links = "|".join(regex.escape(word) for word in data["links"])
        self._link = compile_cache.pattern(rf"(?<=[,;][{_CLOSERS}]?\s{{1,2}})(?:{links})[,;]?$")
        joining = "|".join(regex.escape(word) for word in data["joining"])
        self._closing = tuple(f"{word}{mark}" for word in (*data["links"], *data["joining"]) for mark in ("", ",", ";"))
        self._joining = compile_cache.pattern(rf"(?<=[,;][{_CLOSERS}]?)\s{{1,2}}(?:{joining})[,;]?(?=\s*$)")

    def without_link(self, text: str) -> str:
        """Return a tail without the conjunction after its mark: ``;`` for ``; and``."""
        match = self._link.search(text)
        return text[: match.start()].rstrip() if match else text

    def ends_in_link(self, text: str) -> bool:
        """Return whether a text ends with a conjunction, alone or before a last mark, by a quick test."""
        return text.endswith(self._closing)

    def joined(self, text: str) -> tuple[int, int] | None:
        """Return the offsets of a conjunction after the closing mark, with the space before it."""
        if not self.ends_in_link(text.rstrip()):
            return None
        match = self._joining.search(text, max(0, len(text) - _TAIL))
        return match.span() if match else None

    def abbreviated(self, text: str, stop: int) -> bool:
        """Return whether the full stop at an offset ends an abbreviation: ``p.m.``, ``D.C.``, ``No.``."""
        begin = stop
        while begin > 0 and stop - begin < 12 and (text[begin - 1].isalpha() or text[begin - 1] == "."):
            begin -= 1
        word = text[begin:stop]
        return word.rpartition(".")[2] in self._abbreviated or len(word) == 1 or "." in word


@cache
def words(language: Language) -> Words:
    """Return the words of a language; they are read once."""
    return Words(language)


def read(prose: Prose) -> Ending:
    """Return the ending of a paragraph, without footnote references, white space and zero-width characters."""
    return prose.paragraph_text.memoized(_read)


def _read(paragraph_text: ParagraphText) -> Ending:
    text, length = paragraph_text.text, len(paragraph_text.text)
    known = words(paragraph_text.language)
    if text.endswith(_PLAIN) and text[-2:-1] not in _MARKED and not known.ends_in_link(text):
        return Ending(text[-1], length - 1)  # the usual case
    while length and (text[length - 1].isspace() or text[length - 1] in TRAILING_MARKS):
        length -= 1
    if glued := _GLUED.search(text, max(0, length - _GLUED_LENGTH), length):
        length = glued.end("mark")
    begin = max(0, length - _TAIL)
    tail = known.without_link(text[begin:length])
    match = _END.search(tail)
    assert match is not None  # every part of the pattern may be empty
    marks, close = match["marks"], match["close"]
    at = begin + match.end("marks")
    if not marks:
        last = tail.rstrip(_CLOSERS + " ")[-1:]
        return Ending("", begin + len(tail), open=not last or last in "[]-–—_/")
    if set(marks) <= {"…"} or marks.endswith("..."):
        return Ending("…", at - 1)
    mark = marks[-1]
    if marks == "." and not close and known.abbreviated(text, at - 1):
        return Ending(".", at - 1)
    quoted = any(sign in close for sign in "”’»\"'")
    doubled = any(end == at for _, end in doubles(text, known, begin))
    return Ending(mark, at - 1, quoted=quoted, doubled=doubled)


def closing_and(prose: Prose) -> tuple[int, int] | None:
    """Return the plain-text offsets of an “and” after the closing mark, with the space before it."""
    return words(prose.language).joined(prose.text)


def doubles(text: str, known: Words, begin: int = 0) -> Iterator[tuple[int, int]]:
    """Yield the offsets of doubled marks after `begin`, without full stops of abbreviations and ellipses."""
    for match in _RUN.finditer(text, begin):
        start, end = match.span()
        if start == 0 or not (text[start - 1].isalnum() or text[start - 1] in "”’»\"')]"):
            continue
        signs = match.group().replace(" ", "").replace("\u00a0", "")
        if signs[0] != "." or signs == ".." or (set(signs) != {"."} and _is_word(text, start, known)):
            yield start, end


def _is_word(text: str, stop: int, known: Words) -> bool:
    """Return whether a full stop follows a word rather than an abbreviation or a number."""
    return text[stop - 1].islower() and not known.abbreviated(text, stop)


def place(prose: Prose, offset: int) -> int:
    """Return the source offset at which to insert a mark: after any emphasis and link that end there."""
    around: tuple[Emphasis | Link, ...] = (*prose.emphases, *prose.links)
    return max([prose.after(offset), *(prose.source(a.raw_end, after=True) for a in around if a.end == offset)])


def close_with(prose: Prose, ending: Ending, mark: str) -> Fix:
    """Return the fix that closes words with a mark; unsafe if it replaces a colon, which may introduce something."""
    tail = prose.text.rstrip()
    if mark == ":" and tail[-1:].isalpha() and words(prose.language).ends_in_link(tail):
        here = place(prose, len(tail))  # “…, and” keeps its comma before the colon
        return Fix(f"Insert a {NAMES[mark]}", (Edit(Span(here, here), mark),))
    if ending.mark and not _abbreviation_needs(prose, ending, mark):
        edit = Edit(prose.span(ending.at, ending.at + 1), mark)
        sure = Applicability.UNSAFE if ending.mark == ":" else Applicability.SAFE
        return Fix(f"Replace the {NAMES[ending.mark]} with a {NAMES[mark]}", (edit,), sure)
    offset = ending.at + len(ending.mark)
    here = place(prose, offset)
    return Fix(f"Insert a {NAMES[mark]}", (Edit(Span(here, here), mark),))


def _abbreviation_needs(prose: Prose, ending: Ending, mark: str) -> bool:
    """Return whether the closing full stop belongs to an abbreviation and must stay."""
    return ending.mark == "." and mark != "." and words(prose.language).abbreviated(prose.text, ending.at)


def shown(prose: Prose, ending: Ending) -> Span:
    """Return the place of a finding about an ending: the mark, or the last word if there is none."""
    if ending.mark:
        return prose.span(ending.at, ending.at + 1)
    start = prose.text.rfind(" ", 0, ending.at) + 1
    return prose.span(min(start, max(ending.at - 1, 0)), ending.at)

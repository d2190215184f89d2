r"""The inline markup of a paragraph: emphasis, links, quotations and footnote references, and the text without them.

A `Reading` depends only on the raw text of a paragraph and not on its position, so that it can be cached.
Offsets in a reading are code points of its plain `text`, unless their name contains “raw”.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right

import regex

from ..text import compile_cache
from ..text.characters import PLAIN_DIGITS, SUPERSCRIPTS, WHITE_SPACE
from ..text.named_tuple import NamedTuple

_SIGNS = rf"*_\[\r\n<\\^{SUPERSCRIPTS}"
"""The characters that may begin markup, for a character class."""
_SIGN = compile_cache.standard_pattern(f"[{_SIGNS}]")
_ITALIC_HEAD = compile_cache.standard_pattern(rf"\*([^{_SIGNS}]+)\*")
"""Italics at the beginning of a paragraph."""
_ESCAPE = compile_cache.pattern(r"\\[\\*_\[\]()^<>`~\#.!+-]")
_ANGLE = compile_cache.pattern(
    r"""
      <!--.*?(?:-->|\Z)
    | (?<!\b(?:[kcm]?m|ha|CO))<sup>\s*(?P<labels>[\w*]{1,6}(?:\s*,\s*[\w*]{1,6}){0,5})\s*</sup>(?:,(?=<sup>))?
    | (?P<tag></?(?:u|em|i|b|strong|ins)>|<br\s*/?>)
    """,
    regex.VERBOSE | regex.DOTALL | regex.IGNORECASE,
)
_BRACKET = compile_cache.standard_pattern(
    rf"\[\^(?P<label>[^\]{WHITE_SPACE}]{{1,16}})\](?:,(?=\[\^))?"
    r"|\[(?P<words>(?:[^\[\]]++|\[[^\[\]]*+\])*+)\]"
    rf"\((?P<target>(?:[^(){WHITE_SPACE}]++| ?\([^(){WHITE_SPACE}]*+\))*+)(?:[{WHITE_SPACE}]+\"[^\"\n]*\")?\)"
)
_CARET = compile_cache.pattern(
    r"""(?<![\w^])\^(?P<label>\d{1,3}|[a-z*])\^ | (?<=[\w.,;:)\]”’"])\^(?P<label>\d{1,3})\^""",
    regex.VERBOSE | regex.IGNORECASE,
)
_DIGITS = compile_cache.pattern(
    rf"(?<!\b(?:[kcm]?m|ha|CO))[{SUPERSCRIPTS}]+(?:[·‧˙˒⸴,'](?=[{SUPERSCRIPTS}])[{SUPERSCRIPTS}]+)*", regex.IGNORECASE
)
_LINE_END = compile_cache.standard_pattern(r"(?:\r\n|\n|\r)[ \t]*")
_LABEL = compile_cache.pattern(r"[\w*]+")
_RAISED = compile_cache.pattern(f"[{SUPERSCRIPTS}]+")
_TARGET = compile_cache.standard_pattern(r"[/.#]|^(?:https?|mailto):|^$", re.IGNORECASE)
_QUOTED = compile_cache.standard_pattern('“[^“”]*”|«[^«»]*»|"[^"]*"')
_MARKS = compile_cache.standard_pattern(r"[^\w\s*\\<>\[\]]{1,3}[ \u00a0]?")
_STARS = {1: "italic", 2: "bold"}
_STYLES = {"u": "underline", "ins": "underline", "em": "italic", "i": "italic", "b": "bold", "strong": "bold"}


class Emphasis(NamedTuple):
    """Emphasized words, in ``italic``, ``bold``, ``both`` or ``underline``. The raw range includes the marks."""

    start: int
    end: int
    style: str
    raw_start: int
    raw_end: int
    mark: str
    """The opening mark as written: ``*``, ``_``, ``**``, ``<u>``…"""


class FootnoteMark(NamedTuple):
    """A footnote reference: its label, its offset in the plain text, and its raw range."""

    label: str
    at: int
    raw_start: int
    raw_end: int


class Link(NamedTuple):
    """Linked words and the target of the link."""

    start: int
    end: int
    target: str
    raw_start: int
    raw_end: int


class Reading(NamedTuple):
    """The plain text of a paragraph, and its markup."""

    raw: str
    text: str
    """The text without markup, link targets and footnote references; each line end is one space."""
    emphases: tuple[Emphasis, ...]
    footnote_references: tuple[FootnoteMark, ...]
    links: tuple[Link, ...]
    quotations: tuple[tuple[int, int], ...]
    """The ranges of quotations, including their marks."""
    plain_runs: tuple[int, ...]
    raw_runs: tuple[int, ...]

    def raw_at(self, offset: int, *, after: bool = False) -> int:
        """Return the raw offset of a plain one; with `after`, the offset after the preceding character."""
        if after and offset > 0:
            return self.raw_at(offset - 1) + 1
        run = bisect_right(self.plain_runs, offset) - 1
        return self.raw_runs[run] + offset - self.plain_runs[run]

    def quoted(self, start: int, end: int | None = None) -> bool:
        """Return whether a range of the plain text is inside a quotation."""
        end = start if end is None else end
        index = bisect_right(self.quotations, (start, len(self.text))) - 1
        return index >= 0 and end <= self.quotations[index][1]

    @property
    def italic_head(self) -> Emphasis | None:
        """The emphasis that begins the paragraph, if one does."""
        lead = len(self.text) - len(self.text.lstrip())
        for emphasis in self.emphases:
            if emphasis.start <= lead < emphasis.end:
                return emphasis
        return None


_Event = tuple[int, int, str, str]
"""A piece of raw markup: start, end, type and content."""


def read(raw: str) -> Reading:
    """Parse the markup of a paragraph.

    >>> reading = read("*Recalling* its resolution [70/1](#),¹ and *Acting*")
    >>> reading.text, [c.label for c in reading.footnote_references]
    ('Recalling its resolution 70/1, and Acting', ['1'])
    >>> [reading.text[e.start : e.end] for e in reading.emphases]
    ['Recalling', 'Acting']
    """
    if (head := _ITALIC_HEAD.match(raw)) and raw[1].isalnum() and raw[head.end() - 2].isalnum():
        end = head.end()
        if not _SIGN.search(raw, end):
            return _with_italic_head(raw, head[1], raw[end:])
        if raw.find("*", end) < 0 and raw.find("_", end) < 0:  # no other emphasis marks, so these two are a pair
            events: list[_Event] = [(0, 1, "stars", "*"), (end - 1, end, "stars", "*")]
            _mark(raw, end, len(raw), events)
            return _build(raw, events, {0: end - 1, end - 1: 0})
    elif not _SIGN.search(raw):
        return Reading(raw, raw, (), (), (), _quotations(raw), (0,), (0,))
    events = []
    _mark(raw, 0, len(raw), events)
    return _build(raw, events, _pairs(raw, events))


def _with_italic_head(raw: str, italic: str, rest: str) -> Reading:
    """Return what `_build` would return for the usual paragraph, in a third of the time."""
    text, end = italic + rest, len(italic)
    emphasis = Emphasis(0, end, "italic", 0, end + 2, "*")
    plain, raws = ((0, end, len(text)), (1, end + 2, len(raw))) if rest else ((0, end), (1, end + 2))
    return Reading(raw, text, (emphasis,), (), (), _quotations(text), plain, raws)


_HEAD_TAG = compile_cache.pattern(r"</?\w{1,6}>")


OPENING = 120
"""The number of code points that are enough to decide how a paragraph begins."""


def head(text: str, start: int, length: int = OPENING) -> str:
    """Return the first words of a paragraph without emphasis marks: enough to decide how it begins.

    >>> head("*Recalling* its", 0)
    'Recalling its'
    """
    words = text[start : start + length]
    if "<" in words:
        words = _HEAD_TAG.sub("", words)
    return words.replace("*", "").replace("_", "")


def _mark(raw: str, start: int, end: int, events: list[_Event]) -> None:
    """Add the markup of a range, in order: find a character that may begin markup, then try what it may begin."""
    here = start
    while sign := _SIGN.search(raw, here, end):
        at = sign.start()
        match raw[at]:
            case "*" | "_" as star:
                to = at + 1
                while to < end and raw[to] == star:
                    to += 1
                events.append((at, to, "stars", raw[at:to]))
            case "[":
                to = _bracket(raw, at, end, events)
            case "\r" | "\n":
                to = _line_end(raw, here, at, end, events)
            case "<":
                to = _angle(raw, at, end, events)
            case "\\":
                to = at + 2
                if _ESCAPE.match(raw, at, end):
                    events.append((at, to, "escape", raw[at:to]))
                else:
                    to = at
            case "^":
                match = _CARET.match(raw, at, end)
                to = _footnote_marks(raw, at, match.end(), match.group("label"), events) if match else at
            case _:
                to = _digits(raw, at, end, events)
        here = max(to, at + 1)


def _bracket(raw: str, at: int, end: int, events: list[_Event]) -> int:
    """Add a footnote reference, or a link with its content; return the end, or `at` if it is neither."""
    match = _BRACKET.match(raw, at, end)
    if match is None:
        return at
    to = match.end()
    target = match.group("target")
    if target is None:
        return _footnote_marks(raw, at, to, match.group("label"), events)
    if not _TARGET.search(target):
        _mark(raw, at + 1, to, events)
        return to
    begin, close = match.span("words")
    events.append((at, begin, "link", target))
    _mark(raw, begin, close, events)
    events.append((close, to, "/link", ""))
    return to


def _line_end(raw: str, here: int, at: int, end: int, events: list[_Event]) -> int:
    """Add a line end with the blanks around it; those before `here` belong to another event."""
    begin = here + len(raw[here:at].rstrip(" \t"))
    match = _LINE_END.match(raw, at, end)
    if match is None or raw[begin - 1 : begin] in (" ", "\t"):
        return at
    events.append((begin, match.end(), "line", ""))
    return match.end()


def _angle(raw: str, at: int, end: int, events: list[_Event]) -> int:
    """Add a comment, a raised footnote reference or a tag; return the end, or `at` if it is none of them."""
    match = _ANGLE.match(raw, at, end)
    if match is None:
        return at
    if labels := match.group("labels"):
        return _footnote_marks(raw, at, match.end(), ",".join(_LABEL.findall(labels)), events)
    tag = match.group("tag")
    events.append((at, match.end(), "tag" if tag else "nothing", (tag or "").lower()))
    return match.end()


def _digits(raw: str, at: int, end: int, events: list[_Event]) -> int:
    """Add raised digits as footnote references, separated ones as several; return the end, or `at` for none."""
    match = _DIGITS.match(raw, at, end)
    if match is None:
        return at
    for part in _RAISED.finditer(match.group()):
        begin, to = at + part.start(), at + part.end()
        events.append((begin, to, "footnote_mark", part.group().translate(PLAIN_DIGITS)))
        if to < match.end():
            events.append((to, to + 1, "nothing", ""))
    return match.end()


def _footnote_marks(raw: str, start: int, end: int, labels: str, events: list[_Event]) -> int:
    """Add a footnote reference; a comma between it and the next is not part of the sentence."""
    parted = raw[end - 1] == ","
    events.append((start, end - parted, "footnote_mark", labels))
    if parted:
        events.append((end - 1, end, "nothing", ""))
    return end


def _pairs(raw: str, events: list[_Event]) -> dict[int, int]:
    """Return the pairs of emphasis marks by raw start, in both directions."""
    pairs: dict[int, int] = {}
    waiting: list[tuple[int, int, str]] = []
    for index, (start, end, kind, mark) in enumerate(events):
        if kind != "stars" or len(mark) > 3 or start in pairs:
            continue
        before = raw[start - 1] if start else " "
        after = raw[end] if end < len(raw) else " "
        opens = not after.isspace() and (not _punctuation(after) or before.isspace() or _punctuation(before))
        closes = not before.isspace() and (not _punctuation(before) or after.isspace() or _punctuation(after))
        if mark[0] == "_":
            opens, closes = opens and not before.isalnum(), closes and not after.isalnum()
        if closes:
            for i in range(len(waiting) - 1, max(len(waiting) - 9, -1), -1):  # a bound keeps hostile input linear
                begin, inner, opening = waiting[i]
                if opening == mark and inner < start:
                    pairs[begin], pairs[start] = start, begin
                    del waiting[i:]
                    break
        if opens and start not in pairs:
            waiting.append((start, end, mark))
        elif not opens and start not in pairs:
            after_mark = _around_mark(raw, events, index)
            if after_mark is not None:
                pairs[start], pairs[after_mark] = after_mark, start
    return pairs


def _around_mark(raw: str, events: list[_Event], index: int) -> int | None:
    """Return where the emphasis ends that begins after a letter and contains only a punctuation mark: ``lamps*,*``.

    CommonMark takes such signs for text; programs that convert an italic comma write them all the same.
    """
    _, end, _, mark = events[index]
    if index + 1 == len(events):
        return None
    start, to, kind, closing = events[index + 1]
    if kind != "stars" or closing != mark or not _MARKS.fullmatch(raw, end, start):
        return None
    if to < len(raw) and not raw[to].isspace() and not _punctuation(raw[to]):  # it may open other words
        later = next((event for event in events[index + 2 : index + 10] if event[2:] == (kind, mark)), None)
        if later is not None and not raw[later[0] - 1].isspace():
            return None
    return start


def _build(raw: str, events: list[_Event], pairs: dict[int, int]) -> Reading:
    pieces: list[str] = []
    runs = {0: 0}
    """The raw start of each run of plain text by its plain start."""
    emphases: list[Emphasis] = []
    footnote_marks: list[FootnoteMark] = []
    links: list[Link] = []
    open_links: list[tuple[int, int, str]] = []
    open_tags: list[tuple[str, int, int, str]] = []
    open_stars: dict[int, int] = {}
    length = here = 0
    for start, end, kind, value in events:
        if start > here:
            runs[length] = here
            pieces.append(raw[here:start])
            length += start - here
        here = end
        written = ""
        match kind:  # the usual types first
            case "stars":
                partner = pairs.get(start)
                if partner is None:
                    written = value
                elif partner > start:
                    open_stars[start] = length
                else:
                    style = _STARS.get(len(value), "both")
                    emphases.append(Emphasis(open_stars.pop(partner), length, style, partner, end, value))
            case "link":
                open_links.append((length, start, value))
            case "/link":
                begin, raw_begin, target = open_links.pop()
                links.append(Link(begin, length, target, raw_begin, end))
            case "footnote_mark":
                footnote_marks.extend(FootnoteMark(label, length, start, end) for label in value.split(","))
            case "line":
                if length and end < len(raw):
                    written = " "
            case "escape":
                written = value[1]
                start += 1  # noqa: PLW2901 - the character after the backslash
            case "tag":
                if value.startswith("<br"):
                    written = " "
                elif value.startswith("</"):
                    name = value[2:-1]
                    recent = range(len(open_tags) - 1, max(len(open_tags) - 9, -1), -1)  # bound as for stars
                    at = next((i for i in recent if open_tags[i][0] == name), -1)
                    if at >= 0:
                        _, begin, raw_begin, mark = open_tags[at]
                        emphases.append(Emphasis(begin, length, _STYLES[name], raw_begin, end, mark))
                        del open_tags[at:]
                else:
                    open_tags.append((value[1:-1], length, start, value))
        if written:
            runs[length] = start
            pieces.append(written)
            length += len(written)
    if here < len(raw):
        runs[length] = here
        pieces.append(raw[here:])
        length += len(raw) - here
    runs.setdefault(length, len(raw))
    text = "".join(pieces)
    return Reading(
        raw,
        text,
        tuple(sorted(emphases)),
        tuple(footnote_marks),
        tuple(links),
        _quotations(text),
        tuple(runs),
        tuple(runs.values()),
    )


def _punctuation(char: str) -> bool:
    return not char.isalnum() and unicodedata.category(char)[0] in "PS"


def _quotations(text: str) -> tuple[tuple[int, int], ...]:
    if "“" not in text and "«" not in text and '"' not in text:
        return ()
    found = tuple(m.span() for m in _QUOTED.finditer(text))
    if text.startswith("“") and "”" not in text:  # a quotation of several paragraphs goes on in the next one
        return ((0, len(text)), *(span for span in found if span[0]))
    return found

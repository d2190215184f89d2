r"""Markup inside a paragraph: what is italic, linked, quoted or a note call, and the plain words without it.

A `Reading` belongs to a paragraph's raw words alone, wherever they stand, so it can be remembered by them.
Offsets in a reading are code points of its plain `text`, unless a name says raw.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

import regex

from . import kept

SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_DIGITS = str.maketrans(SUPERSCRIPTS, "0123456789")
_MARKUP = kept.pattern(
    rf"""
    (?=[\\<\[^*_\r\n{SUPERSCRIPTS}] | (?<![ \t])[ \t]+[\r\n])  # a quick look: there is none of it at most places
    (?:
      (?P<escape>\\[\\*_\[\]()^<>`~\#.!+-])
    | (?P<comment><!--.*?(?:-->|\Z))
    | (?P<note>\[\^(?P<label>[^\]\s]{{1,16}})\](?:,(?=\[\^))?)
    | (?P<sup>(?<!\b(?:[kcm]?m|ha|CO))<sup>\s*
        (?P<suplabel>[\w*]{{1,6}}(?:\s*,\s*[\w*]{{1,6}}){{0,5}})\s*</sup>(?:,(?=<sup>))?)
    | (?P<caret>(?<![\w^])\^(?P<caretlabel>\d{{1,3}}|[a-z*])\^ | (?<=[\w.,;:)\]”’"])\^(?P<caretlabel2>\d{{1,3}})\^)
    | (?P<digits>(?<!\b(?:[kcm]?m|ha|CO))[{SUPERSCRIPTS}]+(?:[·‧˙˒⸴,'](?=[{SUPERSCRIPTS}])[{SUPERSCRIPTS}]+)*)
    | (?P<link>\[(?P<words>(?:[^\[\]]|\[[^\[\]]*\])*)\]\((?P<target>(?:[^()\s]|[ ]?\([^()\s]*\))*)(?:\s+"[^"\n]*")?\))
    | (?P<tag></?(?:u|em|i|b|strong|ins)>|<br\s*/?>)
    | (?P<stars>\*+|_+)
    | (?P<line>(?<![ \t])[ \t]*(?:\r\n|\n|\r)[ \t]*)
    )
    """,
    regex.VERBOSE | regex.DOTALL | regex.IGNORECASE,
)
_LABEL = kept.pattern(r"[\w*]+")
_RAISED = kept.pattern(f"[{SUPERSCRIPTS}]+")
_NEEDS_READING = kept.pattern(rf"[\\\[<^*_\r\n{SUPERSCRIPTS}]")
_TARGET = kept.pattern(r"#|/|\.|(?:https?|mailto):|www\.|[^/]*[/.#]|$", regex.IGNORECASE)
_QUOTED = kept.pattern('“[^“”]*”|«[^«»]*»|"[^"]*"')
_STYLES = {"u": "underline", "ins": "underline", "em": "italic", "i": "italic", "b": "bold", "strong": "bold"}


class Emphasis(NamedTuple):
    """Words set off; `style` is ``italic``, ``bold``, ``both`` or ``underline``. The raw stretch takes in the marks."""

    start: int
    end: int
    style: str
    raw_start: int
    raw_end: int
    mark: str
    """The opening mark as written: ``*``, ``_``, ``**``, ``<u>``…"""


class Call(NamedTuple):
    """A note call: its label, the place in the plain text where it stands, and its raw extent."""

    label: str
    at: int
    raw_start: int
    raw_end: int


class Link(NamedTuple):
    """Linked words and where the link leads."""

    start: int
    end: int
    target: str
    raw_start: int
    raw_end: int


@dataclass(frozen=True, slots=True)
class Reading:
    """A paragraph without its markup, and the markup beside it."""

    raw: str
    text: str
    """The plain words: no marks, no targets, no calls; each line end is one space."""
    emphases: tuple[Emphasis, ...]
    calls: tuple[Call, ...]
    links: tuple[Link, ...]
    quotations: tuple[tuple[int, int], ...]
    """Quoted words, the marks included."""
    _plain: tuple[int, ...]
    _raw: tuple[int, ...]

    def raw_at(self, offset: int, *, after: bool = False) -> int:
        """The raw offset of a plain one; with `after`, the place behind the character before it."""
        if after and offset > 0:
            return self.raw_at(offset - 1) + 1
        run = bisect_right(self._plain, offset) - 1
        return self._raw[run] + offset - self._plain[run]

    def quoted(self, start: int, end: int | None = None) -> bool:
        """Whether a plain place lies inside a quotation."""
        end = start if end is None else end
        index = bisect_right(self.quotations, (start, len(self.text))) - 1
        return index >= 0 and end <= self.quotations[index][1]

    @property
    def italic_head(self) -> Emphasis | None:
        """The emphasis that begins the paragraph, if one does."""
        lead = len(self.text) - len(self.text.lstrip())
        return next((e for e in self.emphases if e.start <= lead < e.end), None)


class _Event(NamedTuple):
    """A stretch of raw markup: what it is, and what it says."""

    start: int
    end: int
    kind: str
    value: str


def read(raw: str) -> Reading:
    """Read a paragraph's markup.

    >>> reading = read("*Recalling* its resolution [70/1](#),¹ and *Acting*")
    >>> reading.text, [c.label for c in reading.calls], [reading.text[e.start:e.end] for e in reading.emphases]
    ('Recalling its resolution 70/1, and Acting', ['1'], ['Recalling', 'Acting'])
    """
    if not _NEEDS_READING.search(raw):
        return Reading(raw, raw, (), (), (), _quotations(raw), (0,), (0,))
    return _build(raw, list(_events(raw, 0, len(raw))))


_HEAD_MARKS = kept.pattern(r"[*_]+|</?\w{1,6}>")


OPENING = 120
"""Code points: how much of a paragraph tells how it begins."""


def head(text: str, start: int, length: int = OPENING) -> str:
    """The first words of a paragraph, emphasis marks left out: enough to tell how it begins.

    >>> head("*Recalling* its", 0)
    'Recalling its'
    """
    return _HEAD_MARKS.sub("", text[start : start + length])


def _events(raw: str, start: int, end: int) -> Iterator[_Event]:
    """The markup of a stretch, in order; a link gives an event at each of its edges."""
    for match in _MARKUP.finditer(raw, start, end):
        at, to = match.span()
        kind = str(match.lastgroup)
        if match.start("link") >= 0:
            if _TARGET.match(match.group("target")):
                yield _Event(at, match.start("words"), "link", match.group("target"))
                yield from _events(raw, match.start("words"), match.end("words"))
                yield _Event(match.end("words"), to, "/link", "")
            else:
                yield from _events(raw, at + 1, to)
        elif match.start("note") >= 0:
            yield from _call(raw, at, to, match.group("label"))
        elif match.start("sup") >= 0 or match.start("caret") >= 0:
            labels = match.group("suplabel") or match.group("caretlabel") or match.group("caretlabel2")
            yield from _call(raw, at, to, ",".join(_LABEL.findall(labels)))
        elif match.start("digits") >= 0:
            for part in _RAISED.finditer(match.group()):
                yield _Event(at + part.start(), at + part.end(), "call", part.group().translate(_DIGITS))
                if at + part.end() < to:
                    yield _Event(at + part.end(), at + part.end() + 1, "nothing", "")
        elif match.start("stars") >= 0:
            yield _Event(at, to, "stars", match.group())
        elif match.start("tag") >= 0:
            yield _Event(at, to, "tag", match.group().lower())
        else:
            yield _Event(at, to, kind, match.group())


def _call(raw: str, start: int, end: int, labels: str) -> Iterator[_Event]:
    """A note call; a comma that parts it from the next call is no part of the sentence."""
    parted = raw[end - 1] == ","
    yield _Event(start, end - parted, "call", labels)
    if parted:
        yield _Event(end - 1, end, "nothing", "")


def _pairs(raw: str, events: list[_Event]) -> dict[int, int]:
    """Which emphasis marks belong together, by their raw starts, each to the other."""
    pairs: dict[int, int] = {}
    waiting: list[_Event] = []
    for event in events:
        if event.kind != "stars" or len(event.value) > 3:
            continue
        before = raw[event.start - 1] if event.start else " "
        after = raw[event.end] if event.end < len(raw) else " "
        opens = not after.isspace() and (not _punctuation(after) or before.isspace() or _punctuation(before))
        closes = not before.isspace() and (not _punctuation(before) or after.isspace() or _punctuation(after))
        if event.value[0] == "_":
            opens, closes = opens and not before.isalnum(), closes and not after.isalnum()
        found = -1
        if closes:
            recent = range(len(waiting) - 1, max(len(waiting) - 9, -1), -1)  # a bound keeps hostile input linear
            found = next((i for i in recent if waiting[i].value == event.value and waiting[i].end < event.start), -1)
        if found >= 0:
            pairs[waiting[found].start], pairs[event.start] = event.start, waiting[found].start
            del waiting[found:]
        elif opens:
            waiting.append(event)
    return pairs


def _build(raw: str, events: list[_Event]) -> Reading:
    pairs = _pairs(raw, events)
    pieces: list[str] = []
    plain, raws = [0], [0]
    emphases: list[Emphasis] = []
    calls: list[Call] = []
    links: list[Link] = []
    open_links: list[tuple[int, int, str]] = []
    open_tags: list[tuple[str, int, int, str]] = []
    open_stars: dict[int, int] = {}
    length = here = 0

    def put(text: str, at: int) -> None:
        nonlocal length
        if not text:
            return
        if plain[-1] == length:
            raws[-1] = at
        else:
            plain.append(length)
            raws.append(at)
        pieces.append(text)
        length += len(text)

    for event in events:
        put(raw[here : event.start], here)
        here = event.end
        match event.kind:
            case "escape":
                put(event.value[1], event.start + 1)
            case "call":
                calls.extend(Call(label, length, event.start, event.end) for label in event.value.split(","))
            case "link":
                open_links.append((length, event.start, event.value))
            case "/link":
                begin, raw_begin, target = open_links.pop()
                links.append(Link(begin, length, target, raw_begin, event.end))
            case "stars":
                partner = pairs.get(event.start)
                if partner is None:
                    put(event.value, event.start)
                elif partner > event.start:
                    open_stars[event.start] = length
                else:
                    style = {1: "italic", 2: "bold"}.get(len(event.value), "both")
                    emphases.append(Emphasis(open_stars.pop(partner), length, style, partner, event.end, event.value))
            case "tag":
                if event.value.startswith("<br"):
                    put(" ", event.start)
                elif event.value.startswith("</"):
                    name = event.value[2:-1]
                    recent = range(len(open_tags) - 1, max(len(open_tags) - 9, -1), -1)  # bound as for stars
                    at = next((i for i in recent if open_tags[i][0] == name), -1)
                    if at >= 0:
                        _, begin, raw_begin, mark = open_tags[at]
                        emphases.append(Emphasis(begin, length, _STYLES[name], raw_begin, event.end, mark))
                        del open_tags[at:]
                else:
                    open_tags.append((event.value[1:-1], length, event.start, event.value))
            case "line":
                if length and event.end < len(raw):
                    put(" ", event.start)
    put(raw[here:], here)
    if plain[-1] != length:
        plain.append(length)
        raws.append(len(raw) if here == len(raw) else raws[-1] + length - plain[-2])
    text = "".join(pieces)
    return Reading(
        raw, text, tuple(sorted(emphases)), tuple(calls), tuple(links), _quotations(text), tuple(plain), tuple(raws)
    )


def _punctuation(char: str) -> bool:
    return unicodedata.category(char)[0] in "PS"


def _quotations(text: str) -> tuple[tuple[int, int], ...]:
    if "“" not in text and "«" not in text and '"' not in text:
        return ()
    return tuple(m.span() for m in _QUOTED.finditer(text))

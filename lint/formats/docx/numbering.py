"""The numbers that Word shows before paragraphs of automatic lists: ECMA-376, part 1, 17.9."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml.etree import _Element

from ....grammar.text.record import Record
from .namespaces import COMPATIBILITY, OFF, w
from .number_formats import formatted, padded
from .styles import ListPlace, Styles

_LEVELS = 9
_PLACE = re.compile(r"%([1-9])")


class Level(Record):
    """The numbering of one level of a list."""

    start: int = 1
    form: str = "decimal"
    example: str = ""
    """The first numbers, if the form is ``custom``."""
    text: str = ""
    """With ``%1`` for the number of the first level."""
    restart: int | None = None
    """The level, from 1, after which it restarts; none for any level above it, 0 for never."""
    legal: bool = False
    """Whether the numbers of all levels are shown in digits."""
    gap: str = " "
    """Between the number and the words."""


@dataclass(slots=True)
class _List:
    """A list of a document: the series that it counts in, and its overrides."""

    series: str
    levels: dict[int, Level]
    starts: dict[int, int]
    """By level, the number at its first use."""
    begun: set[int] = field(default_factory=set)


class Numbering:
    """Counts through the lists of a document, paragraph by paragraph."""

    def __init__(self, root: _Element | None, styles: Styles) -> None:
        self._styles = styles
        self._lists: dict[str, _List] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._by_style: dict[tuple[str, str], int] = {}
        """The level of a paragraph style in a list."""
        if root is not None:
            self._read(root)

    def _read(self, root: _Element) -> None:
        series = {each.get(w("abstractNumId"), ""): each for each in root.iter(w("abstractNum"))}
        numbers = {each.get(w("numId"), ""): each for each in root.iter(w("num"))}
        for number, element in numbers.items():
            mark = _val(element, "abstractNumId") or ""
            seen: set[str] = set()
            while mark in series and mark not in seen and (link := _val(series[mark], "numStyleLink")):
                seen.add(mark)  # the list of a list style is used for counting
                place, _ = self._styles.list_place(None, link)
                mark = (_val(numbers[place.number], "abstractNumId") or "") if place and place.number in numbers else ""
            if mark not in series:
                continue
            levels = dict(_levels(series[mark]))
            starts: dict[int, int] = {}
            self._remember_styles(number, series[mark])
            for changed in element.iter(w("lvlOverride")):
                at = _number(changed.get(w("ilvl")), 0)
                levels.update(_levels(changed))
                self._remember_styles(number, changed)
                if (start := _val(changed, "startOverride")) is not None:
                    starts[at] = _number(start, 1)
            self._lists[number] = _List(mark, levels, starts)

    def _remember_styles(self, number: str, element: _Element) -> None:
        for level in element.iter(w("lvl")):
            if style := _val(level, "pStyle"):
                self._by_style[number, style] = _number(level.get(w("ilvl")), 0)

    def label(self, properties: _Element | None, style: str | None) -> str:
        """Return the label of the next paragraph with the gap after it; a hyphen for a bullet, or nothing."""
        place, by_style = self._styles.list_place(properties, style)
        if place is None or place.number not in self._lists:
            return ""
        if by_style and style is not None:
            place = ListPlace(place.number, self._by_style.get((place.number, style), place.level))
        counted = self._lists[place.number]
        level = counted.levels.get(place.level, Level())
        self._count(counted, place.level)
        if level.form == "bullet":
            return "- "
        counts = self._counts[counted.series]

        def shown(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            other = counted.levels.get(at, Level())
            count = counts[at]
            number = other.start if count is None else count
            if level.legal:
                return str(number)
            return padded(number, other.example) if other.form == "custom" else formatted(number, other.form)

        text = _PLACE.sub(shown, level.text)
        return text + level.gap if text.strip() else ""

    def _count(self, counted: _List, at: int) -> None:
        counts = self._counts.setdefault(counted.series, [None] * _LEVELS)
        start = counted.levels.get(at, Level()).start
        if at in counted.starts and at not in counted.begun:
            counted.begun.add(at)
            counts[at] = counted.starts[at]
        else:
            before = counts[at]
            counts[at] = counted.starts.get(at, start) if before is None else before + 1
        for higher in range(at):
            if counts[higher] is None:
                counts[higher] = counted.levels.get(higher, Level()).start
        for below in range(at + 1, _LEVELS):
            restart = counted.levels.get(below, Level()).restart
            if restart is None or at < restart:
                counts[below] = None


def _levels(element: _Element) -> list[tuple[int, Level]]:
    found: list[tuple[int, Level]] = []
    for level in element.iter(w("lvl")):
        legal, restart = level.find(w("isLgl")), _val(level, "lvlRestart")
        own = level.find(f"{{{COMPATIBILITY}}}AlternateContent/{{{COMPATIBILITY}}}Choice/{w('numFmt')}")
        read = Level(
            start=_number(_val(level, "start"), 0 if level.find(w("start")) is None else 1),
            form=_val(level, "numFmt") or ("decimal" if own is None else own.get(w("val")) or "decimal"),
            example="" if own is None else own.get(w("format"), ""),
            text=_val(level, "lvlText") or "",
            restart=None if restart is None else _number(restart, 0),
            legal=legal is not None and legal.get(w("val"), "1") not in OFF,
            gap="" if _val(level, "suff") == "nothing" else " ",
        )
        found.append((_number(level.get(w("ilvl")), 0), read))
    return found


def _val(element: _Element, name: str) -> str | None:
    found = element.find(w(name))
    return None if found is None else found.get(w("val"))


def _number(word: str | None, otherwise: int) -> int:
    return int(word) if word and word.lstrip("-").isdecimal() and len(word) < 10 else otherwise

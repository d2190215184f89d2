"""Styles: the resulting look of a run and the list of a paragraph, with all inheritance."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import IntFlag

from lxml.etree import _Element

from ....grammar.text.named_tuple import NamedTuple
from ....grammar.text.record import Record
from .namespaces import OFF, w


class Look(IntFlag):
    """The emphasis of letters."""

    PLAIN = 0
    ITALIC = 1
    BOLD = 2
    UNDERLINE = 4


TOGGLES = ((Look.ITALIC, w("i")), (Look.BOLD, w("b")))
"""Properties that toggle when a style sets them over another: ECMA-376, part 1, 17.7.3."""


class ListPlace(NamedTuple):
    """The number of a list, and a level from 0."""

    number: str
    level: int


_HEADING = re.compile(r"heading ([0-9])")
_HEADINGS = {
    "title": 1,
    "__s_m": 1,
    "_ h __m": 1,
    "_ h _ch": 1,
    "_ h_1": 2,
    "_ h_2/3": 3,
    "_ h_4": 4,
    "_ h_5/6": 5,
}
"""The level of the headings of Word and of the templates of the United Nations, by the name of the style."""
_CLAUSE_ENDS = frozenset(",;:.")
_LONGEST = 200  # code points of a heading that is known only by its outline level


def on(element: _Element) -> bool:
    """Return whether an element enables its property."""
    return element.get(w("val"), "on") not in OFF


class Style(Record):
    """The properties that a style sets itself."""

    name: str
    base: str | None
    """The style that it is based on."""
    run: _Element | None
    paragraph: _Element | None


@dataclass(slots=True)
class Styles:
    """The styles of a document."""

    known: dict[str, Style] = field(default_factory=dict)
    usual: str | None = None
    """The default style of paragraphs."""
    defaults: _Element | None = None
    _looks: dict[tuple[str | None, str | None], tuple[Look, bool]] = field(default_factory=dict)

    @classmethod
    def read(cls, root: _Element) -> Styles:
        """Read the styles from their part."""
        styles = cls(defaults=root.find(f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}"))
        for element in root.iter(w("style")):
            name, base = element.find(w("name")), element.find(w("basedOn"))
            mark = element.get(w("styleId"), "")
            styles.known[mark] = Style(
                name.get(w("val"), "") if name is not None else "",
                base.get(w("val")) if base is not None else None,
                element.find(w("rPr")),
                element.find(w("pPr")),
            )
            if element.get(w("type")) == "paragraph" and element.get(w("default"), "0") not in OFF:
                styles.usual = mark
        return styles

    def chain(self, mark: str | None) -> list[Style]:
        """Return a style and those that it is based on, the nearest first."""
        found: list[Style] = []
        seen: set[str] = set()
        while mark in self.known and mark not in seen:
            seen.add(mark)
            found.append(self.known[mark])
            mark = found[-1].base
        return found

    def look(self, paragraph: str | None, run: _Element | None) -> tuple[Look, bool]:
        """Return the emphasis of a run in a paragraph of a style, and whether it is superscript."""
        style = None if run is None else run.find(w("rStyle"))
        character = None if style is None else style.get(w("val"))
        key = paragraph or self.usual, character
        if key not in self._looks:
            self._looks[key] = self._of_styles(*key)
        look, raised = self._looks[key]
        if run is None:
            return look, raised
        for flag, tag in (*TOGGLES, (Look.UNDERLINE, w("u"))):
            direct = run.find(tag)
            if direct is not None:
                look = look | flag if on(direct) else look & ~flag
        height = run.find(w("vertAlign"))
        return look, raised if height is None else height.get(w("val")) == "superscript"

    def _of_styles(self, paragraph: str | None, character: str | None) -> tuple[Look, bool]:
        chains = [[style.run for style in self.chain(mark)] for mark in (paragraph, character)]
        look = Look.PLAIN
        for flag, tag in TOGGLES:
            values = [on(found) for chain in chains if (found := _first(chain, tag)) is not None]
            default = _first([self.defaults], tag)
            if sum(values) % 2 or (default is not None and on(default)):
                look |= flag
        both = [*chains[1], *chains[0], self.defaults]
        underline, height = _first(both, w("u")), _first(both, w("vertAlign"))
        if underline is not None and on(underline):
            look |= Look.UNDERLINE
        return look, height is not None and height.get(w("val")) == "superscript"

    def list_place(self, paragraph: _Element | None, style: str | None) -> tuple[ListPlace | None, bool]:
        """Return the list of a paragraph, and whether its style sets it."""
        direct = None if paragraph is None else paragraph.find(w("numPr"))
        by_style: ListPlace | None = None
        for each in self.chain(style or self.usual):
            properties = None if each.paragraph is None else each.paragraph.find(w("numPr"))
            if properties is not None and (number := properties.find(w("numId"))) is not None:
                by_style = ListPlace(number.get(w("val"), "0"), _level(properties))
                break
        if direct is None:
            return by_style, True
        number = direct.find(w("numId"))
        if number is not None:
            return ListPlace(number.get(w("val"), "0"), _level(direct)), False
        return (by_style._replace(level=_level(direct)), False) if by_style else (None, False)

    def heading(self, style: str | None, paragraph: _Element | None = None, words: str = "") -> int:
        """Return the heading level of a paragraph, from 1; 0 if it is not a heading.

        The names of styles count first, then the outline level, unless the words end as a sentence or a clause does.

        Args:
            style: The style of the paragraph.
            paragraph: Its own properties.
            words: Its text.
        """
        chain = self.chain(style)
        for each in chain:
            name = " ".join(each.name.lower().split())
            if (match := _HEADING.fullmatch(name)) is not None:
                return min(int(match[1]), 6)
            if name in _HEADINGS:
                return _HEADINGS[name]
        outline = _first([paragraph, *(each.paragraph for each in chain or self.chain(self.usual))], w("outlineLvl"))
        level = "" if outline is None else outline.get(w("val"), "")
        if not level.isdecimal() or int(level) > 8 or words.rstrip()[-1:] in _CLAUSE_ENDS or len(words) > _LONGEST:
            return 0
        return min(int(level) + 1, 6)


def _level(numbering: _Element) -> int:
    level = numbering.find(w("ilvl"))
    word = "0" if level is None else level.get(w("val"), "0")
    return min(int(word), 8) if word.isdigit() else 0


def _first(properties: list[_Element | None], tag: str) -> _Element | None:
    for each in properties:
        if each is not None and (found := each.find(tag)) is not None:
            return found
    return None

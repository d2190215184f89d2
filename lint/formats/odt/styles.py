"""Styles: the resulting look of words, and the level and list of a paragraph, with all inheritance."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element

from ....grammar.text.named_tuple import NamedTuple
from ..docx.styles import Look
from .namespaces import name

_FONT_STYLE, _FONT_WEIGHT = name("fo:font-style"), name("fo:font-weight")
_UNDERLINE, _POSITION, _DISPLAY = name("style:text-underline-style"), name("style:text-position"), name("text:display")
_PROPERTIES = name("style:text-properties")
_LONGEST_CHAIN = 50


class Emphasis(NamedTuple):
    """How words are shown; what is none is inherited."""

    italic: bool | None = None
    bold: bool | None = None
    underline: bool | None = None
    raised: bool | None = None
    hidden: bool | None = None

    def over(self, below: Emphasis) -> Emphasis:
        """Return this emphasis with what it inherits."""
        return Emphasis(*(own if own is not None else other for own, other in zip(self, below, strict=True)))

    @property
    def look(self) -> Look:
        """The flags."""
        look = Look.ITALIC if self.italic else Look.PLAIN
        look |= Look.BOLD if self.bold else Look.PLAIN
        return look | (Look.UNDERLINE if self.underline else Look.PLAIN)


class Styles:
    """The styles of a document."""

    def __init__(self, *roots: _Element | None) -> None:
        """Collect the styles of some parts; a later one of the same name wins."""
        self._styles: dict[tuple[str, str], _Element] = {}
        self.lists: dict[str, _Element] = {}
        self.outline: _Element | None = None
        self._known: dict[tuple[str, str | None], Emphasis] = {}
        for root in roots:
            for group in () if root is None else root:
                if group.tag in (name("office:styles"), name("office:automatic-styles")):
                    self._collect(group)

    def _collect(self, group: _Element) -> None:
        for each in group:
            if each.tag == name("style:style"):
                self._styles[each.get(name("style:family"), ""), each.get(name("style:name"), "")] = each
            elif each.tag == name("style:default-style"):
                self._styles[each.get(name("style:family"), ""), ""] = each
            elif each.tag == name("text:list-style"):
                self.lists[each.get(name("style:name"), "")] = each
            elif each.tag == name("text:outline-style"):
                self.outline = each

    def emphasis(self, family: str, style: str | None) -> Emphasis:
        """Return what a style and those above it set."""
        key = family, style
        if key not in self._known:
            found = Emphasis()
            for each in self._chain(family, style):
                found = found.over(_own(each))
            self._known[key] = found
        return self._known[key]

    def is_title(self, style: str | None) -> bool:
        """Return whether a paragraph style is that of the title of a document."""
        return any(each.get(name("style:name")) == "Title" for each in self._chain("paragraph", style))

    def list_of(self, style: str | None) -> str | None:
        """Return the list style of a paragraph style."""
        found = (each.get(name("style:list-style-name")) for each in self._chain("paragraph", style))
        return next((each for each in found if each), None)

    def _chain(self, family: str, style: str | None) -> Iterator[_Element]:
        for _ in range(_LONGEST_CHAIN):  # styles may name each other in a circle
            each = self._styles.get((family, style or ""))
            if each is None:
                return
            yield each
            if not style:
                return
            style = each.get(name("style:parent-style-name"), "" if family == "paragraph" else None)
            if style is None:
                return


def _own(style: _Element) -> Emphasis:
    properties = style.find(_PROPERTIES)
    if properties is None:
        return Emphasis()
    slant, weight = properties.get(_FONT_STYLE), properties.get(_FONT_WEIGHT)
    line, position, display = properties.get(_UNDERLINE), properties.get(_POSITION), properties.get(_DISPLAY)
    return Emphasis(
        None if slant is None else slant in ("italic", "oblique"),
        None if weight is None else weight == "bold" or (weight.isdigit() and int(weight) >= 600),
        None if line is None else line != "none",
        None if position is None else position.startswith("super") or _percent(position) > 0,
        None if display is None else display == "none",
    )


def _percent(position: str) -> float:
    try:
        return float(position.split("%", maxsplit=1)[0])
    except ValueError:
        return 0.0

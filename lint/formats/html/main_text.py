"""The main text of a page: what belongs to the frame of a site is not read."""

from __future__ import annotations

import re

from lxml import etree

from ..xml_tree import name, words_of
from . import css

_NOT_READ = frozenset(
    {"head", "script", "style", "button", "select", "textarea", "noscript", "dialog"}
    | {"template", "svg", "iframe", "object", "img", "audio", "video", "canvas", "map", "del", "s", "strike"}
)
_FRAME = frozenset({"nav", "header", "footer", "aside"})
_ROLES = frozenset(
    {
        "navigation",
        "banner",
        "contentinfo",
        "search",
        "complementary",
        "dialog",
        "alertdialog",
        "alert",
        "menu",
        "menubar",
    }
)
_WORDS = re.compile(
    r"""cookies? | consent | gdpr | breadcrumbs? | nav | navbar | navigation | menu | sidebar | newsletter
      | shar(?:e|ing) | social | skip | skiplink | pagination | pager | toolbar | login | subscribe
      | advert | advertisement | ads""",
    re.VERBOSE | re.IGNORECASE,
)
"""Words in the class or identifier of an element that is part of the frame."""
_NAME = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
_TITLE = 200  # characters: a main element with fewer is not the text
_FEW = 0.3  # of the words of a page: an element with more is not its frame
_SHALLOW = 40  # elements above an element whose class is looked at


class MainText:
    """Decides what of a page is read."""

    def __init__(self, root: etree._Element) -> None:
        self.root = _main(root)
        """The element with the main text."""
        self._inner = self.root is not root
        self._length = len(words_of(self.root)) + 1

    def excludes(self, element: etree._Element, kind: str, declared: dict[str, str], depth: int) -> bool:
        """Return whether an element is hidden or belongs to the frame of the page."""
        if kind in _NOT_READ or _unseen(element, declared):
            return True
        if kind == "form":  # some sites put the entire page into one
            return depth >= _SHALLOW or self._is_small(element)
        if kind in _FRAME:
            return kind != "header" or not self._inner or self._is_small_frame(element)
        return depth < _SHALLOW and kind in {"div", "section", "ul", "p", "table"} and self._is_small_frame(element)

    def _is_small_frame(self, element: etree._Element) -> bool:
        names = f"{element.get('class') or ''} {element.get('id') or ''}"
        if names == " " or not any(_WORDS.fullmatch(word) for word in _NAME.findall(names[:200])):
            return False
        return self._is_small(element)

    def _is_small(self, element: etree._Element) -> bool:
        return len(words_of(element)) < _FEW * self._length


def _main(root: etree._Element) -> etree._Element:
    """Return the element that a site marks as its main content, or else its only article, or else the root."""
    elements = list(root.iter(etree.Element))
    mains = [element for element in elements if name(element) == "main" or element.get("role") == "main"]
    articles = [element for element in elements if name(element) == "article"]
    for found in (mains, articles):
        if len(found) == 1 and len(words_of(found[0]).strip()) > _TITLE:
            return found[0]
    return root


def _unseen(element: etree._Element, declared: dict[str, str]) -> bool:
    return (
        css.hidden(declared)
        or "hidden" in element.attrib
        or element.get("role") in _ROLES
        or (element.get("title") in {"header", "footer"} and name(element) == "div")  # as written by LibreOffice
        or declared.get("mso-element") in {"header", "footer"}
    )

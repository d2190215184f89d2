"""The part of CSS that affects the style of words: by element name, class and style attribute."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

_RULE = re.compile(r"([^{}]{1,2000})\{([^{}]*)\}")
_COMMENT = re.compile(r"/\*.*?\*/|<!--|-->", re.DOTALL)
_SELECTOR = re.compile(r"[\w-]*(?:\.[\w-]+)?")  # p.Note, .Note, p
_BEFORE_ITEM = re.compile(r"(?P<list>[\w-]*(?:\.[\w-]+)?)\s*>?\s*\bli::?(?:before|marker)")  # .List>li:before
_CONTENT = re.compile(r"(?:^|;)\s*content\s*:((?:\"[^\"]{0,50}\"|'[^']{0,50}'|[^;\"'])*)", re.IGNORECASE)
_TELLING = frozenset(
    {"font-style", "font-weight", "font", "display", "visibility", "vertical-align", "list-style-type", "list-style"}
)
_SIDES = frozenset({"inside", "outside", "initial", "inherit"})


@dataclass(slots=True)
class StyleSheet:
    """The declarations of a page, by selector."""

    by_selector: dict[str, dict[str, str]] = field(default_factory=dict)
    item_content: dict[str, str] = field(default_factory=dict)
    """What a list shows before its items, by the selector of the list."""

    def add(self, text: str) -> None:
        """Read the text of a style element; selectors of several parts are ignored."""
        for selectors, declared in _RULE.findall(_COMMENT.sub("", text)):
            if content := _CONTENT.search(declared):
                for selector in selectors.split(","):
                    if match := _BEFORE_ITEM.fullmatch(selector.strip()):
                        self.item_content[match["list"].lower()] = content[1].strip()
            properties = dict(_declarations(declared))
            for selector in selectors.split(",") if properties else ():
                if _SELECTOR.fullmatch(selector.strip()):
                    self.by_selector.setdefault(selector.strip().lower(), {}).update(properties)

    def of(self, element: etree._Element, name: str) -> dict[str, str]:
        """Return the declarations for an element, the nearest last."""
        found: dict[str, str] = {}
        if self.by_selector:
            for selector in _selectors(element, name):
                found |= self.by_selector.get(selector, {})
        if own := element.get("style"):
            found |= _declarations(own)
        return found

    def before_items(self, element: etree._Element, name: str) -> str | None:
        """Return what a list shows before its items, as CSS: `counter(a) ". "`; None if it is not declared."""
        known = (self.item_content.get(selector) for selector in reversed(("", *_selectors(element, name))))
        return next((content for content in known if content is not None), None) if self.item_content else None


def _selectors(element: etree._Element, name: str) -> Iterator[str]:
    """Return the selectors for an element, the nearest last."""
    classes = (element.get("class") or "").lower().split()[:8]
    yield name
    yield from (f".{of}" for of in classes)
    yield from (f"{name}.{of}" for of in classes)


def list_style(declared: dict[str, str]) -> str | None:
    """Return the style of a list's marks, if it is declared.

    >>> list_style({"list-style": "none outside"})
    'none'
    """
    short = declared.get("list-style", "").split()
    return declared.get("list-style-type") or next((of for of in short if of not in _SIDES), None)


def _declarations(text: str) -> Iterator[tuple[str, str]]:
    for declaration in text.split(";"):
        key, _, value = declaration.partition(":")
        if (key := key.strip().lower()) in _TELLING or key.startswith("mso-"):
            yield key, value.strip().lower().removesuffix("!important").strip()


def italic(declared: dict[str, str], inherited: bool) -> bool:
    """Return whether words are italic, as declared or else as inherited.

    >>> italic({"font-style": "normal"}, True), italic({}, True)
    (False, True)
    """
    value = declared.get("font-style") or declared.get("font", "")
    return inherited if not value or value == "inherit" else "italic" in value or "oblique" in value


def bold(declared: dict[str, str], inherited: bool) -> bool:
    """Return whether words are bold, as declared or else as inherited.

    >>> bold({"font-weight": "700"}, False)
    True
    """
    value = declared.get("font-weight", "")
    return inherited if not value or value == "inherit" else "bold" in value or value in {"600", "700", "800", "900"}


def hidden(declared: dict[str, str]) -> bool:
    """Return whether an element is not shown."""
    gone = declared.get("display") == "none" or declared.get("visibility") == "hidden"
    return gone or declared.get("mso-hide") == "all"

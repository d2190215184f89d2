"""The part of CSS that affects the style of words: by element name, class and style attribute."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

_RULE = re.compile(r"([^{}]{1,2000})\{([^{}]*)\}")
_COMMENT = re.compile(r"/\*.*?\*/|<!--|-->", re.DOTALL)
_SELECTOR = re.compile(r"[\w-]*(?:\.[\w-]+)?")  # p.Note, .Note, p
_TELLING = frozenset(
    {"font-style", "font-weight", "font", "display", "visibility", "vertical-align", "list-style-type"}
)


@dataclass(slots=True)
class StyleSheet:
    """The declarations of a page, by selector."""

    by_selector: dict[str, dict[str, str]] = field(default_factory=dict)

    def add(self, text: str) -> None:
        """Read the text of a style element; selectors of several parts are ignored."""
        for selectors, declared in _RULE.findall(_COMMENT.sub("", text)):
            properties = dict(_declarations(declared))
            for selector in selectors.split(",") if properties else ():
                if _SELECTOR.fullmatch(selector.strip()):
                    self.by_selector.setdefault(selector.strip().lower(), {}).update(properties)

    def of(self, element: etree._Element, name: str) -> dict[str, str]:
        """Return the declarations for an element, the nearest last."""
        classes = (element.get("class") or "").lower().split()[:8]
        found: dict[str, str] = {}
        if self.by_selector:
            for selector in (name, *(f".{of}" for of in classes), *(f"{name}.{of}" for of in classes)):
                found |= self.by_selector.get(selector, {})
        if own := element.get("style"):
            found |= _declarations(own)
        return found


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

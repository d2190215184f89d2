"""The names of OpenDocument elements and attributes."""

from __future__ import annotations

from lxml.etree import _Element

_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
NAMES = {
    "office": f"{_OASIS}:office:1.0",
    "style": f"{_OASIS}:style:1.0",
    "text": f"{_OASIS}:text:1.0",
    "table": f"{_OASIS}:table:1.0",
    "draw": f"{_OASIS}:drawing:1.0",
    "fo": f"{_OASIS}:xsl-fo-compatible:1.0",
    "manifest": f"{_OASIS}:manifest:1.0",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xlink": "http://www.w3.org/1999/xlink",
    "xml": "http://www.w3.org/XML/1998/namespace",
}


def name(prefixed: str) -> str:
    """Return the full name of an element or attribute.

    >>> name("xlink:href")
    '{http://www.w3.org/1999/xlink}href'
    """
    prefix, _, local = prefixed.partition(":")
    return f"{{{NAMES[prefix]}}}{local}"


def tag_of(element: _Element) -> str:
    """Return the full name of an element; empty for a comment or a processing instruction."""
    tag: object = element.tag  # that of a comment is a function
    return tag if isinstance(tag, str) else ""

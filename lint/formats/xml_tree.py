"""XML as readers take it: no entity, no document type and no network, and names without their namespaces."""

from __future__ import annotations

from typing import Any

from lxml import etree

from .registry import Unreadable


def parsed(data: bytes) -> etree._Element:
    """The root of an XML document. Raises `Unreadable` for what is broken, nested too deep or declares entities."""
    parser = etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        why = "elements nested more than 256 deep" if "depth" in str(error.msg) else str(error.msg)
        raise Unreadable(f"is not well-formed XML ({why})") from None
    doctype: Any = root.getroottree().docinfo.internalDTD  # the stubs lack its entities
    if doctype is not None and next(doctype.iterentities(), None) is not None:
        raise Unreadable("declares XML entities, which are not read; save it without a document type")
    return root


def name(element: etree._Element) -> str:
    """An element's name without its namespace; empty for what is no element."""
    tag: object = element.tag  # that of an entity is a function
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def words_of(element: etree._Element) -> str:
    """The words of an element and of all that are in it."""
    return "".join(map(str, element.itertext()))

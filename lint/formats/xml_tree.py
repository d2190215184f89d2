"""Parse XML without entities, document types and network access, and return names without namespaces."""

from __future__ import annotations

from typing import Any

from lxml import etree

from .errors import UnreadableFileError


def parsed(data: bytes) -> etree._Element:
    """Return the root of an XML document.

    Raises:
        UnreadableFileError: The document is not well-formed, nested too deeply or declares entities.
    """
    parser = etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        why = "elements nested more than 256 levels deep" if "depth" in str(error.msg) else str(error.msg)
        raise UnreadableFileError(f"not well-formed XML ({why})") from None
    doctype: Any = root.getroottree().docinfo.internalDTD  # the stubs lack its entities
    if doctype is not None and next(doctype.iterentities(), None) is not None:
        raise UnreadableFileError("XML entities are not supported; save the file without a document type")
    return root


def name(element: etree._Element) -> str:
    """Return an element's name without its namespace; empty if it is not an element."""
    tag: object = element.tag  # that of an entity is a function
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def words_of(element: etree._Element) -> str:
    """Return the words of an element and its descendants."""
    return "".join(map(str, element.itertext()))

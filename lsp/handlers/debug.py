"""The request ``resolint/text``: the text of a document as the server has it, for tests of editors."""

from __future__ import annotations

from typing import Any

from ..server import Server

METHOD = "resolint/text"


def text(ls: Server, params: Any) -> dict[str, Any] | None:
    """Return text and version of the document ``{"uri": …}``, or None (null) if it is not open."""
    document = ls.documents.get(params.uri)
    return {"version": document.version, "text": document.source} if document else None

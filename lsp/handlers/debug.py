"""What the server has of a text, for those who test it: the request ``resolint/text``."""

from __future__ import annotations

from typing import Any

from ..server import Server

TEXT = "resolint/text"


def text(ls: Server, params: Any) -> dict[str, Any] | None:
    """The text of ``{"uri": …}`` with its version; null if it is not open."""
    found = ls.texts.get(params.uri)
    return {"version": found.version, "text": found.source} if found else None

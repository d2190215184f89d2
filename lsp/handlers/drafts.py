"""Requests for the editor's extension: the beginning of a new draft, and a draft as it is printed."""

from __future__ import annotations

import asyncio
from typing import Any

from pygls.exceptions import JsonRpcInvalidParams

from ..new_draft import PAPER, kinds, new_draft
from ..print_preview import page
from ..server import Server

NEW_DRAFT = "resolint/newDraft"
DRAFT_KINDS = "resolint/draftKinds"
PREVIEW = "resolint/preview"


def draft_kinds(_ls: Server, _params: Any) -> list[dict[str, Any]]:
    """Return the kinds of drafts that `begin_draft` knows: ``body``, ``guide`` (or null) and ``name``."""
    return [kind._asdict() for kind in kinds()]


def begin_draft(ls: Server, params: Any) -> dict[str, str]:
    """Return the beginning of a draft, as ``text`` and as ``snippet``.

    The parameters are ``{"body": "ga"}``, or ``{"body": "mun", "guide": "thimun"}`` for the paper of a conference.

    Raises:
        JsonRpcInvalidParams: There is no draft of this kind; the message lists the bodies and guides.
    """
    guide = getattr(params, "guide", None)
    body = getattr(params, "body", None) or (PAPER if guide else "ga")
    try:
        return new_draft(body, guide, ls.configuration.settings("untitled:"))._asdict()
    except KeyError as unknown:
        known = ", ".join(kind.guide or kind.body for kind in kinds())
        raise JsonRpcInvalidParams(f"unknown body or guide {unknown}; expected one of {known}") from None


async def preview(ls: Server, params: Any) -> dict[str, Any] | None:
    """Return the document ``{"uri": …}`` as a page, ``html`` with its ``version``; None (null) if it is not open."""
    snapshot = await ls.snapshot(params.uri)
    if snapshot is None:
        return None
    title = params.uri.rpartition("/")[2]
    return {
        "version": snapshot.text.version,
        "html": await asyncio.to_thread(page, snapshot.document, title),
    }

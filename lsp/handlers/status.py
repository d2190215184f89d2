"""The request ``resolint/status``: what a draft is taken for, and its findings by level, for a status bar."""

from __future__ import annotations

from collections import Counter
from typing import Any

from ...lint.engine.tidy import is_tidying
from ...rules.finding import Level
from ..server import Server

METHOD = "resolint/status"


async def status(ls: Server, params: Any) -> dict[str, Any] | None:
    """Return the status of the document ``{"uri": …}``, or None (null) if it is not open.

    ``body``, ``stage``, ``era`` and ``guide`` are those of the first resolution, null where they are unknown or there
    is no resolution. ``counts`` has the number of findings for each level, and ``tidy`` how many of them “Tidy draft”
    corrects.
    """
    snapshot = await ls.snapshot(params.uri)
    if snapshot is None:
        return None
    resolutions = snapshot.document.resolutions
    profile = snapshot.analysis.profiles.get(resolutions[0].id) if resolutions else None
    counts = Counter(diagnostic.level for diagnostic in snapshot.diagnostics)
    return {
        "version": snapshot.text.version,
        "resolutions": len(resolutions),
        "body": profile.body if profile else None,
        "stage": profile.stage if profile else None,
        "era": profile.era if profile else None,
        "guide": (profile.guide or None) if profile else None,
        "counts": {level.value: counts[level] for level in Level},
        "tidy": sum(map(is_tidying, snapshot.diagnostics)),
    }

"""The settings of a Word file that say how it may be changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....grammar.text.named_tuple import NamedTuple
from .namespaces import OFF, w

if TYPE_CHECKING:
    from .opc import Package

_CLOSED = {
    "readOnly": "is read-only",
    "comments": "allows only comments",
    "forms": "allows only filling in forms",
}


class Protection(NamedTuple):
    """How a document may be changed."""

    tracked: bool = False
    """Whether every change is tracked."""
    closed: str = ""
    """Why its text may not be changed, as a clause without its subject; empty if it may."""

    @classmethod
    def read(cls, package: Package) -> Protection:
        """Read the settings of a file.

        Raises:
            UnreadableFileError: The settings are damaged.
        """
        part = package.part("settings")
        root = package.tree(part) if part else None
        if root is None:
            return cls()
        tracking, protection = root.find(w("trackRevisions")), root.find(w("documentProtection"))
        tracked = tracking is not None and tracking.get(w("val"), "on") not in OFF
        if protection is None or protection.get(w("enforcement"), "0") in OFF:
            return cls(tracked)
        kind = protection.get(w("edit"), "none")
        return cls(tracked or kind == "trackedChanges", _CLOSED.get(kind, ""))

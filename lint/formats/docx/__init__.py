"""Word files: read as they look on the page, and written back with comments and changes in their place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .. import Canonical, Revisions

if TYPE_CHECKING:
    from .draft import Draft


@dataclass(frozen=True)
class WordDraft(Canonical):
    """The text of a Word file; the file itself is taken apart again when it is written."""

    data: bytes = b""
    revisions: Revisions = Revisions.FINAL

    def opened(self) -> Draft:
        """The file taken apart."""
        from .draft import opened

        return opened(self.data, self.revisions)


def read(data: bytes, revisions: Revisions = Revisions.FINAL) -> Canonical:
    """The canonical text of a Word file. Raises `Unreadable`."""
    from .draft import opened

    draft = opened(data, revisions)
    return WordDraft(
        draft.page.text,
        draft.page.origins(),
        warnings=tuple(draft.warnings()),
        encoding=None,
        data=data,
        revisions=revisions,
    )

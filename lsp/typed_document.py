"""What is known of the typing in one open document, and the findings that are held back meanwhile."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

from ..lint.config import Settings
from ..lint.engine.linter import Analysis
from ..lint.engine.results import Diagnostic
from .document_snapshot import DocumentSnapshot
from .document_store import Change, OpenDocument
from .held_findings import Places, visible
from .position_encoding import PositionEncoder
from .typing_place import TypingPlace, follow


class TypedDocument:
    """The paragraph in which the user types, and the findings before it was begun and when they were last shown."""

    def __init__(self) -> None:
        self.place: TypingPlace | None = None
        """Where the user types; None if the last edit was no typing."""
        self.holds_back = False
        """Whether there are findings that are held back."""
        self._shown: Places | None = None
        self._before: tuple[OpenDocument, Settings, Places] | None = None

    def follow(self, old: OpenDocument, new: OpenDocument, edits: Sequence[Change]) -> None:
        """Follow the edits that lead from one version of the document to the next."""
        self.place = follow(self.place, old, new, edits, time.monotonic())

    def show(self, snapshot: DocumentSnapshot, delay: int) -> tuple[Diagnostic, ...]:
        """Return the findings to show now: not those that only the unfinished paragraph causes.

        Args:
            snapshot: The analysis of the current version.
            delay: For how long they may be held back after the last edit, in milliseconds; 0 shows all.
        """
        found, source = snapshot.diagnostics, snapshot.document.source
        text, before, place = snapshot.opened, snapshot.before, self.place
        if (
            text is not None
            and before is not None
            and place is not None
            and 1000 * (time.monotonic() - place.time) < delay
        ):
            lines = text.lines
            paragraph = snapshot.span(PositionEncoder(text.uri, lines, snapshot.encoding).range(place.paragraph(lines)))
            if not source[slice(*paragraph)].strip():  # the last paragraph is finished, and no other is begun
                before = Places.of(source, found)
            found = visible(source, found, paragraph, before, self._shown or Places(source, ()))
        self.holds_back = len(found) < len(snapshot.diagnostics)
        self._shown = Places.of(source, found)
        return found

    def findings_before(
        self, settings: Settings, last: DocumentSnapshot | None, analyse: Callable[[OpenDocument], Analysis]
    ) -> Places | None:
        """Return the findings before the first edit of the paragraph in which the user is typing.

        Args:
            settings: The settings of the document.
            last: The last analysis of the document.
            analyse: Analyses a version of the document, if it is not that of `last`.
        """
        place = self.place
        if place is None:
            return None
        if self._before is not None and self._before[0] is place.before and self._before[1] is settings:
            return self._before[2]
        if last is not None and last.opened is place.before and last.settings is settings:
            analysis = last.analysis
        else:
            analysis = analyse(place.before)
        places = Places.of(analysis.document.source, analysis.checked.diagnostics)
        self._before = place.before, settings, places
        return places

"""FNT005."""

from __future__ import annotations

from collections.abc import Iterable

from ...grammar.tree import Document
from ..rule import Context, Finding, Level, Rule
from .series import series


class NoteNumberRepeated(Rule):
    """Two notes have one number.

    What it does:
        Speaks at the second of two notes with one number. Resolutions that each have notes of their own, beginning at
        1, may be in one text.
    Why:
        The call cannot tell which note is meant, and the number that the second should have is missing.
    Wrong:
        1. *Decides* to open the tidal library[^1] at low water.[^2]

        [^1]: A/75/908.

        [^1]: A/75/909.
    Right:
        1. *Decides* to open the tidal library[^1] at low water.[^2]

        [^1]: A/75/908.

        [^2]: A/75/909.
    Source:
        United Nations Editorial Manual, footnotes. No case in 6,200 notes of two sessions of the General Assembly.
    """

    code = "FNT005"
    name = "note-number-repeated"
    level = Level.ERROR
    looks_at = (Document,)

    def check(self, node: Document, context: Context) -> Iterable[Finding]:
        """One finding for each note that comes too often."""
        for run in series(node):
            for before, note in run.repeats:
                message = f"Note {note.label} is here a second time"
                yield Finding(note.mark, message, related=((before.mark, f"the first note {before.label}"),))

"""FNT005."""

from __future__ import annotations

from collections.abc import Iterable

from ...grammar.model.footnotes import series, stands_alone
from ...grammar.refactor.fix_unavailable import finding_with_fix
from ...grammar.refactor.renumber_footnotes import Renumbering
from ...grammar.syntax.tree import Document
from ..base import Applicability, Context, Finding, Level, Rule


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
    Fix:
        Gives the note the number of the call that has none, where the notes stand in the order of the calls. Safe if
        nothing else changes and the two notes differ. Where a call was put in with its note, both with a number that
        was taken, all behind are renumbered; this is unsafe. None is offered where it cannot be told which is called.
    Source:
        United Nations Editorial Manual, footnotes. No case in 6,200 notes of two sessions of the General Assembly.
    """

    code = "FNT005"
    name = "note-number-repeated"
    level = Level.ERROR
    node_types = (Document,)
    fixable = Applicability.SAFE

    def check(self, node: Document, context: Context) -> Iterable[Finding]:
        """One finding for each note that comes too often; the first of a series has the fix."""
        alone, means = stands_alone(node, context.profile), Renumbering(node)
        for nth, run in enumerate(series(node)):
            mending = means.fix(run, alone=alone and nth == 0) if run.repeats else None
            for before, note in run.repeats:
                message = f"Note {note.label} is here a second time"
                yield finding_with_fix(note.mark, message, mending, ((before.mark, f"the first note {before.label}"),))
                mending = None

"""FNT005."""

from __future__ import annotations

from collections.abc import Iterable

from ...grammar.model.footnotes import series, stands_alone
from ...grammar.refactor.renumber_footnotes import Renumbering
from ...grammar.syntax.tree import Document
from ..base import Applicability, Context, Finding, Level, Rule
from ..kinds.series_finding import finding_with_fix


class NoteNumberRepeated(Rule):
    """Two footnotes have the same number.

    What it does:
        Reports the second of two footnotes with the same number. A text may contain several resolutions whose footnotes
        each begin at 1.
    Why:
        It is unclear which footnote the reference means, and the number that the second footnote should have is
        missing.
    Wrong:
        1. *Decides* to open the tidal library[^1] at low water.[^2]

        [^1]: A/75/908.

        [^1]: A/75/909.
    Right:
        1. *Decides* to open the tidal library[^1] at low water.[^2]

        [^1]: A/75/908.

        [^2]: A/75/909.
    Fix:
        Gives the footnote the number of the reference that has no footnote, where the footnotes are in the order of the
        references. Safe if nothing else changes and the texts of the two footnotes differ. Where a reference and its
        footnote were both inserted with a number that was already used, all later footnotes are renumbered; this is
        unsafe. No fix is offered where it is unclear which footnote is referenced.
    Source:
        United Nations Editorial Manual, footnotes. No case among 6,200 footnotes in two sessions of the General
        Assembly.
    """

    code = "FNT005"
    name = "note-number-repeated"
    level = Level.ERROR
    node_types = (Document,)
    fixable = Applicability.SAFE

    def check(self, node: Document, context: Context) -> Iterable[Finding]:
        """Yield one finding for each repeated number; the first in a series has the fix."""
        alone, means = stands_alone(node, context.profile), Renumbering(node)
        for nth, run in enumerate(series(node)):
            fix = means.fix(run, alone=alone and nth == 0) if run.repeats else None
            for before, note in run.repeats:
                message = f"Repeated footnote number {note.label}"
                yield finding_with_fix(
                    note.mark, message, fix, ((before.mark, f"first footnote with number {before.label}"),)
                )
                fix = None

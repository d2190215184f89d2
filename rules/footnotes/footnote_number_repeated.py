"""FNT005."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.model.footnotes import Series
from ...grammar.syntax.tree import Document
from ..base import Applicability, Level
from ..kinds.footnote_rule import FootnoteProblem, FootnoteRule


class FootnoteNumberRepeated(FootnoteRule):
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
    name = "footnote-number-repeated"
    aliases = ("note-number-repeated",)
    level = Level.ERROR
    fixable = Applicability.SAFE

    def renumbers(self, footnotes: Series) -> bool:
        return True

    def problems(self, footnotes: Series, document: Document, *, begins: bool) -> Iterator[FootnoteProblem]:
        for before, footnote in footnotes.repeats:
            related = ((before.mark, f"first footnote with number {before.label}"),)
            yield FootnoteProblem(footnote.mark, f"Repeated footnote number {footnote.label}", related)

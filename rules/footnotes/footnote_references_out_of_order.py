"""FNT003."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.model.footnotes import Series
from ...grammar.syntax.tree import Document
from ..base import Applicability, Level
from ..kinds.footnote_rule import FootnoteProblem, FootnoteRule


class FootnoteReferencesOutOfOrder(FootnoteRule):
    """Footnotes are not referenced in the order of their numbers.

    What it does:
        Checks the order in which the numbers are first referenced, from the title to the last annex. A second reference
        to a footnote does not break the order. In a report the numbers run through all drafts, unless a draft with its
        own footnotes begins again at 1. Letters and asterisks are not checked.
    Why:
        Footnotes are printed in the order of their numbers. A footnote that is referenced too early is printed on
        another page.
    Wrong:
        1. *Welcomes* the seed vault[^2] and its keepers;[^1]

        2. *Decides* to fill it.

        [^1]: A/75/904.

        [^2]: A/75/905.
    Right:
        1. *Welcomes* the seed vault[^1] and its keepers;[^2]

        2. *Decides* to fill it.

        [^1]: A/75/905.

        [^2]: A/75/904.
    Fix:
        Renumbers all footnotes of the series in the order of their references: the references, the footnotes, which
        change places, and mentions such as “note 3 above”. “Ibid.” that would follow another footnote is written out if
        it is the whole footnote. The fix is unsafe, because the numbers of two references may have been swapped. No fix
        is offered, and the finding says why, where a reference has no footnote, where a footnote has no reference, or
        where “Ibid., vol. 12” would follow another footnote.
    Source:
        United Nations Editorial Manual, footnotes. No exception in 998 resolutions of the General Assembly.
    """

    code = "FNT003"
    name = "footnote-references-out-of-order"
    aliases = ("calls-out-of-order",)
    level = Level.ERROR
    fixable = Applicability.UNSAFE

    def renumbers(self, footnotes: Series) -> bool:
        return not footnotes.in_order and not footnotes.repeats

    def problems(self, footnotes: Series, document: Document, *, begins: bool) -> Iterator[FootnoteProblem]:
        if footnotes.in_order:
            return
        first = footnotes.first_references
        ordered = sorted(first)
        index, reported, seen = 0, -1, set[int]()
        for number, reference in first.items():
            while ordered[index] in seen:
                index += 1
            expected = ordered[index]
            if expected not in (number, reported):  # a number that is never referenced is not a gap
                reported = expected
                message = f"Footnote {number} is referenced before footnote {expected}"
                related = ((first[expected].span, f"first reference to footnote {expected}"),)
                yield FootnoteProblem(reference.span, message, related)
            seen.add(number)

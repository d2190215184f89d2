"""FNT003."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...grammar.model.footnotes import Series, series, stands_alone
from ...grammar.refactor.renumber_footnotes import Renumbering
from ...grammar.syntax.tree import Document
from ...grammar.text.positions import Span
from ..base import Applicability, Context, Finding, Level, Rule
from ..kinds.series_finding import finding_with_fix


class CallsOutOfOrder(Rule):
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
    name = "calls-out-of-order"
    level = Level.ERROR
    node_types = (Document,)
    fixable = Applicability.UNSAFE

    def check(self, node: Document, context: Context) -> Iterable[Finding]:
        """Yield one finding for each footnote that is referenced too late; the first in a series has the fix."""
        alone, means = stands_alone(node, context.profile), Renumbering(node)
        for nth, run in enumerate(series(node)):
            fixable = not run.in_order and not run.repeats
            fix = means.fix(run, alone=alone and nth == 0) if fixable else None
            for place, message, related in _disorder(run):
                yield finding_with_fix(place, message, fix, related)
                fix = None


def _disorder(run: Series) -> Iterator[tuple[Span, str, tuple[tuple[Span, str], ...]]]:
    """Find where the first references are out of order; a number that is never referenced is not a gap."""
    first = run.first_calls
    ordered = sorted(first)
    index, reported, seen = 0, -1, set[int]()
    for number, call in first.items():
        while ordered[index] in seen:
            index += 1
        expected = ordered[index]
        if expected not in (number, reported):
            reported = expected
            message = f"Footnote {number} is referenced before footnote {expected}"
            yield call.span, message, ((first[expected].span, f"first reference to footnote {expected}"),)
        seen.add(number)

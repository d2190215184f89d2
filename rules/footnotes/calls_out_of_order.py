"""FNT003."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...grammar.model.footnotes import Series, series, stands_alone
from ...grammar.refactor.fix_unavailable import finding_with_fix
from ...grammar.refactor.renumber_footnotes import Renumbering
from ...grammar.syntax.tree import Document
from ...grammar.text.positions import Span
from ..base import Applicability, Context, Finding, Level, Rule


class CallsOutOfOrder(Rule):
    """A note is called before one with a lower number.

    What it does:
        Follows the numbers as they are first called, from the title to the last annex. Calling a note again is no
        break of the order. In a report the numbers run through all drafts, unless a draft with notes of its own begins
        again at 1. Letters and asterisks are left alone.
    Why:
        The notes at the foot of the page stand in the order of their calls; one called too early is on another page.
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
        Renumbers the notes of the whole series in the order of their calls: the calls, the notes, which change places,
        and what the text says of “note 3 above”. “Ibid.” that would follow another note is written out if nothing but
        the word stands there. Unsafe: it may be the numbers of two calls that were exchanged. None is offered, and the
        message says why, where a call has no note or a note no call, or where “Ibid., vol. 12” would follow another
        note.
    Source:
        United Nations Editorial Manual, footnotes. No exception in 998 resolutions of the General Assembly.
    """

    code = "FNT003"
    name = "calls-out-of-order"
    level = Level.ERROR
    node_types = (Document,)
    fixable = Applicability.UNSAFE

    def check(self, node: Document, context: Context) -> Iterable[Finding]:
        """One finding for each note that is called too late; the first of a series has the fix."""
        alone, means = stands_alone(node, context.profile), Renumbering(node)
        for nth, run in enumerate(series(node)):
            mends = not run.in_order and not run.repeats
            mending = means.fix(run, alone=alone and nth == 0) if mends else None
            for place, message, related in _disorder(run):
                yield finding_with_fix(place, message, mending, related)
                mending = None


def _disorder(run: Series) -> Iterator[tuple[Span, str, tuple[tuple[Span, str], ...]]]:
    """Where the first calls leave their order; a number that is never called leaves no hole."""
    first = run.first_calls
    due = sorted(first)
    index, said, called = 0, -1, set[int]()
    for number, call in first.items():
        while due[index] in called:
            index += 1
        wanted = due[index]
        if wanted not in (number, said):
            said = wanted
            message = f"Note {number} is called before note {wanted}"
            yield call.span, message, ((first[wanted].span, f"note {wanted} is first called here"),)
        called.add(number)

"""NUM005."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from ...grammar.model.number_series import Violation, describe
from ...grammar.model.sub_paragraphs import MarkedList, label, lists
from ...grammar.refactor.fix_unavailable import FixUnavailable
from ...grammar.syntax.list_nesting import readings
from ...grammar.syntax.tree import Operative, Paragraph, Preambular, Provision, Resolution
from ..base import Applicability, Context, Finding, Fix, Level, Rule
from ..kinds.series_rule import finding_with_fix

if TYPE_CHECKING:
    from ...grammar.refactor.renumber_paragraphs import Renumbering

_WHOLES = (Operative, Preambular, Provision)


class SubparagraphLetterGap(Rule):
    """A letter or numeral of a list is missing or repeated.

    What it does:
        Checks the marks of each list in order: (a), (b), (c) to (z), then (aa), (bb); (i), (ii), (iii). ``(i)``
        after ``(h)`` is read as a letter. Each break is reported once. A list may begin after (a) if the paragraph that
        introduces it contains the earlier letters in its own words, or if it continues an earlier list of the same
        paragraph.
    Why:
        A sub-paragraph was lost or removed, and references to those after it now point to the wrong place.
    Wrong:
        1. *Requests* the keepers:

        (a) To trim the wicks;

        (c) To keep the log.
        ---
        1. *Requests* the keepers:

        (a) To trim the wicks;

        (b) To keep the log;

        (b) To wind the clockwork.
    Right:
        1. *Requests* the keepers:

        (a) To trim the wicks;

        (b) To keep the log.
    Fix:
        Renumbers all items of the list and updates the references in the text to those that change: “paragraph 3 (c)
        above”, “subparagraphs (b) and (c) above”. One fix is offered for each list. Unsafe: an item may need to be
        restored, and other texts may cite the letters. No fix is offered, and the message gives the reason, if a
        reference points to a letter that is missing or repeated. None is offered either if a later list continues the
        letters.
    Source:
        United Nations Editorial Manual, "Paragraphs". Three breaks in 998 texts of the General Assembly's sessions
        75 to 77, all in their electronic form.
    """

    code = "NUM005"
    name = "subparagraph-letter-gap"
    level = Level.ERROR
    node_types = (Resolution,)
    fixable = Applicability.UNSAFE
    eras = frozenset({"2010-2019", "2020+"})

    def check(self, node: Resolution, context: Context) -> Iterator[Finding]:
        wholes = [whole for whole in node.body if isinstance(whole, _WHOLES) and whole.children]
        if not wholes:
            return

        @cache
        def means() -> Renumbering:
            from ...grammar.refactor.renumber_paragraphs import Renumbering

            return Renumbering(node, context.document)  # built only if there is something to fix

        for whole in wholes:
            yield from _findings(whole, means)


def _findings(whole: Paragraph, means: Callable[[], Renumbering]) -> Iterator[Finding]:
    """Yield the findings in the lists of one paragraph; the first of each list has the fix."""
    reached: set[tuple[str, int]] = set()
    for found in lists(whole):
        first = found.value(0)
        runs_on = any((value.kind, value.value - 1) in reached for value in readings(found.items[0].mark))
        reported = [violation for violation in found.violations if violation.at or not (runs_on or _inline(found))]
        if reported and first is not None:
            begin = first.value if found.violations[0] is not reported[0] else 1
            fix = means().letters(found, begin, whole)
            for nth, violation in enumerate(reported):
                yield _finding(found, violation, fix if nth == 0 else None)
        reached.update((value.kind, value.value) for value in readings(found.items[-1].mark))


def _inline(found: MarkedList) -> bool:
    """Return whether the words above the list contain the mark before the first one."""
    mark, value = found.items[0].mark, found.value(0)
    if value is None:
        return False
    return mark.text.replace(mark.label, label(value.kind, value.value - 1)) in found.above.prose.text


def _finding(found: MarkedList, violation: Violation, fix: Fix | FixUnavailable | None) -> Finding:
    here = found.items[violation.at].mark
    kind = found.kind or "letter"
    before = found.items[violation.at - 1].mark if violation.at else None
    numbers = [value.value for index in range(len(found.items)) if (value := found.value(index))]
    labels = [f"“{item.mark.text}”" for item in found.items]

    def show(value: int) -> str:
        return f"“{here.text.replace(here.label, label(kind, value))}”"

    message = describe(violation, numbers, labels, "sub-paragraph mark", show)
    related = ((before.span, "previous mark"),) if before else ()
    return finding_with_fix(here.span, message, fix, related)

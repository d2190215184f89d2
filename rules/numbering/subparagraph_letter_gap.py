"""NUM005."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

from ...grammar.model.number_series import Break, Violation
from ...grammar.model.sub_paragraphs import MarkedList, label, lists
from ...grammar.refactor.fix_unavailable import FixUnavailable, finding_with_fix
from ...grammar.refactor.renumber_paragraphs import Renumbering
from ...grammar.syntax.tree import Operative, Paragraph, Preambular, Provision, Resolution
from ..base import Applicability, Context, Finding, Fix, Level, Rule


class SubparagraphLetterGap(Rule):
    """A letter or numeral of a list is missing or comes twice.

    What it does:
        Reads the marks of each list in order: (a), (b), (c) to (z), then (aa), (bb); (i), (ii), (iii). ``(i)``
        after ``(h)`` is a letter. A break is told once. A list that begins behind (a) is left alone where the
        paragraph above holds the letters before in its own words, and where it goes on with an earlier list of the
        same paragraph.
    Why:
        A sub-paragraph was lost or taken out, and references to those behind it now lead astray.
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
        Marks all items of the list anew, with the text's own references to those that move: “paragraph 3 (c) above”,
        “subparagraphs (b) and (c) above”. Offered once a list. Unsafe: an item may have to be put back, and other texts
        may cite the letters. None is offered, and the message says why, where a reference leads to a letter that is
        missing or comes twice; nor where a later list goes on with the letters.
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
        @cache
        def means() -> Renumbering:
            return Renumbering(node, context.document)  # asked for only where something is to be mended

        for whole in node.body:
            if isinstance(whole, Operative | Preambular | Provision):
                yield from _findings(whole, means)


def _findings(whole: Paragraph, means: Callable[[], Renumbering]) -> Iterator[Finding]:
    """Those in the lists of one paragraph; the first of each list has the fix."""
    reached: set[tuple[int, str, int]] = set()
    for found in lists(whole):
        first, last = found.value(0), found.value(len(found.items) - 1)
        runs_on = first is not None and (found.depth, first.kind, first.value - 1) in reached
        told_of = [slip for slip in found.slips if slip.at or not (runs_on or _inline(found))]
        if told_of and first is not None:
            begin = first.value if found.slips[0] is not told_of[0] else 1
            mending = means().letters(found, begin, whole)
            for nth, slip in enumerate(told_of):
                yield _finding(found, slip, mending if nth == 0 else None)
        if last is not None:
            reached.add((found.depth, last.kind, last.value))


def _inline(found: MarkedList) -> bool:
    """Whether the words above hold the mark before the first one."""
    mark, value = found.items[0].mark, found.value(0)
    if value is None:
        return False
    return mark.text.replace(mark.label, label(value.kind, value.value - 1)) in found.above.prose.text


def _finding(found: MarkedList, slip: Violation, mending: Fix | FixUnavailable | None) -> Finding:
    here = found.items[slip.at].mark
    value = found.value(slip.at)
    due = here.text.replace(here.label, label(value.kind if value else "letter", slip.due))
    before = found.items[slip.at - 1].mark if slip.at else None
    follows = f"follows “{before.text}”" if before else "begins the list"
    verb = "is due" if slip.kind is Break.REPEAT or slip.alone else "is missing"
    related = ((before.span, "the mark before it"),) if before else ()
    return finding_with_fix(here.span, f"“{here.text}” {follows}: “{due}” {verb}", mending, related)

"""NUM002."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.model.number_series import Break, Violation, describe
from ...grammar.model.numbering import Numbered, stretches
from ...grammar.refactor.renumber_paragraphs import Renumbering
from ...grammar.syntax.tree import Resolution
from ...grammar.text.positions import Span
from ..base import Applicability, Context, Finding, Level, Rule
from ..kinds.series_finding import finding_with_fix


class ParagraphNumberRepeated(Rule):
    """A number occurs twice in the sequence of operative paragraphs, or the sequence goes backwards.

    What it does:
        Checks the numbers of the operative paragraphs in order, as `paragraph-number-gap` does, and reports a number
        that is not higher than the one before it. Numbers may start again at 1 under a new heading.
    Why:
        A reference to a number that two paragraphs have is ambiguous.
    Wrong:
        1. *Decides* to keep the lamps lit;

        2. *Requests* the keepers to trim the wicks;

        2. *Invites* mariners to report lamps that are out.
    Right:
        1. *Decides* to keep the lamps lit;

        2. *Requests* the keepers to trim the wicks;

        3. *Invites* mariners to report lamps that are out.
    Fix:
        Renumbers all paragraphs of the sequence and updates the references in the text to those that change, as for
        `paragraph-number-gap`. Unsafe, even if a paragraph was clearly inserted: other texts may cite the numbers. No
        fix is offered if the sequence starts again at 1, as a heading may have been lost, or if a reference points to a
        number that two paragraphs have and “above” or “below” does not settle which; the message then gives the reason.
    Source:
        United Nations Editorial Manual, "Paragraphs".
    """

    code = "NUM002"
    name = "paragraph-number-repeated"
    level = Level.ERROR
    node_types = (Resolution,)
    fixable = Applicability.UNSAFE

    def check(self, node: Resolution, context: Context) -> Iterator[Finding]:
        broken = [stretch for stretch in stretches(node) if any(stretch.slips)]
        means = Renumbering(node, context.document) if broken else None
        for stretch in broken:
            firsts: dict[int, Numbered] = {}
            numbers = [member.number for member in stretch.members]
            for member in stretch.members:
                firsts.setdefault(member.number, member)
            for nth, slip in enumerate(stretch.slips):
                if slip.kind is Break.REPEAT:
                    fix = means.paragraphs(stretch) if means and nth == 0 else None
                    message = describe(slip, numbers, [str(number) for number in numbers], "paragraph number")
                    yield finding_with_fix(
                        stretch.members[slip.at].mark, message, fix, _related(stretch.members, slip, firsts)
                    )


def _related(
    members: tuple[Numbered, ...], slip: Violation, firsts: dict[int, Numbered]
) -> tuple[tuple[Span, str], ...]:
    here = members[slip.at]
    if slip.due < here.number:
        return ((members[slip.at + 1].mark, f"paragraph number {slip.due}"),)
    first = firsts[here.number]
    return () if first is here else ((first.mark, f"first paragraph numbered {here.number}"),)

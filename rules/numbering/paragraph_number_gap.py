"""NUM001."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.model.number_series import Break, describe
from ...grammar.model.numbering import stretches
from ...grammar.refactor.renumber_paragraphs import Renumbering
from ...grammar.syntax.tree import Resolution
from ..base import Applicability, Context, Finding, Level, Rule
from ..kinds.series_finding import finding_with_fix


class ParagraphNumberGap(Rule):
    """A number is missing in the sequence of operative paragraphs.

    What it does:
        Checks that the operative paragraphs are numbered consecutively from 1. The numbers may start again at the
        heading of a section. A gap is reported once, at the first number after it. Numbers of agendas and other lists
        within a paragraph do not count, and texts under negotiation ("3 bis") are ignored.
    Why:
        A paragraph was lost or removed, and references to the paragraphs after it now point to the wrong place.
    Wrong:
        1. *Decides* to keep the lamps lit;

        2. *Requests* the keepers to trim the wicks;

        4. *Invites* mariners to report lamps that are out.
        ---
        1. *Decides* to keep the lamps lit;

        22. *Requests* the keepers to trim the wicks;

        3. *Invites* mariners to report lamps that are out.
    Right:
        1. *Decides* to keep the lamps lit;

        2. *Requests* the keepers to trim the wicks;

        3. *Invites* mariners to report lamps that are out.
    Fix:
        Renumbers all paragraphs of the sequence and updates the references in the text to those that change: “paragraph
        4 above”, “paragraphs 3 to 5 of the present resolution”, “paragraph 4 (b) below”. A single fix, at the first
        error in a sequence, corrects all of them. Unsafe, even if a number is clearly mistyped: a paragraph may need to
        be restored, and other texts may cite the numbers. No fix is offered, and the message gives the reason, if a
        reference points to the missing number or to a number that two paragraphs have, or if it may refer to another
        document. References to other documents are never changed.
    Source:
        United Nations Editorial Manual, "Paragraphs". Four gaps in 998 texts of the General Assembly's sessions 75
        to 77, all in their electronic form.
    """

    code = "NUM001"
    name = "paragraph-number-gap"
    level = Level.ERROR
    node_types = (Resolution,)
    fixable = Applicability.UNSAFE

    def check(self, node: Resolution, context: Context) -> Iterator[Finding]:
        broken = [stretch for stretch in stretches(node) if any(stretch.slips)]
        means = Renumbering(node, context.document) if broken else None
        for stretch in broken:
            numbers = [member.number for member in stretch.members]
            for nth, slip in enumerate(stretch.slips):
                if slip.kind is Break.GAP:
                    fix = means.paragraphs(stretch) if means and nth == 0 else None
                    here = stretch.members[slip.at]
                    before = stretch.members[slip.at - 1] if slip.at else None
                    message = describe(slip, numbers, [str(number) for number in numbers], "paragraph number")
                    related = ((before.mark, "previous paragraph number"),) if before else ()
                    yield finding_with_fix(here.mark, message, fix, related)

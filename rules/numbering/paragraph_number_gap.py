"""NUM001."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.model.number_series import Break
from ...grammar.model.numbering import stretches
from ...grammar.refactor.fix_unavailable import finding_with_fix
from ...grammar.refactor.renumber_paragraphs import Renumbering
from ...grammar.syntax.tree import Resolution
from ..base import Applicability, Context, Finding, Level, Rule


class ParagraphNumberGap(Rule):
    """A number is missing in the series of operative paragraphs.

    What it does:
        Reads the numbers of the operative paragraphs in order. They begin at 1 and go on by ones; at the heading of
        a section they may begin again. A gap is told once, at the first number behind it. Numbers of agendas and
        other lists within a paragraph are not among them, nor are those of a text under negotiation ("3 bis").
    Why:
        A paragraph was lost or taken out, and references to the paragraphs behind it now lead astray.
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
        Numbers all paragraphs of the run anew, and with them the text's own references to those that move: “paragraph 4
        above”, “paragraphs 3 to 5 of the present resolution”, “paragraph 4 (b) below”. It is offered once, at the first
        slip of a run, and for all of them. Unsafe even where a number is plainly mistyped: a paragraph may have to be
        put back, and other texts may cite the numbers. None is offered, and the message says why, where a reference
        leads to the missing number or to one that two paragraphs bear, or does not say whether it leads into this
        text. References into other documents are never touched.
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
            for nth, slip in enumerate(stretch.slips):
                if slip.kind is Break.GAP:
                    mending = means.paragraphs(stretch) if means and nth == 0 else None
                    here = stretch.members[slip.at]
                    before = stretch.members[slip.at - 1] if slip.at else None
                    follows = f"follows {before.number}" if before else "begins the series"
                    missing = _named(slip.due, slip.due if slip.alone else here.number - 1)
                    related = ((before.mark, "the number before it"),) if before else ()
                    yield finding_with_fix(
                        here.mark, f"Paragraph {here.number} {follows}: {missing} missing", mending, related
                    )


def _named(first: int, last: int) -> str:
    if first == last:
        return f"{first} is"
    return f"{first} and {last} are" if last == first + 1 else f"{first} to {last} are"

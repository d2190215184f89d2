"""NUM002."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.model.number_series import Break, Violation
from ...grammar.model.numbering import Numbered, stretches
from ...grammar.refactor.fix_unavailable import finding_with_fix
from ...grammar.refactor.renumber_paragraphs import Renumbering
from ...grammar.syntax.tree import Resolution
from ...grammar.text.positions import Span
from ..base import Applicability, Context, Finding, Level, Rule


class ParagraphNumberRepeated(Rule):
    """A number comes twice in the series of operative paragraphs, or the series goes back.

    What it does:
        Reads the numbers of the operative paragraphs in order, as `paragraph-number-gap` does, and speaks where one
        is not higher than the one before it. Beginning at 1 again under a new heading is no repeat.
    Why:
        A reference to a number that two paragraphs bear leads to either.
    Wrong:
        1. *Decides* to keep the lamps lit;

        2. *Requests* the keepers to trim the wicks;

        2. *Invites* mariners to report lamps that are out.
    Right:
        1. *Decides* to keep the lamps lit;

        2. *Requests* the keepers to trim the wicks;

        3. *Invites* mariners to report lamps that are out.
    Fix:
        Numbers all paragraphs of the run anew, with the text's own references to those that move, as for
        `paragraph-number-gap`. Unsafe even where a paragraph was plainly put in between: other texts may cite the
        numbers. None is offered where the series begins at 1 again, as a heading may be lost, nor where a reference
        leads to a number that two paragraphs bear and “above” or “below” does not tell which; the message says so.
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
            for member in stretch.members:
                firsts.setdefault(member.number, member)
            for nth, slip in enumerate(stretch.slips):
                if slip.kind is Break.REPEAT:
                    mending = means.paragraphs(stretch) if means and nth == 0 else None
                    message, related = _said(stretch.members, slip, firsts)
                    yield finding_with_fix(stretch.members[slip.at].mark, message, mending, related)


def _said(
    members: tuple[Numbered, ...], slip: Violation, firsts: dict[int, Numbered]
) -> tuple[str, tuple[tuple[Span, str], ...]]:
    here = members[slip.at]
    if slip.due < here.number:
        after = members[slip.at + 1]
        message = f"Paragraphs {here.number} and {slip.due} have changed places"
        return message, ((after.mark, f"{slip.due} stands here"),)
    first = firsts[here.number]
    if first is here:
        return f"Paragraph {here.number} stands where {slip.due} is due", ()
    return f"Paragraph {here.number} stands here a second time", ((first.mark, "the first one"),)

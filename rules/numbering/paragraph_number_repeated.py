"""NUM002."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.position import Span
from ...grammar.tree import Resolution
from ..rule import Applicability, Context, Edit, Finding, Fix, Level, Rule
from .paragraphs import Numbered, stretches
from .series import Break, Slip


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
        Where the numbers behind go on as if the right one stood here, or none is behind, the fix corrects it.
        Unsafe, as it may be cited. Otherwise none is offered.
    Source:
        United Nations Editorial Manual, "Paragraphs".
    """

    code = "NUM002"
    name = "paragraph-number-repeated"
    level = Level.ERROR
    looks_at = (Resolution,)
    fixable = Applicability.UNSAFE

    def check(self, node: Resolution, context: Context) -> Iterator[Finding]:
        for stretch in stretches(node):
            firsts: dict[int, Numbered] = {}
            for member in stretch.members:
                firsts.setdefault(member.number, member)
            for slip in stretch.slips:
                if slip.kind is Break.REPEAT:
                    yield _finding(stretch.members, slip, firsts)


def _finding(members: tuple[Numbered, ...], slip: Slip, firsts: dict[int, Numbered]) -> Finding:
    here = members[slip.at]
    if slip.due < here.number:
        after = members[slip.at + 1]
        return Finding(
            here.mark,
            f"Paragraphs {here.number} and {slip.due} have changed places",
            related=((after.mark, f"{slip.due} stands here"),),
        )
    first = firsts[here.number]
    related: tuple[tuple[Span, str], ...] = ()
    if first is not here:
        message = f"Paragraph {here.number} stands here a second time"
        related = ((first.mark, "the first one"),)
    else:
        message = f"Paragraph {here.number} stands where {slip.due} is due"
    fix = None
    if (slip.alone or slip.at == len(members) - 1) and here.paragraph.mark:
        words = here.paragraph.mark.text.replace(str(here.number), str(slip.due))
        fix = Fix(f"Number it {slip.due}", (Edit(here.mark, words),), Applicability.UNSAFE)
    return Finding(here.mark, message, fix, related)

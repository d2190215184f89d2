"""NUM001."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.tree import Resolution
from ..rule import Applicability, Context, Edit, Finding, Fix, Level, Rule
from .paragraphs import stretches
from .series import Break


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
        Where the numbers behind go on as if the missing one stood here, the number is mistyped, and the fix
        corrects it. Unsafe, as it may be cited. Otherwise none is offered: a paragraph may have to be put back.
    Source:
        United Nations Editorial Manual, "Paragraphs". Four gaps in 998 texts of the General Assembly's sessions 75
        to 77, all in their electronic form.
    """

    code = "NUM001"
    name = "paragraph-number-gap"
    level = Level.ERROR
    looks_at = (Resolution,)
    fixable = Applicability.UNSAFE

    def check(self, node: Resolution, context: Context) -> Iterator[Finding]:
        for stretch in stretches(node):
            for slip in stretch.slips:
                if slip.kind is not Break.GAP:
                    continue
                here = stretch.members[slip.at]
                before = stretch.members[slip.at - 1] if slip.at else None
                follows = f"follows {before.number}" if before else "begins the series"
                missing = _named(slip.due, slip.due if slip.alone else here.number - 1)
                related = ((before.mark, "the number before it"),) if before else ()
                fix = None
                if slip.alone:
                    words = (
                        here.paragraph.mark.text.replace(str(here.number), str(slip.due)) if here.paragraph.mark else ""
                    )
                    fix = Fix(f"Number it {slip.due}", (Edit(here.mark, words),), Applicability.UNSAFE)
                yield Finding(here.mark, f"Paragraph {here.number} {follows}: {missing} missing", fix, related)


def _named(first: int, last: int) -> str:
    if first == last:
        return f"{first} is"
    return f"{first} and {last} are" if last == first + 1 else f"{first} to {last} are"

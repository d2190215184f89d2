"""REF002."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.model.reference_targets import Position, Targets, own
from ...grammar.syntax.tree import Paragraph, Resolution
from ..base import Applicability, Context, Edit, Finding, Fix, Level, Rule


class ReferenceWrongSide(Rule):
    """A reference looks for a paragraph above that stands below, or the other way round.

    What it does:
        Compares “above” and “below” with where the paragraphs of these numbers stand. A paragraph that refers to
        itself in this way is told too, unless a sub-paragraph of it is meant.
    Why:
        Either the number or the word is left from an earlier version, and only the drafter knows which.
    Wrong:
        1. *Decides* to keep the lamps lit as set out in paragraph 2 above;

        2. *Requests* the keepers to trim the wicks.
    Right:
        1. *Decides* to keep the lamps lit as set out in paragraph 2 below;

        2. *Requests* the keepers to trim the wicks.
    Fix:
        Exchanges “above” and “below” where all the paragraphs stand on the other side. Unsafe: the number may be what
        is wrong.
    Source:
        Practice of the United Nations: right in all of 290 such references in the adopted texts that were read.
    """

    code = "REF002"
    name = "reference-wrong-side"
    level = Level.ERROR
    node_types = (Resolution,)
    fixable = Applicability.UNSAFE

    def check(self, node: Resolution, context: Context) -> Iterator[Finding]:
        parts = Targets(node)
        sides = context.language.references.sides
        for standing in own(node):
            reference = standing.reference
            if reference.side is None or reference.kind != "paragraph":
                continue
            known = [target for target in reference.targets if target.number is not None and parts.paragraphs(target)]
            wrong = [t for t in known if not _stands(standing, parts.paragraphs(t), reference.side, bool(t.labels))]
            if not wrong:
                continue
            prose = standing.paragraph.prose
            other = next(side for side in sides if side != reference.side)
            turned = all(_stands(standing, parts.paragraphs(t), other, bool(t.labels)) for t in known)
            place = prose.span(reference.end - len(reference.side), reference.end)
            edit = Edit(place, sides[other])
            fix = Fix(f"Write “{sides[other]}”", (edit,), Applicability.UNSAFE) if turned else None
            numbers = " and ".join(dict.fromkeys(t.numeral for t in wrong))
            stands = "stands" if len(wrong) == 1 else "stand"
            message = (
                f"Paragraph{'' if len(wrong) == 1 else 's'} {numbers} {stands} not {sides[reference.side]} this one"
            )
            yield Finding(prose.span(reference.start, reference.end), message, fix)


def _stands(standing: Position, paragraphs: list[Paragraph], side: str, labelled: bool) -> bool:
    """Whether one of the paragraphs stands on a side of the reference; its own one may if a sub-paragraph is meant."""
    here = standing.top.span.start
    if side == "above":
        return any(p.span.start < here or (labelled and p.span.start == here) for p in paragraphs)
    return any(p.span.start > here or (labelled and p.span.start == here) for p in paragraphs)

"""REF002."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.model.reference_targets import Position, Targets, own
from ...grammar.syntax.tree import Paragraph, Resolution
from ..base import Applicability, Context, Edit, Finding, Fix, Level, Rule


class ReferenceWrongDirection(Rule):
    """A reference places a paragraph “above” that is below, or the reverse.

    What it does:
        Compares “above” and “below” with the positions of the paragraphs with these numbers. A paragraph that refers to
        itself in this way is also reported, unless one of its sub-paragraphs is meant.
    Why:
        Either the number or the word was left from an earlier version, and only the drafter knows which.
    Wrong:
        1. *Decides* to keep the lamps lit as set out in paragraph 2 above;

        2. *Requests* the keepers to trim the wicks.
    Right:
        1. *Decides* to keep the lamps lit as set out in paragraph 2 below;

        2. *Requests* the keepers to trim the wicks.
    Fix:
        Replaces “above” with “below” or the reverse, if all the paragraphs are on the other side. Unsafe: the number
        may be wrong instead.
    Source:
        Practice of the United Nations: all of 290 such references in the adopted texts that were read are right.
    """

    code = "REF002"
    name = "reference-wrong-direction"
    aliases = ("reference-wrong-side",)
    level = Level.ERROR
    node_types = (Resolution,)
    fixable = Applicability.UNSAFE

    def check(self, node: Resolution, context: Context) -> Iterator[Finding]:
        positions = [position for position in own(node) if position.reference.side is not None]
        if not positions:
            return
        parts = Targets(node)
        sides = context.language.references.sides
        for position in positions:
            reference = position.reference
            if reference.side is None or reference.kind != "paragraph":
                continue
            known = [target for target in reference.targets if target.number is not None and parts.paragraphs(target)]
            wrong = [t for t in known if not _is_on_side(position, parts.paragraphs(t), reference.side, bool(t.labels))]
            if not wrong:
                continue
            prose = position.paragraph.prose
            other = next(side for side in sides if side != reference.side)
            all_there = all(_is_on_side(position, parts.paragraphs(t), other, bool(t.labels)) for t in known)
            place = prose.span(reference.end - len(reference.side), reference.end)
            edit = Edit(place, sides[other])
            fix = Fix(f"Replace with “{sides[other]}”", (edit,), Applicability.UNSAFE) if all_there else None
            numbers = list(dict.fromkeys(t.numeral for t in wrong))
            listed = " and ".join(filter(None, (", ".join(numbers[:-1]), numbers[-1])))
            subject = f"Paragraph {listed} is" if len(numbers) == 1 else f"Paragraphs {listed} are"
            here, there = sides[reference.side], sides[other]
            message = f"{subject} {there}, not {here}" if all_there else f"{subject} not {here} this paragraph"
            yield Finding(prose.span(reference.start, reference.end), message, fix)


def _is_on_side(position: Position, paragraphs: list[Paragraph], side: str, labelled: bool) -> bool:
    """Check whether one of the paragraphs is on a side of the reference; its own one is if a sub-paragraph is meant."""
    here = position.top.span.start
    if side == "above":
        return any(p.span.start < here or (labelled and p.span.start == here) for p in paragraphs)
    return any(p.span.start > here or (labelled and p.span.start == here) for p in paragraphs)

"""Rules on the numbers of paragraphs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, partial
from typing import TYPE_CHECKING

from ...grammar.model.numbering import Stretch, broken_stretches
from ...grammar.refactor.fix_unavailable import FixUnavailable
from ...grammar.syntax.tree import Resolution
from ..base import Applicability, Context, Fix
from .series_rule import NumberedSeries, SeriesRule

if TYPE_CHECKING:
    from ...grammar.refactor.renumber_paragraphs import Renumbering


class ParagraphSeriesRule(SeriesRule):
    """Base of the rules on the numbers of operative paragraphs, whose fix also updates the references to them."""

    node_types = (Resolution,)
    fixable = Applicability.UNSAFE

    def series(self, node: Resolution, context: Context) -> Iterator[NumberedSeries]:
        """Yield the series of a resolution."""
        broken = broken_stretches(node)
        if not broken:
            return
        document = context.document

        @cache
        def renumbering() -> Renumbering:
            from ...grammar.refactor.renumber_paragraphs import Renumbering

            return Renumbering(node, document)

        for stretch, found in broken:
            numbers = [member.number for member in stretch.members]
            yield NumberedSeries(
                numbers,
                [str(number) for number in numbers],
                [member.mark for member in stretch.members],
                found,
                "paragraph number",
                "previous paragraph number",
                fix=partial(_fix, renumbering, stretch),
            )


def _fix(renumbering: Callable[[], Renumbering], stretch: Stretch) -> Fix | FixUnavailable | None:
    return renumbering().paragraphs(stretch)

"""What a draft has in common with its base text: it is agreed, and findings in it are not reported."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping

from ...grammar.compare.base_text import BaseText
from ...grammar.compare.comparison import Change, ResolutionComparison, compare
from ...grammar.syntax.tree import Document
from ...grammar.text.positions import Span
from ...rules.finding import Finding

FAMILY = "BAS"
"""The family of the rules that compare."""
_SURROUNDINGS = frozenset({"NUM", "FNT", "SEQ", "REF", "STR", "LNT", FAMILY})
"""Families whose findings depend on what is around a paragraph: they apply to agreed paragraphs too."""


class AgreedText:
    """What a draft has from its base text."""

    def __init__(self, base: BaseText, draft: Document) -> None:
        self.comparisons: Mapping[int, ResolutionComparison] = {
            one.draft.id: one for one in compare(base.document, draft) if one.draft is not None and one.base is not None
        }
        """By the id of the resolution of the draft."""
        spans = sorted(
            unit.span
            for one in self.comparisons.values()
            for pair in one.pairs
            if pair.change is Change.SAME or (pair.change is Change.MOVED and not pair.edits)
            for unit in pair.draft
        )
        self._starts = [span.start for span in spans]
        self._ends = [span.end for span in spans]

    def includes(self, code: str, finding: Finding) -> bool:
        """Return whether a finding is about agreed words only."""
        return code[:3] not in _SURROUNDINGS and self._agreed(finding.span)

    def _agreed(self, span: Span) -> bool:
        place = bisect_right(self._starts, span.start) - 1
        return place >= 0 and span.end <= self._ends[place]

"""Text that is not a resolution's own: annexes, quoted and adopted documents, and the report around it.

A fix there is never safe: such a text is changed by those who adopted it, and may follow other rules.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from ...grammar.syntax.tree import (
    Annex,
    Document,
    Heading,
    ListItem,
    Node,
    PlainParagraph,
    ReportParagraph,
    Stray,
    children,
)
from ...grammar.text.edits import Applicability, Edit
from ...grammar.text.positions import Span
from ...rules.finding import Finding

_ADOPTED = (Annex, ListItem, PlainParagraph, ReportParagraph, Stray)


class AdoptedText:
    """The places of a document that are not a resolution's own paragraphs."""

    def __init__(self, document: Document) -> None:
        self._spans = sorted(span for item in document.items for span in _spans(item))
        self._starts = [span.start for span in self._spans]

    def contains(self, edit: Edit) -> bool:
        """Return whether an edit changes such a text."""
        at = bisect_right(self._starts, edit.span.start) - 1
        return at >= 0 and edit.span.start <= self._spans[at].end

    def cautious(self, finding: Finding) -> Finding:
        """Return the finding with a fix that is unsafe if it changes such a text."""
        fix = finding.fix
        if fix is None or fix.applicability is not Applicability.SAFE or not any(map(self.contains, fix.edits)):
            return finding
        return replace(finding, fix=replace(fix, applicability=Applicability.UNSAFE))


def _spans(node: Node) -> Iterator[Span]:
    """Yield the places below a node, the outermost only."""
    if isinstance(node, _ADOPTED):
        yield node.span
    elif not isinstance(node, Heading):
        for child in children(node):
            yield from _spans(child)

"""Text that is not a resolution's own: annexes, quoted and adopted documents, and the report around it.

A fix there is never safe: such a text is changed by those who adopted it, and may follow other rules. Only typography
is safe in the annexes of a resolution, which are edited with it: a sign, a quotation mark, the place of a footnote
reference. Words there are not, as they may be those of a treaty or of a declaration as negotiated.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

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
from ...grammar.text.record import replace
from ...rules.finding import Finding

_ADOPTED = (Annex, ListItem, PlainParagraph, ReportParagraph, Stray)
_TYPOGRAPHY = ("TYP", "PUN", "FNT")
"""Families of rules whose fixes change no word."""


class AdoptedText:
    """The places of a document that are not a resolution's own paragraphs."""

    def __init__(self, document: Document) -> None:
        nodes = sorted((node for item in document.items for node in _adopted(item)), key=lambda node: node.span)
        self._places = [(node.span, isinstance(node, Annex)) for node in nodes]
        self._starts = [node.span.start for node in nodes]

    def cautious(self, code: str, finding: Finding) -> Finding:
        """Return the finding of a rule, with a fix that is unsafe if it must not change such a text."""
        fix = finding.fix
        if fix is None or fix.applicability is not Applicability.SAFE:
            return finding
        if not any(self._protects(edit, code) for edit in fix.edits):
            return finding
        return replace(finding, fix=replace(fix, applicability=Applicability.UNSAFE))

    def _protects(self, edit: Edit, code: str) -> bool:
        at = bisect_right(self._starts, edit.span.start) - 1
        if at < 0:
            return False
        span, annexed = self._places[at]
        return edit.span.start <= span.end and not (annexed and code.startswith(_TYPOGRAPHY))


def _adopted(node: Node) -> Iterator[Node]:
    """Yield the adopted texts at and below a node, the outermost only."""
    if isinstance(node, _ADOPTED):
        yield node
    elif not isinstance(node, Heading):
        for child in children(node):
            yield from _adopted(child)

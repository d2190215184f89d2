"""Rules that compare a resolution with its base text, the text that it was made from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ...grammar.model.profile import BODIES
from ...grammar.syntax.tree import Document, FootnoteReference, Prose, Resolution
from ..base import Context, Rule
from ..finding import Finding

if TYPE_CHECKING:
    from ...grammar.compare.comparison import ResolutionComparison


class BaseTextRule(Rule):
    """Base class of the rules that need a base text; without one, they report nothing."""

    node_types = (Resolution,)
    bodies = BODIES
    needs_base_text = True

    def check(self, node: Resolution, context: Context) -> Iterator[Finding]:
        """Yield the findings of a resolution that has a base text; its parts are compared with it."""
        comparison = context.comparison
        if comparison is not None and comparison.base is not None and not node.is_part:
            yield from self.compare(comparison, node, context)

    def compare(self, comparison: ResolutionComparison, draft: Resolution, context: Context) -> Iterator[Finding]:
        """Yield the findings.

        Args:
            comparison: The pairs of the two texts; its `base` is not None.
            draft: The resolution.
            context: The context; its `document` is that of the draft.
        """
        raise NotImplementedError


def references_in(document: Document, resolution: Resolution) -> dict[Prose, list[FootnoteReference]]:
    """Return the footnote references of a resolution by the words that they are in."""
    found: dict[Prose, list[FootnoteReference]] = {}
    for reference in document.footnote_references_of(resolution):
        found.setdefault(reference.prose, []).append(reference)
    return found

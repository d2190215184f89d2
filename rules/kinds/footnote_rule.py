"""Rules on the numbers of footnotes: the first finding of a series has the fix that renumbers it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ...grammar.model.footnotes import Series, is_single_resolution, series
from ...grammar.syntax.tree import Document
from ...grammar.text.named_tuple import NamedTuple
from ...grammar.text.positions import Span
from ..base import Context, Rule
from ..finding import Finding
from .series_rule import finding_with_fix

if TYPE_CHECKING:
    from ...grammar.refactor.renumber_footnotes import Renumbering


class FootnoteProblem(NamedTuple):
    """A problem in a series of footnotes: its place, its message and the places that explain it."""

    place: Span
    message: str
    related: tuple[tuple[Span, str], ...] = ()


class FootnoteRule(Rule):
    """Base of the rules that check each series of footnote numbers."""

    node_types = (Document,)

    def problems(self, footnotes: Series, document: Document, *, begins: bool) -> Iterator[FootnoteProblem]:
        """Yield the problems of a series.

        Args:
            footnotes: The series.
            document: The document that contains it.
            begins: Whether its numbers must begin at 1.
        """
        raise NotImplementedError

    def renumbers(self, footnotes: Series) -> bool:
        """Return whether the fix that renumbers the series belongs to this rule, and not to another one."""
        raise NotImplementedError

    def check(self, node: Document, context: Context) -> Iterator[Finding]:
        """Yield the findings of each series."""
        alone = is_single_resolution(node, context.profile)
        renumbering: Renumbering | None = None
        for index, footnotes in enumerate(series(node)):
            begins = alone and index == 0
            for nth, problem in enumerate(self.problems(footnotes, node, begins=begins)):
                fix = None
                if nth == 0 and self.renumbers(footnotes):
                    from ...grammar.refactor.renumber_footnotes import Renumbering

                    renumbering = renumbering or Renumbering(node)
                    fix = renumbering.fix(footnotes, alone=begins)
                yield finding_with_fix(problem.place, problem.message, fix, problem.related)

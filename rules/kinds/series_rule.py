"""Rules on series of numbers that must be consecutive, such as those of paragraphs and sections."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, ClassVar

from ...grammar.model.number_series import Break, Violation, describe
from ...grammar.refactor.fix_unavailable import FixUnavailable
from ...grammar.text.positions import Span
from ...grammar.text.record import Record
from ..base import Context, Rule
from ..finding import Finding, Fix


class NumberedSeries(Record):
    """Numbers that must be consecutive, with their places."""

    numbers: Sequence[int]
    labels: Sequence[str]
    """The numbers as written in the text."""
    places: Sequence[Span]
    violations: Sequence[Violation]
    """The breaks that are reported."""
    noun: str
    """What the numbers are, such as “paragraph number”."""
    previous: str
    """The text that explains the place before a break."""
    show: Callable[[int], str] = str
    """Writes a number as the text does."""
    fix: Callable[[], Fix | FixUnavailable | None] = lambda: None
    """Returns the fix that makes the numbers consecutive; it is called if the first break is reported."""


class SeriesRule(Rule):
    """Base of the rules that report breaks in series of numbers; the first break of a series has the fix."""

    kinds: ClassVar[frozenset[Break]] = frozenset(Break)
    """The kinds of breaks that the rule reports."""

    def series(self, node: Any, context: Context) -> Iterator[NumberedSeries]:
        """Yield the series of a node."""
        raise NotImplementedError

    def related(self, series: NumberedSeries, violation: Violation) -> tuple[tuple[Span, str], ...]:
        """Return the places that explain a break: the number before it."""
        return ((series.places[violation.at - 1], series.previous),) if violation.at else ()

    def check(self, node: Any, context: Context) -> Iterator[Finding]:
        """Yield a finding for each break."""
        for series in self.series(node, context):
            for nth, violation in enumerate(series.violations):
                if violation.kind in self.kinds:
                    message = describe(violation, series.numbers, series.labels, series.noun, series.show)
                    related = self.related(series, violation)
                    yield finding_with_fix(series.places[violation.at], message, None if nth else series.fix(), related)


def finding_with_fix(
    place: Span, message: str, fix: Fix | FixUnavailable | None, related: tuple[tuple[Span, str], ...] = ()
) -> Finding:
    """Return a finding with the fix of its series, or with the reason why there is none beside it."""
    if isinstance(fix, FixUnavailable):
        return Finding(place, message, None, (*related, (fix.place, f"not renumbered, as {fix.words}")))
    return Finding(place, message, fix, related)

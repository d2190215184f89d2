"""NUM008."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.model.number_series import describe, violations
from ...grammar.syntax.tree import Document, Heading, Kind, Resolution
from ...grammar.text import compile_cache
from ...grammar.text.numerals import roman_numeral, roman_value
from ..base import Context, Finding, Level, Rule

_ROMAN = compile_cache.pattern(r"[IVXLC]+")


class DraftSeriesGap(Rule):
    """The numerals of draft resolutions, or of draft decisions, are not consecutive.

    What it does:
        Checks the numerals in headings such as ``Draft resolution I`` and ``Draft resolution II`` in a report. Draft
        decisions form a series of their own. A series may start again at I after a heading of the report. Each break
        is reported once.
    Why:
        The paragraphs of the report and the organ that adopts the drafts refer to them by these numerals.
    Wrong:
        ## Draft resolution I

        The General Assembly,

        1. *Decides* to keep the lamps lit.

        ## Draft resolution III

        The General Assembly,

        1. *Requests* the keepers to trim the wicks.
    Right:
        ## Draft resolution I

        The General Assembly,

        1. *Decides* to keep the lamps lit.

        ## Draft resolution II

        The General Assembly,

        1. *Requests* the keepers to trim the wicks.
    Source:
        Practice in the reports of subsidiary bodies.
    """

    code = "NUM008"
    name = "draft-series-gap"
    level = Level.ERROR
    node_types = (Document,)

    def check(self, node: Document, context: Context) -> Iterator[Finding]:
        for kind in (Kind.DRAFT_RESOLUTION, Kind.DRAFT_DECISION):
            for series in _series(node, kind):
                labels = [r.number or "" for r in series]
                numbers = [roman_value(label) for label in labels]
                for slip in violations(numbers):
                    if slip.at == 0:
                        continue  # an excerpt of a report
                    here, before = series[slip.at].head, series[slip.at - 1].head
                    if here is None or before is None:
                        continue
                    message = describe(slip, numbers, labels, f"{kind.value} numeral", roman_numeral)
                    yield Finding(here.span, message, related=((before.span, f"previous {kind.value}"),))


def _series(document: Document, kind: Kind) -> Iterator[list[Resolution]]:
    series: list[Resolution] = []
    heading = False
    for item in document.items:
        if isinstance(item, Resolution) and item.kind is kind and item.number and _ROMAN.fullmatch(item.number):
            if series and heading and item.number == "I":
                yield series
                series = []
            series.append(item)
            heading = False
        heading = heading or isinstance(item, Heading)
    yield series

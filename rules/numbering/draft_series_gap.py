"""NUM008."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.model.number_series import violations
from ...grammar.syntax.tree import Document, Heading, Kind, Resolution
from ...grammar.text import compile_cache
from ...grammar.text.numerals import roman_numeral, roman_value
from ..base import Context, Level
from ..kinds.series_rule import NumberedSeries, SeriesRule

_ROMAN = compile_cache.pattern(r"[IVXLC]+")


class DraftSeriesGap(SeriesRule):
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

    def series(self, node: Document, context: Context) -> Iterator[NumberedSeries]:
        for kind in (Kind.DRAFT_RESOLUTION, Kind.DRAFT_DECISION):
            for drafts in _drafts(node, kind):
                labels = [draft.number or "" for draft in drafts]
                numbers = [roman_value(label) for label in labels]
                places = [(draft.head or draft).span for draft in drafts]
                found = [each for each in violations(numbers) if each.at]  # an excerpt may begin at any number
                yield NumberedSeries(
                    numbers, labels, places, found, f"{kind.value} numeral", f"previous {kind.value}", roman_numeral
                )


def _drafts(document: Document, kind: Kind) -> Iterator[list[Resolution]]:
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

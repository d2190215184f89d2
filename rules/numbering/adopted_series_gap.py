"""NUM009."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import regex

from ...grammar.model.number_series import describe, violations
from ...grammar.syntax.tree import Document, Kind, Resolution
from ...grammar.text import compile_cache
from ..base import Context, Finding, Level, Rule

_NUMBER = compile_cache.pattern(r"(?P<session>(?:E?S-)?\d{1,4})/(?P<number>\d{1,3})")
_FEWEST = 3


class AdoptedSeriesGap(Rule):
    """The numbers of adopted resolutions, or of decisions, are not consecutive.

    What it does:
        Checks the numbers in headings such as ``Resolution 27/1`` and ``Resolution 27/2`` in a report with three or
        more of them. The numbers must belong to one session and be consecutive. Decisions form a series of their own.
        The rule skips a selection of texts, in which gaps outnumber consecutive numbers.
    Why:
        A resolution is cited by its number from the day of its adoption.
    Wrong:
        ## Resolution 27/1

        The Commission on Lighthouses,

        *Decides* to keep the lamps lit.

        ## Resolution 27/2

        The Commission on Lighthouses,

        *Requests* the keepers to trim the wicks.

        ## Resolution 26/3

        The Commission on Lighthouses,

        *Invites* mariners to report lamps that are out.
    Right:
        ## Resolution 27/1

        The Commission on Lighthouses,

        *Decides* to keep the lamps lit.

        ## Resolution 27/2

        The Commission on Lighthouses,

        *Requests* the keepers to trim the wicks.

        ## Resolution 27/3

        The Commission on Lighthouses,

        *Invites* mariners to report lamps that are out.
    Source:
        Practice in the reports of commissions.
    """

    code = "NUM009"
    name = "adopted-series-gap"
    level = Level.ERROR
    node_types = (Document,)

    def check(self, node: Document, context: Context) -> Iterator[Finding]:
        for kind in (Kind.RESOLUTION, Kind.DECISION):
            series = [(r, m) for r in node.resolutions if r.kind is kind and (m := _NUMBER.fullmatch(r.number or ""))]
            if len(series) >= _FEWEST:
                yield from _findings(kind, series)


def _findings(kind: Kind, series: list[tuple[Resolution, regex.Match[str]]]) -> Iterator[Finding]:
    numbers = [int(match["number"]) for _, match in series]
    found = list(violations(numbers, numbers[0]))
    if 2 * len(found) > len(series) - 1:
        return
    session, times = Counter(match["session"] for _, match in series).most_common(1)[0]
    if 2 * times > len(series):
        for resolution, match in series:
            if match["session"] != session and resolution.head is not None:
                message = (
                    f"{kind.value.capitalize()} {resolution.number} does not match session {session} of the others"
                )
                yield Finding(resolution.head.span, message)
    labels = [resolution.number or "" for resolution, _ in series]
    for violation in found:
        here, before = series[violation.at][0], series[violation.at - 1][0]
        if here.head is None or before.head is None:
            continue
        message = describe(violation, numbers, labels, f"{kind.value} number", lambda number: f"{session}/{number}")
        yield Finding(here.head.span, message, related=((before.head.span, f"previous {kind.value}"),))

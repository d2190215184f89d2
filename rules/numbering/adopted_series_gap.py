"""NUM009."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import regex

from ...grammar.model.number_series import Break, violations
from ...grammar.syntax.tree import Document, Kind, Resolution
from ...grammar.text import compile_cache
from ..base import Context, Finding, Level, Rule

_NUMBER = compile_cache.pattern(r"(?P<session>(?:E?S-)?\d{1,4})/(?P<number>\d{1,3})")
_FEWEST = 3


class AdoptedSeriesGap(Rule):
    """The numbers of adopted resolutions, or of decisions, do not follow one another.

    What it does:
        Reads the headings ``Resolution 27/1``, ``27/2`` of a report, and ``Decision 27/1`` as a series of its own,
        where there are three or more: they are of one session and go on by ones. A selection of texts, with more
        gaps than neighbours, is left alone.
    Why:
        The number is the name of the resolution from the day of its adoption.
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
                said = f"{kind.value.capitalize()} {resolution.number} stands among those of session {session}"
                yield Finding(resolution.head.span, said)
    for slip in found:
        here, before = series[slip.at][0], series[slip.at - 1][0]
        if here.head is None or before.head is None:
            continue
        verb = "is due" if slip.kind is Break.REPEAT or slip.alone else "is missing"
        message = f"{kind.value.capitalize()} {here.number} follows {before.number}: {session}/{slip.due} {verb}"
        yield Finding(here.head.span, message, related=((before.head.span, "the one before it"),))

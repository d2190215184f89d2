"""STR005."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.syntax.tree import Document, Kind, Resolution
from ..base import Context, Finding, Level, Rule


class DuplicateTitle(Rule):
    """Two resolutions in a document have the same title.

    What it does:
        Compares the titles of all resolutions, and those of all decisions, in a document, regardless of capitals and
        white space. A decision may have the title of a resolution.
    Why:
        Resolutions under one agenda item are distinguished by their titles.
    Wrong:
        Draft resolution I

        Lamps of the outer islands

        The General Assembly,

        1. Decides to keep the lamps lit;

        2. Requests the keepers to trim the wicks.

        Draft resolution II

        Lamps of the outer islands

        The General Assembly,

        1. Decides to count the lamps;

        2. Requests the keepers to report.
    Right:
        Draft resolution I

        Lamps of the outer islands

        The General Assembly,

        1. Decides to keep the lamps lit;

        2. Requests the keepers to trim the wicks.

        Draft resolution II

        Count of the lamps of the outer islands

        The General Assembly,

        1. Decides to count the lamps;

        2. Requests the keepers to report.
    Source:
        United Nations Editorial Manual, “Drafting and editing of resolutions”, titles.
    """

    code = "STR005"
    name = "duplicate-title"
    level = Level.WARNING
    node_types = (Document,)

    def check(self, node: Document, context: Context) -> Iterator[Finding]:
        first: dict[tuple[str, Kind], Resolution] = {}
        for resolution in node.resolutions:
            if not resolution.titles:
                continue
            key = " ".join(resolution.title.casefold().split()), resolution.kind
            earlier = first.setdefault(key, resolution)
            if earlier is not resolution:
                title = resolution.titles[0]
                place = title.prose.span(0, len(title.prose.text))
                which = f"{earlier.kind} {earlier.number}" if earlier.number else f"an earlier {earlier.kind}"
                related = ((earlier.titles[0].span, "same title"),)
                yield Finding(place, f"Repeated title of {which}", related=related)

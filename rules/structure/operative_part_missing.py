"""STR012."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.syntax.tree import Kind, Resolution
from ..base import Context, Finding, Level, Rule


class OperativePartMissing(Rule):
    """A resolution has a preamble but no operative part.

    What it does:
        Checks that a resolution with a preamble has operative paragraphs. Decisions and resolutions in lettered parts
        are not checked.
    Why:
        A resolution may do without a preamble, but not without an operative part.
    Wrong:
        The General Assembly,

        Recalling its resolution 81/4 of 3 November 2026,

        Mindful of the storms of the last winter,
    Right:
        The General Assembly,

        Recalling its resolution 81/4 of 3 November 2026,

        Decides to keep the lamps lit.
    Source:
        United Nations Editorial Manual, “Drafting and editing of resolutions”. Missing in one of 820 adopted
        texts, the electronic form of which is incomplete.
    """

    code = "STR012"
    name = "operative-part-missing"
    level = Level.WARNING
    node_types = (Resolution,)
    eras = frozenset({"2010-2019", "2020+"})

    def check(self, node: Resolution, context: Context) -> Iterator[Finding]:
        resolves = node.kind in (Kind.RESOLUTION, Kind.DRAFT_RESOLUTION)
        if resolves and node.preamble and not node.numbered and not node.parts:
            last = node.preamble[-1].prose
            place = last.span(max(len(last.text) - 1, 0), len(last.text))
            yield Finding(place, "Missing operative part after the preamble")

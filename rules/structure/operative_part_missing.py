"""STR012."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.syntax.tree import Kind, Resolution
from ..base import Context, Finding, Level, Rule


class OperativePartMissing(Rule):
    """A resolution has a preamble and nothing that it decides.

    What it does:
        Looks for operative paragraphs in a resolution with a preamble. Decisions and resolutions in lettered parts
        are left alone.
    Why:
        The preamble may be missing; the operative part is the resolution.
    Wrong:
        The General Assembly,

        Recalling its resolution 81/4 of 3 November 2026,

        Mindful of the storms of the last winter,
    Right:
        The General Assembly,

        Recalling its resolution 81/4 of 3 November 2026,

        Decides to keep the lamps lit.
    Source:
        United Nations Editorial Manual, “Drafting and editing of resolutions”. One in 820 adopted texts, whose
        electronic form breaks off.
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
            yield Finding(place, "No operative paragraph follows the preamble")

"""STR001."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.syntax.tree import Kind, Preambular, Resolution
from ...grammar.text.positions import Span
from ..base import Applicability, Context, Edit, Finding, Fix, Level, Rule

_DECISIONS = frozenset({Kind.DECISION, Kind.DRAFT_DECISION})


class OrganLineComma(Rule):
    """The organ line before a preamble does not end with a comma.

    What it does:
        Checks the organ lines that are followed by a preamble. Decisions are not checked, as their organ line may end
        with a colon, and neither are organ lines directly before an operative paragraph (“The General Assembly / 1.
        Resolves”).
    Why:
        A resolution is one sentence. The organ is its subject, and the preamble is enclosed in commas.
    Wrong:
        The General Assembly:

        Recalling its resolution 81/4 of 3 November 2026,

        1. Decides to keep the lamps lit;

        2. Requests the keepers to trim the wicks.
    Right:
        The General Assembly,

        Recalling its resolution 81/4 of 3 November 2026,

        1. Decides to keep the lamps lit;

        2. Requests the keepers to trim the wicks.
    Fix:
        Inserts the comma, or replaces a colon, semicolon or full stop with it. Safe: the preamble continues the
        sentence.
    Source:
        United Nations Editorial Manual, “Drafting and editing of resolutions”; all 796 preambles of two sessions of
        the General Assembly and three years of the Security Council.
    """

    code = "STR001"
    name = "organ-line-comma"
    level = Level.ERROR
    node_types = (Resolution,)
    fixable = Applicability.SAFE

    def check(self, node: Resolution, context: Context) -> Iterator[Finding]:
        organ = node.organ
        if (
            organ is None
            or node.organ_between
            or node.kind in _DECISIONS
            or not node.body
            or not isinstance(node.body[0], Preambular)
        ):
            return
        text = organ.prose.text.rstrip()
        if not text or text.endswith(","):
            return
        if text[-1] in ":;.":
            place = organ.prose.span(len(text) - 1, len(text))
            fix = Fix("Replace with a comma", (Edit(place, ","),))
        else:
            place = organ.prose.span(0, len(text))
            fix = Fix("Insert a comma", (Edit(Span(organ.span.end, organ.span.end), ","),))
        yield Finding(place, "Organ line must end with a comma", fix)

"""FNT006."""

from __future__ import annotations

from collections.abc import Iterable

from ...grammar.model.footnotes import is_exponent, is_number
from ...grammar.syntax.tree import FootnoteReference, Resolution
from ..base import Context, Finding, Level, Rule


class NoteCalledTwice(Rule):
    """A note is called twice in one resolution.

    What it does:
        Speaks at each further call of a numbered note in a resolution of 2020 or later. Before, a number could be used
        again within a resolution, and the rule is silent.
    Why:
        A reference is given once, at the first mention; where it is wanted again, a note of its own says the same.
    Wrong:
        Noting the survey of lamp rooms,[^1]

        1. *Decides* to act upon the survey.[^1]

        [^1]: A/76/246.
    Right:
        Noting the survey of lamp rooms,[^1]

        1. *Decides* to act upon the survey.

        [^1]: A/76/246.
    Source:
        United Nations Editorial Manual, footnotes, current edition; the earlier one allowed it. From December 2020 on
        no number is called twice in any of 998 resolutions of the General Assembly.
    """

    code = "FNT006"
    name = "note-called-twice"
    level = Level.WARNING
    node_types = (Resolution,)
    eras = frozenset({"2020+"})

    def check(self, node: Resolution, context: Context) -> Iterable[Finding]:
        """One finding a further call."""
        if node.is_part:
            return
        first: dict[int, FootnoteReference] = {}
        for call in context.document.footnote_references_of(node):
            if call.footnote is None or not is_number(call.label) or is_exponent(call):
                continue
            before = first.setdefault(id(call.footnote), call)
            if before is not call:
                message = f"Note {call.label} is called a second time"
                yield Finding(call.span, message, related=((before.span, "first called here"),))

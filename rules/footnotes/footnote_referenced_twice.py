"""FNT006."""

from __future__ import annotations

from collections.abc import Iterable

from ...grammar.model.footnotes import is_exponent, is_number
from ...grammar.syntax.tree import FootnoteReference, Resolution
from ..base import Context, Finding, Level, Rule


class FootnoteReferencedTwice(Rule):
    """A footnote is referenced twice in one resolution.

    What it does:
        Reports each further reference to a numbered footnote in a resolution of 2020 or later. In earlier resolutions a
        number could be used again, and the rule does not apply.
    Why:
        A source is cited once, at the first mention. If it has to be cited again, it gets a footnote of its own.
    Wrong:
        Noting the survey of lamp rooms,[^1]

        1. *Decides* to act upon the survey.[^1]

        [^1]: A/76/246.
    Right:
        Noting the survey of lamp rooms,[^1]

        1. *Decides* to act upon the survey.

        [^1]: A/76/246.
    Source:
        United Nations Editorial Manual, footnotes, current edition; the earlier edition allowed further references.
        From December 2020 on, no number is referenced twice in any of 998 resolutions of the General Assembly.
    """

    code = "FNT006"
    name = "footnote-referenced-twice"
    aliases = ("note-called-twice",)
    level = Level.WARNING
    node_types = (Resolution,)
    eras = frozenset({"2020+"})

    def check(self, node: Resolution, context: Context) -> Iterable[Finding]:
        """Yield one finding for each further reference."""
        if node.is_part:
            return
        references = context.document.footnote_references_of(node)
        called = [reference.footnote.id for reference in references if reference.footnote is not None]
        if len(called) == len(set(called)):
            return
        first: dict[int, FootnoteReference] = {}
        for reference in references:
            if reference.footnote is None or not is_number(reference.label) or is_exponent(reference):
                continue
            before = first.setdefault(reference.footnote.id, reference)
            if before is not reference:
                message = f"Repeated reference to footnote {reference.label}"
                yield Finding(
                    reference.span, message, related=((before.span, f"first reference to footnote {reference.label}"),)
                )

"""STR009."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.model.annexes import annex_words, paragraphs
from ...grammar.syntax.tree import Resolution
from ..base import Context, Finding, Level, Rule


class AnnexNotReferenced(Rule):
    """A resolution has an annex but does not refer to it.

    What it does:
        Checks that a paragraph of a resolution with an annex mentions an annex.
    Why:
        An annex has effect only through the paragraph that adopts, approves or refers to it.
    Wrong:
        1. *Adopts* the rules for keepers;

        2. *Requests* the keepers to trim the wicks.

        Annex

        Rules for keepers

        1. A keeper trims the wicks at dusk.
    Right:
        1. *Adopts* the rules for keepers annexed to the present resolution;

        2. *Requests* the keepers to trim the wicks.

        Annex

        Rules for keepers

        1. A keeper trims the wicks at dusk.
    Source:
        Practice of the United Nations: all annexes in two sessions of the General Assembly and three years of the
        Security Council are referred to.
    """

    code = "STR009"
    name = "annex-not-referenced"
    aliases = ("annex-unannounced",)
    level = Level.WARNING
    node_types = (Resolution,)

    def check(self, node: Resolution, context: Context) -> Iterator[Finding]:
        annexes = (*node.annexes, *(annex for part in node.parts for annex in part.annexes))
        if node.is_part or not annexes:
            return
        pattern = annex_words(context.language).any
        if not any(pattern.search(paragraph.prose.text) for paragraph in paragraphs(node)):
            heading = annexes[0].heading
            place = heading.prose.span(0, len(heading.prose.text))
            yield Finding(place, "Annex must be referred to in a paragraph of the resolution")
